import type { Document, Line, Run } from '../document.ts';

/** What Markdown would take for a mark, or MDX for code, stands behind a backslash. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>()#+\-.!|~&:=$^"']/g, '\\$&').replace(/[\t\n]/g, ' ');

function inline(line: Line): string {
  return line
    .map(inlineRun)
    .join('')
    .replace(/^\s+|\s+$/gu, (spaces) => (/^ +$/.test(spaces) ? '' : spaces));
}

function inlineRun({ text, bold, italic, href }: Run): string {
  const [, before = '', core = '', after = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(text) ?? [];
  if (core === '') return escaped(text);
  let written = escaped(core);
  if (href !== undefined) written = `[${written}](<${href.replace(/[<>\\]/g, '\\$&')}>)`;
  // Marks that touch letters or each other are no marks in CommonMark: only set where they hold.
  const holds = /^[\p{L}\p{N}]/u.test(core) && /[\p{L}\p{N}]$/u.test(core);
  if (holds && before !== '' && after !== '') {
    if (italic === true) written = `*${written}*`;
    if (bold === true) written = `**${written}**`;
  }
  return `${escaped(before)}${written}${escaped(after)}`;
}

/** The document as Markdown that says exactly its text. */
export function toMarkdown({ blocks }: Document): string {
  return blocks
    .map((block) => {
      if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${inline(block.line)}`;
      if (block.kind === 'list')
        return block.items
          .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${inline(item)}`)
          .join('\n');
      if (block.kind === 'table') {
        const columns = Math.max(1, ...block.rows.map((row) => row.length));
        const rows = block.rows.map(
          (row) =>
            `| ${Array.from({ length: columns }, (_, at) => inline(row[at] ?? [])).join(' | ')} |`,
        );
        return [rows[0], `|${' --- |'.repeat(columns)}`, ...rows.slice(1)].join('\n');
      }
      return block.line.length === 1 && block.line[0]?.bold === true
        ? `**${inline([{ ...block.line[0], bold: false }]).trim()}**`
        : inline(block.line);
    })
    .join('\n\n');
}
