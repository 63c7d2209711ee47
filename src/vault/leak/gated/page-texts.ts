import { unescaped } from '../text/escapes.ts';
import { withoutInlineTags, withoutTags } from '../text/tags.ts';
import { codeTexts } from './code-texts.ts';

/** Attributes that hold text: what is shown or read aloud, and data for scripts. */
const ATTRIBUTE =
  /\s(?:alt|title|aria-[a-z]+|content|placeholder|label|summary|value|props|opts|download|data-[\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const CODE = /<(?:script|style)\b[^>]*>([^]*?)<\/(?:script|style)\s*>/gi;
/** Instructions to browsers: a policy, a refresh. */
const INSTRUCTION = /<meta\s+http-equiv[^>]*>/gi;
const COMMENT = /<!--([^]*?)-->/g;

/**
 * What a page says: its main part as one text; of the rest each piece by itself, as public pages have the
 * same frame, put together of the same pieces.
 */
export function pageTexts(page: string): string[] {
  const html = page.replace(INSTRUCTION, '');
  const main = /<main\b[^]*<\/main>/i.exec(html)?.[0] ?? html;
  const frame = html.replace(main, ' ');
  const pieces = frame
    .replace(CODE, ' ')
    .split(/<[^>]*>/)
    .filter((piece) => /\S/.test(piece));
  const attributes = Array.from(
    html.matchAll(ATTRIBUTE),
    ([, double, single]) => double ?? single ?? '',
  );
  const comments = Array.from(html.matchAll(COMMENT), ([, text = '']) => text);
  const scripts = Array.from(html.matchAll(CODE), ([, code = '']) => codeTexts(code)).flat();
  return [
    withoutTags(main),
    withoutTags(withoutInlineTags(main)),
    ...pieces,
    ...attributes,
    ...comments,
    ...scripts,
  ].map((text) => unescaped(unescaped(text)));
}

/** The title of a page, and what stands before the programme's name in it. */
export function pageTitles(html: string): string[] {
  const title = unescaped(/<title>([^<]*)<\/title>/i.exec(html)?.[1] ?? '').trim();
  return [title, title.split(' — ')[0] ?? ''].filter((text) => text !== '');
}
