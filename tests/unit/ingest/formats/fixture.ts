import { strToU8, zipSync } from 'fflate';
import type { Nodes } from 'mdast';
import { readDocument, type SourceDocument } from '../../../../src/ingest/formats/index.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A Word file around the XML of a body, with further parts. */
export function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const files = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])),
  );
}

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const par = (inner: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
export const wordPart = (root: string, inner: string): string =>
  `<w:${root} xmlns:w="${WORD}">${inner}</w:${root}>`;

/** An OpenDocument text around the XML of its styles and its text; `margins` are those of its pages. */
export function odt(text: string, styles = '', margins = ''): Uint8Array {
  const common = `<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:text="t"><office:master-styles><style:master-page>${margins}</style:master-page></office:master-styles></office:document-styles>`;
  const content = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:xlink="x" xmlns:draw="d"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`;
  return zipSync({ 'content.xml': strToU8(content), 'styles.xml': strToU8(common) });
}

export const read = (name: string, source: Uint8Array | string): Promise<SourceDocument> =>
  readDocument({
    name,
    bytes: typeof source === 'string' ? new TextEncoder().encode(source) : source,
  });

/** A tree in one line a block: `h1 Titre`, `p a **b**`, `- item`, `| cell | cell |`. */
export function outline(node: Nodes): string[] {
  if (node.type === 'heading') return [`h${node.depth} ${inline(node)}`];
  if (node.type === 'paragraph') return [`p ${inline(node)}`];
  if (node.type === 'tableRow') return [`| ${node.children.map(inline).join(' | ')} |`];
  if (node.type === 'listItem')
    return node.children.flatMap((child) =>
      outline(child).map((line) => `- ${line.replace(/^p /, '')}`),
    );
  return 'children' in node ? node.children.flatMap((child) => outline(child)) : [];
}

function inline(node: Nodes): string {
  if (node.type === 'break') return '\\';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const inner = node.children.map(inline).join('');
  if (node.type === 'strong') return `**${inner}**`;
  if (node.type === 'emphasis') return `_${inner}_`;
  return node.type === 'link' ? `[${inner}](${node.url})` : inner;
}
