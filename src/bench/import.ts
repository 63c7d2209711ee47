import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import { remark } from 'remark';
import { IMPORT_MEMORY } from '../../scripts/lib/import-memory.mjs';
import { importMinutes, type ImportSettings } from '../ingest/import.ts';
import { readSites } from '../library/library.ts';
import type { Figure } from './figure.ts';
import { timePair } from './measure.ts';

const CORPUS = 'tests/corpus/dev';
const ROUNDS = 30;
const MOST_RATIO = 1.5;
const MOST_MEMORY = 300;
const MANY = 1000;

interface Source {
  name: string;
  bytes: Uint8Array;
}

const markdown = remark().use(remarkGfm);

/** Each format's conversion alone, as its library does it. */
const BARE: Record<string, (source: Source) => unknown> = {
  md: ({ bytes }) => markdown.parse(new TextDecoder().decode(bytes)),
  docx: async ({ bytes }) => {
    const { default: mammoth } = await import('mammoth');
    return mammoth.convertToHtml({ buffer: bytes as Buffer });
  },
  pdf: async ({ bytes }) => {
    const { extractText, getDocumentProxy } = await import('unpdf');
    return extractText(await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }));
  },
};

/**
 * The importer over the corpus: documents a second, and its time over that of the bare conversion;
 * then the memory that a thousand CRs take in one call.
 */
export async function* importBench(): AsyncGenerator<Figure> {
  const settings: ImportSettings = {
    sites: readSites(process.cwd(), process.env),
    redact: ['password', 'nir', 'iban'],
    importedAt: '2026-01-01T00:00:00Z',
  };
  for (const [format, bare] of Object.entries(BARE)) {
    const sources = corpusOf(format);
    let next = 0;
    let other = 0;
    const of = (index: number): Source => sources[index % sources.length] ?? fail(format);
    const pair = await timePair(
      () => importMinutes(of(next++), settings),
      () => bare(of(other++)),
      Math.max(ROUNDS, sources.length * 5),
    );
    yield {
      name: `${format}: documents a second`,
      value: 1000 / pair.subject,
      unit: '/s',
      most: null,
    };
    yield { name: `${format}: bare conversion`, value: pair.reference, unit: 'ms', most: null };
    yield {
      name: `${format}: import ÷ bare conversion`,
      value: pair.ratio,
      unit: '×',
      most: MOST_RATIO,
    };
  }
  const { seconds, peak } = await importMany();
  yield { name: `${MANY} CRs in one call: time`, value: seconds, unit: 's', most: null };
  yield {
    name: `${MANY} CRs in one call: peak memory`,
    value: peak,
    unit: 'MB',
    most: MOST_MEMORY,
  };
}

function fail(format: string): never {
  throw new Error(`${CORPUS} holds no .${format} file to measure with.`);
}

function corpusOf(format: string): Source[] {
  return readdirSync(CORPUS).flatMap((number) => {
    const name = `source.${format}`;
    const folder = join(CORPUS, number);
    return readdirSync(folder).includes(name)
      ? [{ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }]
      : [];
  });
}

/** Runs the command over the corpus, again and again, in a process of its own. */
async function importMany(): Promise<{ seconds: number; peak: number }> {
  const script = join(import.meta.dirname, 'import-many.ts');
  const child = spawn(process.execPath, [...IMPORT_MEMORY, script, CORPUS, String(MANY)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  );
  if (code !== 0) throw new Error(`${script} ended with code ${String(code)}.`);
  return JSON.parse(output) as { seconds: number; peak: number };
}
