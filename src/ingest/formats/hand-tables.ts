import type { Paragraph, PhrasingContent, RootContent, Table } from 'mdast';

/** Rows that a table typed with tabs has at least. */
const FEWEST = 3;
/** A mark that a tab parts from its text: a bullet, "1.", "a)". */
const MARK = /^(?:[^\p{L}\p{N}]{1,2}|\d{1,2}[.)]?|[a-z][.)])$/u;

/** A word that a sentence goes on behind, and no cell ends with. */
const OPEN =
  /(?:^|[\s'’(])(?:de|du|des|le|la|les|un|une|et|ou|à|au|aux|en|est|sont|sur|pour|par|qui|que|dans|avec|sans|ne|se|ce|cette|ces|notre|votre|nos|vos|leurs?|[dlnsjcq]['’])\s*$/iu;
const PASSWORD = /mots?\s+de\s+passe/i;

/**
 * Makes tables of lines typed with tabs between their columns: three or more that follow one another
 * and have as many columns. Lines of one label ("Date :⇥lundi 15") and of a table of contents stay.
 */
export function tablesFromTabs(blocks: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  let run: { paragraph: Paragraph; rows: PhrasingContent[][][] }[] = [];
  const flush = (): void => {
    const rows = run.flatMap((part) => part.rows);
    result.push(...(isTable(rows) ? [toTable(rows)] : run.map((part) => part.paragraph)));
    run = [];
  };
  for (const block of blocks) {
    const rows = block.type === 'paragraph' ? rowsOf(block) : null;
    const columns = run[0]?.rows[0]?.length ?? rows?.[0]?.length;
    if (rows === null || block.type !== 'paragraph') {
      flush();
      result.push(block);
    } else {
      if (rows.some((row) => row.length !== columns)) flush();
      run.push({ paragraph: block, rows });
    }
  }
  flush();
  return result;
}

/** The rows of a paragraph, each line of it being one; `null` where a line has no tab inside. */
function rowsOf(paragraph: Paragraph): PhrasingContent[][][] | null {
  if (!textOf(paragraph.children).includes('\t')) return null;
  const rows = splitAt(paragraph.children, (child) => child.type === 'break')
    .map((line) => cellsOf(line))
    .filter((cells) => cells.length > 0);
  const columns = rows[0]?.length ?? 0;
  const isSound = rows.every((row) => row.length === columns && !cutsSentence(row));
  return columns >= 2 && isSound ? rows : null;
}

/** Whether tabs stand within a sentence, as in a text pasted from a PDF: "votre mot de⇥passe". */
function cutsSentence(row: readonly PhrasingContent[][]): boolean {
  const cells = row.map((cell) => textOf(cell));
  return (
    cells.slice(0, -1).some((cell) => OPEN.test(cell)) ||
    (PASSWORD.test(cells.join(' ')) && !cells.some((cell) => PASSWORD.test(cell)))
  );
}

/** The cells of a line: what stands between its tabs; several in a row are one. */
function cellsOf(line: readonly PhrasingContent[]): PhrasingContent[][] {
  const pieces = line.flatMap((child) => atTabs(child));
  return splitAt(pieces, (child) => child.type === 'text' && child.value === '\t').filter(
    (cell) => textOf(cell).trim() !== '',
  );
}

/** A node parted at its tabs, each tab a text of its own; marks stand around each part. */
function atTabs(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'text') {
    const parts = node.value.split(/(\t)/).filter((value) => value !== '');
    return parts.map((value) => ({ ...node, value }));
  }
  if (!('children' in node) || !textOf([node]).includes('\t')) return [node];
  return node.children
    .flatMap((child) => atTabs(child))
    .map((child) =>
      child.type === 'text' && child.value === '\t' ? child : { ...node, children: [child] },
    );
}

function splitAt(
  children: readonly PhrasingContent[],
  isSplit: (child: PhrasingContent) => boolean,
): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (isSplit(child)) parts.push([]);
    else parts.at(-1)?.push(child);
  }
  return parts;
}

function isTable(rows: readonly PhrasingContent[][][]): boolean {
  if (rows.length < FEWEST) return false;
  const share = (test: (row: PhrasingContent[][]) => boolean): number =>
    rows.filter(test).length / rows.length;
  const isContents = share((row) => /^\s*\d{1,3}\s*$/.test(textOf(row.at(-1) ?? []))) > 0.8;
  const isLabels = share((row) => /:\s*$/.test(textOf(row[0] ?? []))) > 0.6;
  const isList = share((row) => MARK.test(textOf(row[0] ?? []).trim())) > 0.3;
  return !isLabels && !isList && !(isContents && (rows[0]?.length ?? 0) === 2);
}

const toTable = (rows: PhrasingContent[][][]): Table => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children })),
  })),
});

function textOf(children: readonly PhrasingContent[]): string {
  return children
    .map((child) => {
      if (child.type === 'break') return '\n';
      if ('children' in child) return textOf(child.children);
      return 'value' in child ? child.value : '';
    })
    .join('');
}
