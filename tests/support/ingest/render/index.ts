import type { Document } from '../document.ts';
import { toDocx } from './docx.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';
import { toOdt } from './odt.ts';
import { toPdf } from './pdf.ts';
import { toRtf } from './rtf.ts';
import { toText } from './text.ts';

const encode =
  (write: (document: Document) => string) =>
  (document: Document): Uint8Array =>
    new TextEncoder().encode(write(document));

const RENDERERS = {
  md: encode(toMarkdown),
  txt: encode(toText),
  html: encode(toHtml),
  docx: toDocx,
  odt: toOdt,
  rtf: encode(toRtf),
  pdf: toPdf,
} as const satisfies Record<string, (document: Document) => Uint8Array>;

export type Format = keyof typeof RENDERERS;
export const FORMATS = Object.keys(RENDERERS) as [Format, ...Format[]];

/** The document as a file of a format. */
export function render(document: Document, format: Format): { name: string; bytes: Uint8Array } {
  return { name: `cr.${format}`, bytes: RENDERERS[format](document) };
}
