/** A YAML file whose whole is a list, as text that can be sorted without losing a comment. */
export interface ListFile {
  /** What stands above the list. */
  header: string;
  /** Each item's lines; `lead` holds the comments right above it. */
  items: { lead: string; text: string }[];
  /** What stands below the list. */
  footer: string;
}

const ITEM = /^-(?:\s|$)/;
const COMMENT = /^#|^\s*$/;
const EMPTY = /^(?:\[\s*\]|null|~)\s*$/;

/**
 * Parts a YAML file that is a block list without indentation (or an empty list) into its items.
 * A comment belongs to the item below it; above the first item only what follows an empty line does.
 */
export function splitList(text: string): ListFile {
  const whole = text.replace(/\r\n?/g, '\n').replace(/\n*$/, '');
  const lines = whole === '' ? [] : whole.split('\n').filter((line) => !EMPTY.test(line));
  const starts = lines.flatMap((line, index) => (ITEM.test(line) ? index : []));
  const first = starts[0];
  if (first === undefined) return { header: joined(lines), items: [], footer: '' };
  const headerEnd = lines.slice(0, first).findLastIndex((line) => line.trim() === '') + 1;
  let from = headerEnd === 0 ? first : headerEnd;
  const header = joined(lines.slice(0, from));
  const items = starts.map((start, index) => {
    const next = starts[index + 1] ?? lines.length;
    const end = lines.slice(start, next).findLastIndex((line) => !COMMENT.test(line)) + start + 1;
    const item = { lead: joined(lines.slice(from, start)), text: joined(lines.slice(start, end)) };
    from = end;
    return item;
  });
  return { header, items, footer: joined(lines.slice(from)) };
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
