/** Text of one look, as a word processor keeps it. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  /** Address behind the words. */
  href?: string;
  /** Part of a secret: it must not come out. */
  secret?: boolean;
}

export type Line = readonly Run[];

/** A block of a document, apart from any file format. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; line: Line }
  | { kind: 'paragraph'; line: Line }
  | { kind: 'list'; ordered: boolean; items: readonly Line[] }
  | { kind: 'table'; rows: readonly (readonly Line[])[] };

/** A whole CR as its author meant it; every format is written from it. */
export interface Document {
  blocks: readonly Block[];
}

export const run = (text: string, look: Omit<Run, 'text'> = {}): Run => ({ text, ...look });
export const paragraph = (...line: Run[]): Block => ({ kind: 'paragraph', line });

/** Every line of text of a document, in order. */
export function linesOf(document: Document): Line[] {
  return document.blocks.flatMap((block): Line[] => {
    if (block.kind === 'list') return [...block.items];
    if (block.kind === 'table') return block.rows.flat();
    return [block.line];
  });
}

/** The document with each of its lines changed. */
export function mapLines(document: Document, change: (line: Line) => Line): Document {
  return {
    blocks: document.blocks.map((block): Block => {
      if (block.kind === 'list') return { ...block, items: block.items.map(change) };
      if (block.kind === 'table')
        return { ...block, rows: block.rows.map((row) => row.map(change)) };
      return { ...block, line: change(block.line) };
    }),
  };
}

export const lineText = (line: Line): string => line.map((each) => each.text).join('');

/** The secrets of a document, as written: neighbouring secret runs are one. */
export function secretsOf(document: Document): string[] {
  return linesOf(document).flatMap((line) => {
    const found: string[] = [];
    line.forEach((each, index) => {
      if (each.secret !== true) return;
      if (index > 0 && line[index - 1]?.secret === true)
        found.push((found.pop() ?? '') + each.text);
      else found.push(each.text);
    });
    return found;
  });
}
