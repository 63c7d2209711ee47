import type { Image, Nodes, RootContent } from 'mdast';
import { paragraphOf, textNode } from '../formats/nodes.ts';
import { PICTURE, type SourceDocument } from '../formats/source.ts';
import { element } from '../mark/elements.ts';
import { altOf } from './alt.ts';
import { choosePictures, type Refusals } from './choose.ts';
import { refusalNotes } from './notes.ts';

/** A picture that goes with a CR. */
export interface Picture {
  /** `image-1.png`, in the order of the text. */
  file: string;
  /** Without metadata. */
  bytes: Uint8Array;
  /** What the source says of it; '' where it says nothing of use. */
  alt: string;
  /** Of the block it stands behind, as in the source's positions. */
  line: number;
}

/** A document whose pictures stand as blocks, `<Picture file alt />`, and its pictures. */
export interface PicturedDocument extends SourceDocument {
  chosen: Picture[];
}

/** From this many places on, a picture is a logo: the first will do. */
const OFTEN = 3;

/**
 * Takes the pictures of a document that can be shown, in the order of its text: each once with a name
 * of its own; decoration, what no browser shows and what may run are left out, and said.
 */
export async function arrangePictures(document: SourceDocument): Promise<PicturedDocument> {
  const { root, pictures, notes } = document;
  const images = imagesOf(root);
  const elsewhere = images.filter((image) => !image.url.startsWith(PICTURE)).length;
  const { names, refusals } = await choosePictures(
    images.flatMap((image) => (image.url.startsWith(PICTURE) ? [image.url] : [])),
    (url) => pictures?.get(url.slice(PICTURE.length)) ?? null,
  );
  const places = new Map<string, number>();
  for (const { url } of images) {
    const file = names.get(url)?.file;
    if (file !== undefined) places.set(file, (places.get(file) ?? 0) + 1);
  }
  const chosen: Picture[] = [];
  const show = (image: Image, at: Nodes): RootContent[] => {
    const picture = names.get(image.url);
    const alt = altOf(image.alt);
    if (picture === undefined) return alt === '' ? [] : [inWords(alt, at)];
    const isShown = chosen.some(({ file }) => file === picture.file);
    if (isShown && (places.get(picture.file) ?? 0) >= OFTEN) {
      refusals.repeated += 1;
      return [];
    }
    const shown = element('Picture', { file: picture.file, alt }, []);
    if (at.position !== undefined) shown.position = at.position;
    chosen.push({ ...picture, alt, line: at.position?.start.line ?? 1 });
    return [shown];
  };
  root.children = lift(root.children, show);
  const found: Refusals = { ...refusals, elsewhere };
  return { ...document, root, notes: [...notes, ...refusalNotes(found)], chosen };
}

/** The description of a picture that is not shown. */
function inWords(alt: string, at: Nodes): RootContent {
  const paragraph = paragraphOf([textNode(`[image : ${alt}]`)]);
  return at.position === undefined ? paragraph : { ...paragraph, position: at.position };
}

function imagesOf(node: Nodes): Image[] {
  if (node.type === 'image') return [node];
  const inner = 'children' in node ? node.children.flatMap((child) => imagesOf(child)) : [];
  const blocks = node.type === 'tableCell' ? (node.data?.blocks ?? []) : [];
  return [...inner, ...(blocks.length > 0 && inner.length === 0 ? blocks.flatMap(imagesOf) : [])];
}

/** Blocks with the pictures in their text lifted out: in front of it where it begins with one, else behind it. */
function lift(
  blocks: readonly RootContent[],
  show: (image: Image, at: Nodes) => RootContent[],
): RootContent[] {
  return blocks.flatMap((block): RootContent[] => {
    if (block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote') {
      const children = lift(block.children, show);
      block.children = children as never;
      return children.length > 0 ? [block] : [];
    }
    const found: Image[] = [];
    const isFirst = leads(block);
    take(block, found);
    if (found.length === 0) return [block];
    const shown = found.flatMap((image) => show(image, block));
    const rest = isBare(block) ? [] : [block];
    return isFirst ? [...shown, ...rest] : [...rest, ...shown];
  });
}

/** Takes the embedded pictures out of a node's text, in place; those that are not shown leave their words. */
function take(node: Nodes, found: Image[]): void {
  if (!('children' in node)) return;
  const children = (node.children as Nodes[]).filter((child) => {
    if (child.type !== 'image' || !child.url.startsWith(PICTURE)) return true;
    found.push(child);
    return false;
  });
  node.children = children as never;
  for (const child of children) take(child, found);
  if (node.type === 'tableCell') for (const block of node.data?.blocks ?? []) take(block, []);
}

function leads(node: Nodes): boolean {
  if (node.type === 'image') return true;
  const first = 'children' in node ? node.children.find((child) => !isBare(child)) : undefined;
  return first !== undefined && leads(first);
}

/** Whether a node shows nothing. */
function isBare(node: Nodes): boolean {
  if (node.type === 'image') return false;
  if ('value' in node) return node.value.trim() === '';
  return 'children' in node ? node.children.every((child) => isBare(child)) : node.type === 'break';
}
