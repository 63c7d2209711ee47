import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../src/ingest/formats/index.ts';
import { importMinutes } from '../../../src/ingest/import.ts';
import { readMinutes } from '../../../src/minutes/read.ts';
import { leaks, preservedShare, scoreOne, sourceText } from '../../corpus/score.mjs';
import { sites } from '../sites.fixture.ts';

const DEV = 'tests/corpus/dev';
const readable = readdirSync(DEV).flatMap((number) => {
  const source = readdirSync(join(DEV, number)).find((name) => name.startsWith('source.'));
  return source !== undefined && FORMATS.includes(source.slice(7))
    ? [{ number, path: join(DEV, number, source) }]
    : [];
});
const settings = {
  sites,
  redact: ['password', 'nir', 'iban'] as const,
  importedAt: '2026-01-01T00:00:00Z',
};

/** Text of a CR without any reader of ours: the marks of its format taken out. */
function bareText(path: string): string {
  if (path.endsWith('.md')) return sourceText(path);
  const bytes = readFileSync(path);
  const isZip = /\.(?:docx|odt)$/.test(path);
  const parts = isZip ? unzipSync(bytes) : { page: bytes };
  return Object.entries(parts)
    .filter(([name]) => /^(?:page|content\.xml|word\/(?:document|footnotes)\.xml)$/.test(name))
    .map(([, part]) => strFromU8(part))
    .join('\n')
    .replace(/<(head|w:instrText|w:delText)\b[^>]*>[^]*?<\/\1>/g, '')
    .replace(
      /<\/(?:w:p|text:p|text:h|p|li|h\d|div|td)>|<(?:br|w:br|w:tab|text:line-break|text:tab|text:s)\b[^>]*>/g,
      '\n',
    )
    .replace(/<w:noBreakHyphen\/>/g, '-')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&(?:apos|rsquo);/g, '’')
    .replace(/&amp;/g, '&');
}

describe.each(readable)('CR $number of the corpus', ({ number, path }) => {
  const gold: unknown = JSON.parse(readFileSync(join(DEV, number, 'gold.json'), 'utf8'));
  const imported = importMinutes(
    { name: path.replace(/.*\//, ''), bytes: readFileSync(path) },
    settings,
  );

  it('is read as a careful human reads it', async () => {
    const { json } = await imported;
    const { bad } = scoreOne(gold, json, false) as { bad: unknown[] };
    expect(bad).toEqual([]);
  });

  it('loses no word and keeps no secret', async () => {
    const { json, mdx } = await imported;
    const { secrets } = gold as { secrets: string[] };
    const source = path.endsWith('.pdf') ? '' : bareText(path);
    expect(preservedShare(source, json, secrets)).toMatchObject({ share: 1 });
    expect(leaks(mdx, json, secrets)).toEqual([]);
    expect(json.redactions.length > 0).toBe(secrets.length > 0);
  });

  it('is written as a file the portal reads, with the same figures', async () => {
    const { json, mdx, id } = await imported;
    const minutes = readMinutes({ path: `${id}.mdx`, text: mdx }, sites);
    const figures = ({ site, inclusions, followed, waiting, fte }: Record<string, unknown>) => [
      site,
      inclusions,
      followed,
      waiting,
      fte,
    ];
    expect(
      minutes.news
        .filter((news) => news.text !== '')
        .map((news) => figures({ ...news, site: sites.nameOf(news.site) })),
    ).toEqual(json.siteUpdates.map((update) => figures({ ...update })));
    expect(minutes.questions.map((question) => question.question)).toEqual(
      json.questions.map((question) => question.question),
    );
    expect(minutes.trainings.map((training) => training.text)).toEqual(
      json.trainings.map((training) => training.text),
    );
  });
});

it('reads all CRs of the corpus', () => {
  expect(readable).toHaveLength(readdirSync(DEV).length);
});
