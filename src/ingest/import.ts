import { forgetTexts } from '../minutes/memo.ts';
import type { MinutesFrontmatter } from '../minutes/schema.ts';
import type { SiteTable } from '../minutes/sites.ts';
import { flatten } from './blocks/flatten.ts';
import { joinSplitParagraphs } from './blocks/join.ts';
import { ImportError } from './errors.ts';
import { readDocument, type SourceFile } from './formats/index.ts';
import { type MinutesJson, toJson } from './json.ts';
import { markBody } from './mark/body.ts';
import { arrangePictures, type Picture } from './pictures/arrange.ts';
import { missingAlts } from './pictures/doubts.ts';
import { redactAlts } from './pictures/secrets.ts';
import { valuesOf } from './recognise/finding.ts';
import { type Reading, recognise } from './recognise/index.ts';
import { arrangeTables } from './recognise/tables.ts';
import { redactBlocks } from './redact-blocks.ts';
import { findSecrets, type SecretKind } from './redact.ts';
import { unredactedMentions } from './mentions.ts';
import { verify } from './verify.ts';
import { writeBody, writeMdx } from './write.ts';

export interface ImportSettings {
  sites: SiteTable;
  /** What to take out before anything is written. */
  redact: readonly SecretKind[];
  /** Moment of the import, ISO 8601 in UTC. */
  importedAt: string;
}

export interface ImportResult {
  /** Name of the MDX file without its ending: `046`, or the date where the CR has no number. */
  id: string;
  mdx: string;
  json: MinutesJson;
  reading: Reading;
  /** French: what of the file was left out on purpose (hidden text). */
  notes: string[];
  /** Pictures that the body names, in its order; one that stands in two places is there twice. */
  pictures: Picture[];
}

/**
 * Turns a CR into its MDX file and its data. The same in Node and in a browser.
 * @throws {ImportError} when the file cannot be read, is no CR, or would break one of the three laws.
 */
export async function importMinutes(
  file: SourceFile,
  settings: ImportSettings,
): Promise<ImportResult> {
  try {
    return await imported(file, settings);
  } finally {
    forgetTexts();
  }
}

async function imported(file: SourceFile, settings: ImportSettings): Promise<ImportResult> {
  const { root: source, notes, chosen: pictures } = await arrangePictures(await readDocument(file));
  const found = joinSplitParagraphs(flatten(arrangeTables(source, settings.sites)));
  if (found.length === 0) {
    throw new ImportError(
      `« ${file.name} » est vide.`,
      'Vérifiez que c’est bien le compte-rendu, puis recommencez.',
    );
  }
  const secrets = findSecrets(found, settings.redact);
  redactAlts(source, pictures, secrets);
  const { blocks, redactions } = redactBlocks(found, secrets);
  const reading = recognise(blocks, settings.sites);
  reading.doubts.push(...unredactedMentions(blocks), ...missingAlts(blocks));
  const body = writeBody(markBody(reading));
  const frontmatter = await toFrontmatter(reading, file, settings.importedAt);
  const mdx = writeMdx(frontmatter, body);
  const json = toJson(reading, body, redactions, pictures, settings.sites);
  // The body stands in both; what it tells, it tells in the file.
  verify(source, body, mdx + JSON.stringify({ ...json, body: '' }), secrets);
  return { id: idOf(reading, file), mdx, json, reading, notes, pictures };
}

function idOf(reading: Reading, file: SourceFile): string {
  const number = reading.head.number?.value;
  if (number !== undefined) return String(number).padStart(3, '0');
  return reading.head.date?.value ?? file.name.replace(/\.[^.]+$/, '').replace(/[^a-z0-9]+/gi, '-');
}

async function toFrontmatter(
  reading: Reading,
  file: SourceFile,
  importedAt: string,
): Promise<Omit<MinutesFrontmatter, 'date'> & { date: string | null }> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(file.bytes));
  const sha256 = Array.from(new Uint8Array(digest), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return {
    number: reading.head.number?.value ?? null,
    title: reading.head.title ?? 'Conférence des coordinations locales',
    date: reading.head.date?.value ?? null,
    start: reading.head.hours?.value.start ?? null,
    end: reading.head.hours?.value.end ?? null,
    next: valuesOf(reading.next),
    inclusions: reading.national?.value ?? null,
    participants: valuesOf(reading.participants),
    excused: valuesOf(reading.excused),
    agenda: valuesOf(reading.agenda),
    highlights: valuesOf(reading.highlights),
    source: { file: file.name, sha256, importedAt },
  };
}
