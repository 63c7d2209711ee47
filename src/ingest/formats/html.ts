import type { Element as HastElement, Root as HastRoot } from 'hast';
import type { Root, RootContent } from 'mdast';
import { DataPictures } from './data-pictures.ts';
import { decodeText } from './decode.ts';
import { fromHast } from './from-hast.ts';
import { dropUnseen, plainHtml, textOf } from './html-clean.ts';
import { listsFromHandBullets } from './hand-lists.ts';
import { checkMarkup } from './limits.ts';
import { paragraphOf, textNode } from './nodes.ts';
import { parseHtml } from './parse-html.ts';
import { notesFor } from './notes.ts';
import { refuseMisnamed } from './refusals.ts';
import type { SourceDocument, SourceFile } from './source.ts';

/**
 * Reads a web page or an exported mail.
 * @throws {ImportError} when the file is no HTML.
 */
export async function readHtml(file: SourceFile): Promise<SourceDocument> {
  const html = decodeHtml(file);
  if (!/<(?:!doctype|html|body|p|div|table|br|span|h[1-6]|ul)\b/i.test(html))
    throw refuseMisnamed(file.name, 'HTML');
  // A picture within the page is one attribute, whatever its size.
  checkMarkup(html.replace(/["'(]data:[^"')]*/gi, '').length, file.name);
  const tree = await parseHtml(html);
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1]?.trim() ?? '';
  const met = dropUnseen(tree);
  const pictures = new DataPictures();
  takePictures(tree, pictures);
  plainHtml(tree);
  const root = await fromHast(tree);
  root.children = listsFromHandBullets(root.children);
  addTitle(root, title, textOf(tree));
  return { root, notes: notesFor(met), pictures: pictures.found };
}

function takePictures(node: HastRoot | HastElement, pictures: DataPictures): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const { src } = child.properties;
    if (child.tagName === 'img' && typeof src === 'string')
      child.properties['src'] = pictures.take(src) ?? src;
    takePictures(child, pictures);
  }
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
