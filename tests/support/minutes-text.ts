import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import { ROOT } from './build.ts';

/** What must not be readable without the passphrase, of one committed CR. */
export interface GatedText {
  readonly file: string;
  readonly title: string;
  readonly people: readonly string[];
  /** Folded, of four words or more. */
  readonly sentences: readonly string[];
}

const FOLDER = join(ROOT, 'content', 'comptes-rendus');

/** Reads every committed CR. Written apart from the vault's own leak scan, which it checks. */
export function readGatedTexts(): GatedText[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.mdx'));
  return files.map((file) => {
    const { data, content } = matter(readFileSync(join(FOLDER, file), 'utf8'));
    const title: unknown = data['title'];
    return {
      file,
      title: typeof title === 'string' ? fold(title) : '',
      people: [...names(data['participants']), ...names(data['excused'])],
      sentences: sentencesOf(content),
    };
  });
}

/** Lower case, straight apostrophes, plain single spaces: how texts are compared here. */
export function fold(text: string): string {
  const straight = text.normalize('NFC').replaceAll('’', "'");
  return straight.replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}

/** The visible text of an HTML page, folded. */
export function textOfHtml(html: string): string {
  const visible = html.replaceAll(/<[^>]*>/g, ' ');
  const decoded = visible
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
  return fold(decoded);
}

function sentencesOf(mdx: string): string[] {
  const plain = mdx
    .replaceAll(/<[^>]*>|\\\n/g, '\n\n')
    .replaceAll(/\\(.)/g, '$1')
    .replaceAll(/\]\([^)]*\)/g, ' ')
    .replaceAll(/[*_#[\]|`]/g, '');
  return plain
    .split(/(?<=[.!?:;…])\s+|\n\s*\n|\n\s*-\s/)
    .map(fold)
    .filter((sentence) => sentence.split(' ').length >= 4);
}

function names(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'name' in entry && typeof entry.name === 'string'
      ? [entry.name]
      : [],
  );
}
