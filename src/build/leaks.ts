import { readFileSync } from 'node:fs';
import { gatedTerms } from '../minutes/terms.ts';
import { isCiphertext } from '../vault/leak/ciphertext.ts';
import { forbid } from '../vault/leak/forbidden.ts';
import { scanForLeaks } from '../vault/leak/scan.ts';
import { unescaped, withoutTags } from '../vault/leak/words.ts';
import type { SealedSite } from '../vault/seal/seal-site.ts';
import type { SiteFile, StoredFile } from '../vault/seal/site-file.ts';

export interface LeakSettings {
  /** Raw CRs: their people, titles and addresses may be on no public page. */
  minutes: readonly { path: string; text: string }[];
  /** Names that the table of persons adds to those of the CRs. */
  people: readonly string[];
  /** The program's own words. */
  allowed: readonly string[];
  /** Public content: webinars. */
  declared: readonly string[];
}

/**
 * Holds what is to be published against what is gated.
 * @throws {Error} naming each file at fault, without repeating what leaked.
 */
export function refuseLeaks(
  { published, stored, gated }: SealedSite,
  settings: LeakSettings,
): void {
  const texts = gated.filter((file) => /\.(?:html|json|csv|ics|md|txt|xml)$/.test(file.path));
  const pages = texts.filter((file) => file.path.endsWith('.html')).map(decode);
  const forbidden = forbid({
    texts: texts.map(wordsOf),
    terms: [...gatedTerms(settings.minutes), ...settings.people, ...pages.flatMap(titlesOf)],
    allowed: settings.allowed,
    declared: settings.declared,
  });
  refusePlainChunks(stored);
  const leaks = scanForLeaks(published, forbidden);
  if (leaks.length === 0) return;
  const lines = leaks.map(
    ({ path, count, samples }) =>
      `  ${path.slice(1)}: ${String(count)} phrases or names, such as ${samples.join(', ')}`,
  );
  throw new Error(
    `Text of gated pages would be published; nothing was replaced.\n${lines.join('\n')}\nTake it out of these public files, or gate them.`,
  );
}

/** Chunks of large files are not read for text, as they are many: they have to be ciphertext. */
function refusePlainChunks(chunks: readonly StoredFile[]): void {
  const plain = chunks.find((chunk) => !isCiphertext(readFileSync(chunk.stored)));
  if (plain === undefined) return;
  throw new Error(`${plain.path.slice(1)} would be published unsealed; nothing was replaced.`);
}

const decode = (file: SiteFile): string => new TextDecoder().decode(file.bytes);

/** What a gated file says, without the frame that its format gives to any file. */
function wordsOf(file: SiteFile): string {
  if (file.path.endsWith('.html')) return contentOf(decode(file));
  if (file.path.endsWith('.ics')) return calendarWords(decode(file));
  // Data repeats what pages say, and links each line to the portal's own, public address.
  if (/\.(?:csv|json)$/.test(file.path)) return decode(file).replace(/https?:\/\/[^\s";]+/g, ' ');
  return decode(file);
}

/** The texts of a calendar's events: its other lines are alike in every calendar. */
function calendarWords(ics: string): string {
  const lines = ics.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const texts = lines.flatMap((line) => /^(?:SUMMARY|DESCRIPTION)[^:]*:(.*)/.exec(line)?.[1] ?? []);
  return unescaped(texts.join('\n').replace(/\\([,;])/g, '$1'));
}

/** What a page says in its own words: its main part and its description; the frame is shared. */
function contentOf(html: string): string {
  const main = /<main\b[^]*<\/main>/i.exec(html)?.[0] ?? html;
  const description = /<meta name="description" content="([^"]*)"/i.exec(html)?.[1] ?? '';
  return unescaped(`${withoutTags(main)}\n${description}`);
}

/** The title of a page, and what stands before the programme's name in it. */
function titlesOf(html: string): string[] {
  const title = unescaped(/<title>([^<]*)<\/title>/i.exec(html)?.[1] ?? '').trim();
  return [title, title.split(' — ')[0] ?? ''].filter((text) => text !== '');
}
