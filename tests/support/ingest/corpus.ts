import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { type Block, type Document, lineText, mapLines, type Run, run } from './document.ts';

const DEV = 'tests/corpus/dev';

const entities = (text: string): string =>
  text
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|rsquo|#39|#x27);/g, '’')
    .replace(/&amp;/g, '&');

/** The text of a CR of the corpus, a paragraph a line: read by these tests' own, coarse means. */
function paragraphsOf(path: string): string[] {
  const bytes = readFileSync(path);
  if (path.endsWith('.md'))
    return strFromU8(bytes)
      .replace(/\\([^\w\s])/g, '$1')
      .split('\n')
      .map((line) => line.replace(/^\s*(?:#+|[-*]|\d+\.)\s+/, '').replace(/\*\*|__/g, ''));
  const parts = /\.(?:docx|odt)$/.test(path) ? unzipSync(bytes) : { page: bytes };
  return Object.entries(parts)
    .filter(([name]) => /^(?:page|content\.xml|word\/document\.xml)$/.test(name))
    .flatMap(([, part]) =>
      strFromU8(part)
        .replace(/\s+/g, ' ')
        .replace(/<(head|w:instrText|w:delText|office:automatic-styles)\b[^>]*>.*?<\/\1>/g, '')
        .replace(/<\/(?:w:p|text:p|text:h|p|li|h\d|div|td)>|<(?:br|w:br)\b[^>]*>/g, '\n')
        .replace(/<(?:w:tab|text:tab|text:s)\b[^>]*>/g, ' ')
        .replace(/<[^>]*>/g, '')
        .split('\n')
        .map(entities),
    );
}

/** A line's runs: what the corpus names a secret is one. */
function toRuns(line: string, secrets: readonly string[]): Run[] {
  const secret = secrets.find((each) => line.includes(each));
  if (secret === undefined) return [run(line)];
  const at = line.indexOf(secret);
  return [
    run(line.slice(0, at)),
    run(secret, { secret: true }),
    ...toRuns(line.slice(at + secret.length), secrets),
  ].filter((each) => each.text !== '');
}

function blockOf(line: Run[]): Block {
  const text = lineText(line);
  return text.length < 60 && !/[.:,;?]\s*$/.test(text)
    ? { kind: 'heading', level: 2, line }
    : { kind: 'paragraph', line };
}

/** The CRs of the corpus as documents, to be written in other formats; PDF has no paragraphs. */
export function corpusDocuments(): Document[] {
  return readdirSync(DEV).flatMap((number) => {
    const folder = join(DEV, number);
    const source = readdirSync(folder).find((name) => name.startsWith('source.')) ?? '';
    if (source.endsWith('.pdf')) return [];
    const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as {
      secrets: string[];
    };
    // Pasted Markdown escapes stand in one secret: they are none of it.
    const lines = paragraphsOf(join(folder, source)).map((line) =>
      line.replace(/\\_/g, '_').trim(),
    );
    const blocks = lines
      .filter((line) => line !== '')
      .map((line) => blockOf(toRuns(line, gold.secrets)));
    return [mapLines({ blocks }, (line) => line)];
  });
}
