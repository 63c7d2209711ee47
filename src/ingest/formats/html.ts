import type { Root, RootContent } from 'mdast';
import type { Root as HastRoot } from 'hast';
import { decodeText } from './decode.ts';
import { fromHast } from './from-hast.ts';
import { dropUnseen, plainHtml, textOf } from './html-clean.ts';
import { listsFromHandBullets } from './hand-lists.ts';
import { paragraphOf, textNode } from './nodes.ts';
import { refuseMisnamed } from './refusals.ts';
import type { SourceDocument, SourceFile } from './source.ts';

/** Parses HTML as browsers do; positions are those of the text. */
export async function parseHtml(html: string): Promise<HastRoot> {
  const [{ unified }, { default: rehypeParse }] = await Promise.all([
    import('unified'),
    import('rehype-parse'),
  ]);
  // Word writes its list bullets behind conditional comments that only it understands.
  const plain = html.replace(/<!\[(?:if|endif)[^\]]*\]>/gi, (mark) => ' '.repeat(mark.length));
  return unified().use(rehypeParse).parse(plain);
}

/**
 * Reads a web page or an exported mail.
 * @throws {ImportError} when the file is no HTML.
 */
export async function readHtml(file: SourceFile): Promise<SourceDocument> {
  const html = decodeHtml(file);
  if (!/<(?:!doctype|html|body|p|div|table|br|span|h[1-6]|ul)\b/i.test(html))
    throw refuseMisnamed(file.name, 'HTML');
  const tree = await parseHtml(html);
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1]?.trim() ?? '';
  const { hidden } = dropUnseen(tree);
  plainHtml(tree);
  const root = await fromHast(tree);
  root.children = listsFromHandBullets(root.children);
  addTitle(root, title, textOf(tree));
  const notes = hidden
    ? [
        'Le fichier contenait du texte masqué, que ses lecteurs ne voient pas : il a été laissé de côté.',
      ]
    : [];
  return { root, notes };
}

/** The encoding a page declares holds, unless the bytes say otherwise. */
function decodeHtml(file: SourceFile): string {
  const start = new TextDecoder('latin1').decode(file.bytes.subarray(0, 2048));
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1]?.toLowerCase() ?? '';
  if (/^(?:utf-?8|utf-?16.*|)$/.test(declared) || file.bytes.includes(0)) return decodeText(file);
  try {
    return new TextDecoder(declared).decode(file.bytes);
  } catch {
    return decodeText(file);
  }
}

/** The page's title is read when the page itself does not say it. */
function addTitle(root: Root, title: string, text: string): void {
  const bare = (value: string): string => value.replace(/\s+/g, ' ').trim().toLowerCase();
  if (!/[\p{L}\p{N}]/u.test(title) || bare(text).includes(bare(title))) return;
  const first: RootContent = paragraphOf([textNode(title)]);
  root.children.unshift(first);
}
