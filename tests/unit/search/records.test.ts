import { describe, expect, it } from 'vitest';
import { readMinutes } from '../../../src/minutes/read.ts';
import { recordsOf } from '../../../src/search/records.ts';
import { sites } from '../sites.fixture.ts';

const file = {
  path: '060.mdx',
  text: `---
number: 60
title: 60e conférence
date: 2030-03-04
start: 13:30
end: 15:00
next:
  - { date: 2030-04-01, start: null, end: null }
inclusions: { count: 2001, asOf: 2030-03-01 }
participants:
  - { name: Ada Lunaire, site: epinal }
excused: []
agenda: [Un point]
highlights: [À savoir]
source:
  file: a.md
  sha256: ${'a'.repeat(64)}
  importedAt: 2030-03-05T00:00:00Z
---

<Preamble>
  Tête de page
</Preamble>

Avant tout titre.

## Actualités

Un texte.

<Question status="open">
  **Qui vient ?**
</Question>

<Question status="answered">
  Pourquoi ?

  <Answer>
    Parce que.
  </Answer>
</Question>

## Formation

<Training site="epinal">
  <Label>Épinal,</Label> une personne
</Training>

<SiteNews site="epinal">
  <Label>Vosges :</Label> Tout va bien.
</SiteNews>

<Boilerplate>
  Pied de page
</Boilerplate>
`,
};

describe('recordsOf', () => {
  const records = recordsOf(readMinutes(file, sites), file, sites);
  const page = '/cdp/comptes-rendus/60/';

  it('makes each section of a CR one record, at its anchor', () => {
    expect(records.map(({ url, kind, title }) => [url.replace(page, ''), kind, title])).toEqual([
      ['', 'en-bref', '60e conférence, 4\u00a0mars 2030'],
      ['#participants-et-excuses', 'en-bref', 'Participants'],
      ['', 'programme', '60e conférence, 4\u00a0mars 2030'],
      ['#question-qui-vient', 'questions', 'Qui vient ?'],
      ['#question-pourquoi', 'questions', 'Pourquoi ?'],
      ['#actualites', 'programme', 'Actualités'],
      ['#epinal', 'nouvelles', 'Épinal'],
      ['#formation', 'formations', 'Formation'],
    ]);
  });

  it('gives each its own text', () => {
    const texts = records.slice(1).map(({ text }) => text);
    expect(texts).toEqual([
      'Présents : Ada Lunaire (Épinal)',
      'Avant tout titre.',
      'Question sans réponse.',
      'Parce que.',
      'Un texte.',
      'Tout va bien.',
      'Épinal, une personne',
    ]);
    expect(records[0]?.text.split('\n')).toEqual([
      'Lundi 4\u00a0mars 2030 de 13\u00a0h\u00a030 à 15\u00a0h',
      '2001 inclusions au 1er\u00a0mars 2030',
      'À retenir : À savoir',
      'Ordre du jour : Un point',
      'Prochaines conférences : lundi 1er\u00a0avril 2030',
    ]);
  });

  it('says of which sites each speaks', () => {
    expect(records.slice(-2).map(({ sites }) => sites)).toEqual([['epinal'], ['epinal']]);
  });
});
