import type { Root } from 'mdast';

/** A file to import, as bytes: the same in Node and in a browser. */
export interface SourceFile {
  /** Its name, without folders: `50e conférence.md`. */
  name: string;
  bytes: Uint8Array;
}

/** The address of a picture in the file, before its key among the document's pictures. */
export const PICTURE = 'picture:';

/** A document as read from its file. */
export interface SourceDocument {
  /**
   * Positions are lines of the source (md, txt, html); where it has none (docx, odt, rtf, pdf),
   * `line` is the ordinal of the paragraph.
   */
  root: Root;
  /** French: what was left out of the text on purpose, and why. */
  notes: string[];
  /** Pictures in the file; in the tree, images of the address {@link PICTURE} and a key stand for them. */
  pictures?: ReadonlyMap<string, Uint8Array>;
}
