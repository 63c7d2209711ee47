import { nameKey } from '../../minutes/names.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import type { ImportResult } from '../import.ts';
import type { MinutesJson } from '../json.ts';
import { mentionsPassword } from '../passwords.ts';
import { foldKeepingLength } from '../recognise/fold.ts';
import type { Reading } from '../recognise/index.ts';
import { absent, cite } from './cite.ts';
import type { Entry } from './entry.ts';
import type { Neighbours } from './library.ts';
import { siteCount } from './against-library.ts';
import { guillemets, list, nameOf } from './words.ts';

/** So many CRs in a row make a habit. */
const HABIT = 3;
const ANSWERS =
  /^(?:r(?:ep(?:onse)?)?\s?[:.–-]|(?:oui|non|pas (?:pour|encore|necessairement)|a ce jour|en effet|tout a fait|effectivement|la reponse)\b)/;

/** What is missing from a CR, or was read without certainty. */
export function doubtsOf(
  { json, reading }: ImportResult,
  neighbours: Neighbours,
  sites: SiteTable,
): Entry[] {
  return [
    ...missing(json, neighbours),
    ...json.doubts.map((doubt) => doubtful(doubt, reading)),
    ...withoutSite(json, neighbours, sites),
    ...openQuestions(reading),
    ...emptyNews(reading, sites),
    ...unreadFigures(json, neighbours, sites),
  ];
}

/** What a CR has to state before it can be published, or nearly always does. */
function missing(json: MinutesJson, { before }: Neighbours): Entry[] {
  const entries: Entry[] = [];
  const add = (field: string, what: string, why: string): void => {
    entries.push(absent({ field, what, why }));
  };
  if (json.date === null)
    add('date', 'date de la conférence non trouvée', 'sans elle, le compte-rendu ne se publie pas');
  if (json.number === null) add('number', 'numéro de la conférence non trouvé', 's’il y en a un');
  if (json.participants.length === 0)
    add('participants', 'aucune personne présente trouvée', 'écrivez-les dans la fiche');
  if (json.next.length === 0 && json.date !== null && before.some(({ next }) => next.length > 0))
    add('next', 'aucune prochaine conférence trouvée', 'les autres comptes-rendus en annoncent');
  const habit = before.slice(0, HABIT);
  if (json.inclusions === null && habit.length === HABIT && habit.every((one) => one.inclusions))
    add(
      'inclusions',
      'aucun total national trouvé',
      'les trois derniers comptes-rendus en donnent un',
    );
  return entries;
}

function doubtful(
  { field, why, line, sentence }: MinutesJson['doubts'][number],
  reading: Reading,
): Entry {
  if (field !== 'redactions') return { field, what: why, line, sentence };
  // The secret may still stand there: quoted no further than the words that speak of it.
  const text = reading.blocks.find(
    (block) => block.place.line === line && mentionsPassword(block.text),
  );
  return { field, what: why, line, sentence: text === undefined ? null : upToMention(text.text) };
}

function upToMention(text: string): string {
  const words = text.split(' ');
  const end = words.findIndex((_, index) => mentionsPassword(words.slice(0, index + 1).join(' ')));
  return `${words.slice(Math.max(0, end - 12), end + 1).join(' ')} […]`;
}

/** People whose site is not said: with what another CR says, else all of a line together. */
function withoutSite(json: MinutesJson, { others }: Neighbours, sites: SiteTable): Entry[] {
  const fields = ['participants', 'excused'] as const;
  return fields.flatMap((field) => {
    const entries: Entry[] = [];
    const unknown: { name: string; pointer: string }[] = [];
    json[field].forEach(({ name, site }, index) => {
      const pointer = `/${field}/${String(index)}`;
      if (site !== null) return;
      const why = siteElsewhere(name, others, sites);
      if (why === null) unknown.push({ name, pointer });
      else {
        const what = `le site de ${name} n’est pas dit`;
        entries.push(cite(json, pointer, { field: `${field}.site`, what, why }));
      }
    });
    const lines = Map.groupBy(unknown, ({ pointer }) => json.evidence[pointer]?.line);
    for (const people of lines.values()) {
      const what = `le site de ${list(people.map(({ name }) => name))} n’est pas dit`;
      entries.push(cite(json, people[0]?.pointer ?? '', { field: `${field}.site`, what }));
    }
    return entries;
  });
}

/** `Nîmes dans le CR n° 46…`: the site that the newest CR gives a person, or `null`. */
function siteElsewhere(
  name: string,
  others: Neighbours['others'],
  sites: SiteTable,
): string | null {
  const key = nameKey(name);
  for (const minutes of others.toReversed()) {
    const person = [...minutes.participants, ...minutes.excused].find(
      (one) => one.site !== null && nameKey(one.name) === key,
    );
    if (person?.site != null) return `${sites.nameOf(person.site)} dans le ${nameOf(minutes)}`;
  }
  return null;
}

/** Questions read as open although the next line looks like their answer. */
function openQuestions({ questions, blocks }: Reading): Entry[] {
  return questions.flatMap(({ answer, question, to }) => {
    const next = blocks[to];
    if (answer !== null || next === undefined) return [];
    if (!ANSWERS.test(foldKeepingLength(next.text))) return [];
    const what = `question lue comme ouverte\u00a0: ${guillemets(question)}`;
    const why = 'la ligne qui suit ressemble à sa réponse';
    return [{ field: 'questions', what, why, line: next.place.line, sentence: next.text }];
  });
}

/** Sites that the CR names without a word of news. */
function emptyNews({ news, blocks }: Reading, sites: SiteTable): Entry[] {
  return news.flatMap(({ text, sites: slugs, from }) => {
    const block = blocks[from];
    if (text !== '' || block === undefined || block.kind === 'whole') return [];
    const what = `${list(slugs.map(sites.nameOf))}\u00a0: rien ne suit le nom du site`;
    return [{ field: 'siteUpdates', what, line: block.place.line, sentence: block.text }];
  });
}

/** News that speak of inclusions in numbers, of a site that always stated its total, without one. */
function unreadFigures(json: MinutesJson, { before }: Neighbours, sites: SiteTable): Entry[] {
  return json.siteUpdates.flatMap(({ site, text, inclusions }, index) => {
    const slug = sites.find(site);
    if (slug === null || inclusions !== null || !mayState(text)) return [];
    const spoke = before
      .filter((one) => one.news.some((news) => news.site === slug))
      .slice(0, HABIT);
    if (spoke.length < HABIT || spoke.some((one) => siteCount(one, slug) === null)) return [];
    const what = `${site}\u00a0: aucun total d’inclusions lu`;
    const why = 'les trois derniers comptes-rendus en donnent un';
    const pointer = `/siteUpdates/${String(index)}`;
    return [cite(json, pointer, { field: 'siteUpdates.inclusions', what, why })];
  });
}

/** Whether a text puts a number before inclusions that is neither vague nor a flow. */
function mayState(text: string): boolean {
  const counted = /(.{0,20})\b\d+ (?:enfants? |bebes? )?inclu(?:s|sions?)\b(.{0,12})/g;
  return [...foldKeepingLength(text).matchAll(counted)].some(
    ([, before = '', after = '']) =>
      !/environ|autour|pres de|presque|plus de|moins de|quelque|objectif|esper|cohorte/.test(
        before,
      ) && !/^ (?:ont|prevues?|realisees?|en plus|nouv|depuis|ce mois)/.test(after),
  );
}
