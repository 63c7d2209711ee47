import type { Block } from '../blocks/block.ts';
import { evidenceOf, type Finding } from './finding.ts';
import type { Zone } from './outline.ts';
import type { Topic } from './vocabulary.ts';

/** Items of the zones of a topic (agenda, highlights): list items, lines, or parts between slashes. */
export function readItems(
  blocks: readonly Block[],
  zones: readonly Zone[],
  topic: Topic,
): Finding<string>[] {
  const items = new Map<string, Finding<string>>();
  for (const zone of zones) {
    if (zone.topic !== topic) continue;
    const lines = contentLines(blocks.slice(zone.from, zone.to), zone);
    for (const { block, own } of lines) {
      for (const value of partsOf(own, lines.length === 1))
        if (!items.has(value)) items.set(value, { value, ...evidenceOf(block, value) });
    }
  }
  return [...items.values()];
}

/** What stands behind the label of a zone's first line: '' for a heading. */
function contentOf(text: string, zone: Zone): string {
  if (zone.headed) return '';
  return text.replace(/^[^:：]*[:：]\s*/u, '');
}

/** The lines that hold a zone's items: its list items where it has any, and a table's rows. */
function contentLines(inside: readonly Block[], zone: Zone): { block: Block; own: string }[] {
  const lines = inside.flatMap((block, index) => {
    const own = index === 0 ? contentOf(block.text, zone) : block.text;
    if (block.node?.type === 'table')
      return block.text.split('\n').map((row) => ({ block, own: row.replaceAll(' | ', ' ') }));
    return [{ block, own }];
  });
  const filled = lines.filter(({ own }) => own.trim() !== '');
  const items = filled.filter(({ block }) => block.kind === 'item');
  if (items.length > 1) return filled.filter(({ block }) => block.kind !== 'paragraph');
  // « L'ordre du jour comportait les points suivants : » introduces them.
  return filled.length > 1 ? filled.filter(({ own }) => !/[:：]$/.test(own.trim())) : filled;
}

/** One line may hold a whole agenda, parted by slashes or semicolons. */
function partsOf(text: string, alone: boolean): string[] {
  const mark = alone ? / \/ |\s?; / : /(?!)/;
  return text
    .split(mark)
    .map((part) =>
      part
        .replace(NUMBERING, '')
        .replace(/\s*[;,]$/, '')
        .trim(),
    )
    .filter((part) => part !== '');
}

/** Numbering and bullets typed by hand, those of symbol fonts (ü, §, Ø) included. */
const NUMBERING =
  /^(?:(?:[-–—•*·+>→✓☑☐✔ü§Ø]|\[[ xX]\]|(?:\d{1,2}|[IVX]{1,4}|[a-z])\s?[.)])\s+)+|^\d{1,2}\s+(?=\p{Lu})/u;
