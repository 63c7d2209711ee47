import { describe, expect, it } from 'vitest';
import type { KnownMinutes } from '../../../../src/ingest/review/entry.ts';
import { importOf, knownMinutes, minutesText, reviewOf, reviewResult, said } from './reviewing.ts';

const doubtsOf = async (parts: Parameters<typeof minutesText>[0], library = [knownMinutes()]) =>
  (await reviewOf(minutesText(parts), { library })).doubts;

const earlier = (months: readonly string[], inclusions: number | null) =>
  months.map((month, index) =>
    knownMinutes({
      id: `00${String(index)}`,
      number: index + 1,
      date: `2025-${month}-10`,
      next: [],
      news: [{ site: 'nimes', inclusions }],
    }),
  );

describe('doubts', () => {
  it('says what is missing, the date first', async () => {
    const title = 'Compte-rendu de la réunion des coordinations';
    expect(said(await doubtsOf({ title, people: '' })).slice(0, 3)).toEqual([
      'date de la conférence non trouvée',
      'numéro de la conférence non trouvé',
      'aucune personne présente trouvée',
    ]);
  });

  it('misses a next conference and a national figure only where CRs have them', async () => {
    const parts = {
      next: 'Bonne lecture à toutes et à tous, merci à Ophélie.',
      national: 'Bonne année.',
    };
    expect(said(await doubtsOf(parts, []))).toEqual([]);
    const library = [...earlier(['03', '06', '09'], 80), knownMinutes()];
    expect(said(await doubtsOf(parts, library))).toEqual([
      'aucune prochaine conférence trouvée',
      'aucun total national trouvé',
    ]);
  });

  it('says the site of a person that another CR knows, and the rest together', async () => {
    const people = 'Ophélie RANCHIN, Nour HADDAD et Yannick TALBOT';
    expect(
      (await doubtsOf({ people })).map(
        ({ what, why }) => said([{ what: `${what} | ${why ?? ''}` }])[0],
      ),
    ).toEqual([
      'le site de Ophélie RANCHIN n’est pas dit | Nîmes dans le CR n° 19 du 11 décembre 2025',
      'le site de Nour HADDAD et Yannick TALBOT n’est pas dit | ',
    ]);
  });

  it.each([
    ['90 inclus, deux réunions.', true],
    ['Environ 90 inclusions, à vérifier.', false],
    ['12 inclusions ont été faites ce mois-ci.', false],
    ['Deux réunions ce mois-ci.', false],
  ])('sees a total that was not read, where one may stand: %s', async (news, isDoubted) => {
    const result = await importOf(
      minutesText({ news: `**Nîmes :** ${news}\n\n**Marseille :** RAS.` }),
    );
    const siteUpdates = result.json.siteUpdates.map((update) => ({ ...update, inclusions: null }));
    const doubted = (library: KnownMinutes[]) =>
      said(reviewResult({ ...result, json: { ...result.json, siteUpdates } }, { library }).doubts);
    const total = 'Nîmes : aucun total d’inclusions lu';
    expect(doubted(earlier(['03', '06', '09'], 80)).includes(total)).toBe(isDoubted);
    expect(doubted(earlier(['03', '06'], 80))).not.toContain(total);
    expect(doubted(earlier(['03', '06', '09'], null))).not.toContain(total);
  });

  it('sees a site that is named without a word behind it', async () => {
    const doubts = await doubtsOf({
      news: '**Nîmes :** 90 inclusions.\n\n**Uzès :**\n\n**Marseille :** RAS.',
    });
    expect(said(doubts)).toEqual(['Uzès : rien ne suit le nom du site']);
    expect(doubts[0]?.line).toBe(19);
  });

  it('quotes a line that speaks of a password no further than those words', async () => {
    const prose = 'Le bureau est au bout du couloir. Le mot de passe, on le demande à Ophélie.';
    const result = await importOf(minutesText({ prose }));
    const line = 13;
    const doubt = { field: 'redactions', why: 'à vérifier', line, sentence: prose };
    const { doubts } = reviewResult({ ...result, json: { ...result.json, doubts: [doubt] } });
    expect(doubts.find(({ what }) => what === 'à vérifier')).toMatchObject({
      line,
      sentence: 'Le bureau est au bout du couloir. Le mot de passe, […]',
    });
  });

  it('sees a question read as open before what looks like its answer', async () => {
    const prose =
      'Le texte est en ligne.\n\n## Vos questions\n\n**Peut-on inclure en août ?**\n\nOui, bien sûr.';
    const result = await importOf(minutesText({ prose }));
    expect(result.json.questions).toHaveLength(1);
    expect(reviewResult(result, { library: [knownMinutes()] }).doubts).toEqual([]);
    const questions = result.reading.questions.map((one) => ({
      ...one,
      to: one.from + 1,
      answer: null,
    }));
    const reading = { ...result.reading, questions };
    const { doubts } = reviewResult({ ...result, reading }, { library: [knownMinutes()] });
    expect(said(doubts)).toEqual(['question lue comme ouverte : « Peut-on inclure en août ? »']);
    expect(doubts[0]?.sentence).toBe('Oui, bien sûr.');
  });
});
