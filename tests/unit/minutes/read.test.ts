import { describe, expect, it } from 'vitest';
import { ContentError } from '../../../src/minutes/errors.ts';
import { readMinutes } from '../../../src/minutes/read.ts';
import { sites } from '../sites.fixture.ts';

const FRONTMATTER = `number: 7
title: 7e conférence
date: 2024-01-15
start: 13:30
end: 15:00
next: []
inclusions: { count: 120, asOf: 2024-01-02 }
participants: [{ name: Jeanne EXEMPLE, site: epinal }]
excused: []
agenda: []
highlights: []
source: { file: cr.md, sha256: ${'a'.repeat(64)}, importedAt: 2024-01-16T08:00:00Z }`;

const file = (body: string, frontmatter = FRONTMATTER) => ({
  path: 'content/comptes-rendus/007.mdx',
  text: `---\n${frontmatter}\n---\n\n${body}`,
});
const read = (body: string, frontmatter?: string) => readMinutes(file(body, frontmatter), sites);
const failure = (body: string, frontmatter?: string): ContentError => {
  try {
    read(body, frontmatter);
  } catch (error) {
    if (error instanceof ContentError) return error;
    throw error;
  }
  throw new Error('expected a ContentError');
};

describe('readMinutes', () => {
  it('keeps times and dates as text', () => {
    const minutes = read('Rien.');
    expect(minutes).toMatchObject({ id: '007', route: '7', date: '2024-01-15', start: '13:30' });
  });

  it('gathers news with label, figures and text without the label', () => {
    const { news } = read(
      '<SiteNews site="epinal" inclusions={54} fte={1.8}>\n\n**<Label>Vosges :</Label>** tout va\nbien.\n\nEncore.\n\n</SiteNews>',
    );
    expect(news).toEqual([
      {
        site: 'epinal',
        anchor: 'epinal',
        label: 'Vosges :',
        text: 'tout va bien.\nEncore.',
        inclusions: 54,
        followed: null,
        waiting: null,
        fte: 1.8,
        evidence: { inclusions: null, followed: null, waiting: null, fte: null },
      },
    ]);
  });

  it('gathers the anchors of the sentences that state figures', () => {
    const minutes = read(
      '<Preamble>\n\nIl y a <Evidence of="inclusions">120 inclusions.</Evidence>\n\n</Preamble>\n\n' +
        '<SiteNews site="epinal" inclusions={54} followed={40}>\n\nBien. <Evidence of="inclusions followed">54 inclusions, 40 suivis.</Evidence>\n\n</SiteNews>\n\n' +
        '<SiteNews site="epinal" inclusions={55}>\n\n<Evidence of="inclusions">55 inclusions.</Evidence>\n\n</SiteNews>',
    );
    expect(minutes.inclusionsAnchor).toBe('national-inclusions');
    expect(minutes.news.map(({ evidence }) => evidence)).toEqual([
      {
        inclusions: 'epinal-inclusions-followed',
        followed: 'epinal-inclusions-followed',
        waiting: null,
        fte: null,
      },
      { inclusions: 'epinal-inclusions', followed: null, waiting: null, fte: null },
    ]);
  });

  it('refuses a sentence of evidence for what is no figure', () => {
    expect(failure('<Evidence of="secrets">54.</Evidence>').message).toMatch(/unknown figure/);
  });

  it('gives one entry a site where one text speaks for two', () => {
    const { news } = read('<SiteNews site="angers nantes">\n\nEnsemble.\n\n</SiteNews>');
    expect(news.map((item) => [item.site, item.anchor])).toEqual([
      ['angers', 'angers-nantes'],
      ['nantes', 'angers-nantes'],
    ]);
  });

  it('numbers anchors that come back, across headings, news and questions', () => {
    const { sections, news, questions } = read(
      '## Épinal\n\n<SiteNews site="epinal">\n\nA.\n\n</SiteNews>\n\n<Question status="open">\n\nOù ?\n\n</Question>\n\n<Question status="answered">\n\nOù ?\n\n<Answer>\n\n<Label>R :</Label> Ici.\n\n</Answer>\n\n</Question>',
    );
    expect(sections[0]).toEqual({ anchor: 'epinal', title: 'Épinal', depth: 2 });
    expect(news[0]?.anchor).toBe('epinal-2');
    expect(questions.map((item) => item.anchor)).toEqual(['question-ou', 'question-ou-2']);
    expect(questions.map((item) => item.answer)).toEqual([null, 'Ici.']);
  });

  it('names file, line and field of a fault in the frontmatter', () => {
    const error = failure('Rien.', FRONTMATTER.replace('start: 13:30', 'start: 13h30'));
    expect(error.place).toMatchObject({ line: 5, field: 'start' });
    expect(error.message).toContain('HH:MM');
  });

  it('refuses a field it does not know, and a site that is none', () => {
    expect(failure('Rien.', `${FRONTMATTER}\nauteur: moi`).place.field).toBe('auteur');
    const unknown = failure('Rien.', FRONTMATTER.replace('site: epinal', 'site: golbey'));
    expect(unknown.message).toContain('"golbey" is no site');
    expect(failure('<SiteNews site="golbey">\n\nA.\n\n</SiteNews>').place).toMatchObject({
      line: 16,
      field: 'site',
    });
  });

  it.each([
    ['an expression', 'Un {process.exit()} ici.'],
    ['an expression on its own', '{process.exit()}'],
    ['an import', "import fs from 'node:fs'"],
    ['an export', 'export const a = 1'],
    ['an element', '<script src="https://example.org/x.js" />'],
    ['a component that is none of ours', '<Danger />'],
    ['an attribute that runs', '<SiteNews site={process.cwd()}>\n\nA.\n\n</SiteNews>'],
    ['a spread', '<SiteNews {...globalThis}>\n\nA.\n\n</SiteNews>'],
    ['an unknown attribute', '<Redacted kind="password" onClick="x" />'],
  ])('refuses %s in a body, with its line', (_, body) => {
    expect(failure(body).place.line).toBe(16);
  });

  it('refuses executable frontmatter', () => {
    const path = 'x.mdx';
    expect(() =>
      readMinutes({ path, text: '---js\n{ title: process.exit() }\n---\n' }, sites),
    ).toThrow(ContentError);
    expect(() => readMinutes({ path, text: '---\ntitle: a\n' }, sites)).toThrow(/not closed/);
  });
});

describe('passages', () => {
  it('give the whole text, each with the place where it can be read', () => {
    const { passages, trainings } = read(
      [
        '<Preamble>\n\nOrdre du jour\n\n</Preamble>',
        'Sans titre.',
        '## Point formation',
        'Des *dates*.',
        '<Training site="epinal">\n\n<Label>Vosges,</Label> en mars\n\n</Training>',
        '<SiteNews site="epinal">\n\n<Label>Vosges :</Label> rien.\n\n</SiteNews>',
        'Encore.',
        '<Boilerplate>\n\nNous écrire.\n\n</Boilerplate>',
      ].join('\n\n'),
    );
    expect(passages.map(({ anchor, place, text }) => [anchor, place, text])).toEqual([
      [null, 'head', 'Ordre du jour'],
      [null, 'body', 'Sans titre.'],
      ['point-formation', 'body', 'Point formation'],
      ['point-formation', 'body', 'Des dates.'],
      ['point-formation', 'body', 'Vosges, en mars'],
      ['epinal', 'body', 'Vosges : rien.'],
      ['point-formation', 'body', 'Encore.'],
      [null, 'end', 'Nous écrire.'],
    ]);
    expect(trainings).toEqual([{ site: 'epinal', text: 'en mars', section: 'point-formation' }]);
  });
});
