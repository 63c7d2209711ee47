import { utf8 } from '../vault/format/bytes.ts';
import type { SiteFile } from '../vault/seal/site-file.ts';

/** Style sheet of the pages' own faces, for the gate: it is no page of Astro's, but looks like one. */
export function fontFaces(pages: readonly SiteFile[]): SiteFile {
  const css = pages
    .filter((file) => file.path.endsWith('.css'))
    .map((file) => new TextDecoder().decode(file.bytes));
  const faces = new Set(css.flatMap((text) => text.match(/@font-face\s*\{[^}]*\}/g) ?? []));
  return { path: '/_vault/fonts.css', bytes: utf8([...faces].join('\n')) };
}
