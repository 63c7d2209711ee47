import type { Block } from '../blocks/block.ts';
import type { Zone } from './outline.ts';
import type { Topic } from './vocabulary.ts';

/** Items of the zones of a topic (agenda, highlights): list items, lines, or parts between slashes. */
export function readItems(
  blocks: readonly Block[],
  zones: readonly Zone[],
  topic: Topic,
): string[] {
  const items: string[] = [];
  for (const zone of zones) {
    if (zone.topic !== topic) continue;
    blocks.slice(zone.from, zone.to).forEach((block, index) => {
      const own = index === 0 ? contentOf(block.text, zone) : block.text;
      for (const item of partsOf(own)) if (!items.includes(item)) items.push(item);
    });
  }
  return items;
}

/** What stands behind the label of a zone's first line: '' for a heading. */
export function contentOf(text: string, zone: Zone): string {
  if (zone.headed) return '';
  return text.replace(/^[^:：]*[:：]\s*/u, '');
}

function partsOf(text: string): string[] {
  const parts = text.includes(' / ')
    ? text.split(' / ')
    : text.includes(' ; ')
      ? text.split(' ; ')
      : [text];
  return parts
    .map((part) => part.replace(/^(?:[-–•*]|\d{1,2}[.)])\s+/, '').trim())
    .filter((part) => part !== '');
}
