import { formatCount, formatDate, formatDecimal, formatTimes } from '../../typography/format.ts';
import type { ImportResult } from '../import.ts';
import type { MinutesJson } from '../json.ts';
import { absent, cite } from './cite.ts';
import type { Entry, Group } from './entry.ts';
import { list } from './words.ts';

const KINDS: Record<string, [one: string, many: string]> = {
  password: ['mot de passe', 'mots de passe'],
  nir: ['numéro de sécurité sociale', 'numéros de sécurité sociale'],
  iban: ['IBAN', 'IBAN'],
};

/** Everything that was read in a CR, grouped; a group without entries is left out. */
export function foundIn({ json, notes }: ImportResult): Group[] {
  const groups: Group[] = [
    { title: 'Conférence', entries: conference(json) },
    { title: 'Prochaines conférences', entries: upcoming(json) },
    { title: 'Chiffre national', entries: national(json) },
    { title: 'Personnes présentes', entries: people(json, 'participants') },
    { title: 'Personnes excusées', entries: people(json, 'excused') },
    { title: 'Ordre du jour', entries: items(json, 'agenda') },
    { title: 'Points à retenir', entries: items(json, 'highlights') },
    { title: 'Nouvelles des sites', entries: news(json) },
    { title: 'Questions', entries: questions(json) },
    { title: 'Formations', entries: trainings(json) },
    { title: 'Webinaires', entries: webinars(json) },
    { title: 'Liens', entries: items(json, 'links') },
    { title: 'Retiré du texte', entries: redactions(json) },
    { title: 'À savoir', entries: notes.map((what) => absent({ field: 'notes', what })) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function conference(json: MinutesJson): Entry[] {
  const parts = [
    json.number === null ? '' : `n°\u00a0${String(json.number)}`,
    json.date === null ? '' : formatDate(json.date),
    formatTimes(json.start, json.end),
  ].filter((part) => part !== '');
  if (parts.length === 0) return [];
  return [cite(json, ['/date', '/number'], { field: 'date', what: parts.join(', ') })];
}

function upcoming(json: MinutesJson): Entry[] {
  return json.next.map(({ date, start, end }, index) =>
    cite(json, `/next/${String(index)}`, {
      field: 'next',
      what: `${formatDate(date)} ${formatTimes(start, end)}`.trim(),
    }),
  );
}

function national(json: MinutesJson): Entry[] {
  const { inclusions } = json;
  if (inclusions === null) return [];
  const asOf = inclusions.asOf === null ? '' : ` au ${formatDate(inclusions.asOf, 'date')}`;
  const what = `${formatCount(inclusions.count)} inclusions${asOf}`;
  return [cite(json, '/inclusions', { field: 'inclusions', what })];
}

/** One entry a site, in the order in which the CR names them. */
function people(json: MinutesJson, field: 'participants' | 'excused'): Entry[] {
  const bySite = new Map<string, { names: string[]; first: number }>();
  json[field].forEach(({ name, site }, index) => {
    const group = bySite.get(site ?? 'Site non dit') ?? { names: [], first: index };
    group.names.push(name);
    bySite.set(site ?? 'Site non dit', group);
  });
  return [...bySite].map(([site, { names, first }]) =>
    cite(json, `/${field}/${String(first)}`, { field, what: `${site}\u00a0: ${list(names)}` }),
  );
}

function items(json: MinutesJson, field: 'agenda' | 'highlights' | 'links'): Entry[] {
  return json[field].map((what, index) =>
    cite(json, `/${field}/${String(index)}`, { field, what }),
  );
}

function news(json: MinutesJson): Entry[] {
  return json.siteUpdates.flatMap((update, index) => {
    const pointer = `/siteUpdates/${String(index)}`;
    const { inclusions, followed, waiting, fte } = update;
    const figures = [
      ['inclusions', inclusions, inclusions === 1 ? 'inclusion' : 'inclusions'],
      ['followed', followed, followed === 1 ? 'suivi' : 'suivis'],
      ['waiting', waiting, 'en attente'],
      ['fte', fte, 'ETP'],
    ] as const;
    const entries = figures.flatMap(([field, value, unit]) =>
      value === null
        ? []
        : [
            cite(json, [`${pointer}/${field}`, pointer], {
              field: `siteUpdates.${field}`,
              what: `${update.site}\u00a0: ${formatDecimal(value)}\u00a0${unit}`,
            }),
          ],
    );
    if (entries.length > 0) return entries;
    return [
      cite(json, pointer, { field: 'siteUpdates', what: `${update.site}\u00a0: sans chiffre` }),
    ];
  });
}

function questions(json: MinutesJson): Entry[] {
  return json.questions.map(({ question, answer }, index) => {
    const status = answer === null ? 'sans réponse' : 'répondue';
    const entry = { field: 'questions', what: `${status}\u00a0: ${question}` };
    return cite(json, `/questions/${String(index)}`, entry);
  });
}

function trainings(json: MinutesJson): Entry[] {
  return json.trainings.map(({ site, text }, index) => {
    const what = site === null ? text : `${site}\u00a0: ${text}`;
    return cite(json, `/trainings/${String(index)}`, { field: 'trainings', what });
  });
}

function webinars(json: MinutesJson): Entry[] {
  return json.webinars.map(({ date, registration }, index) => {
    const day = date === null ? 'date non dite' : formatDate(date);
    const what = `${day}, ${registration ?? 'sans lien d’inscription'}`;
    return cite(json, `/webinars/${String(index)}`, { field: 'webinars', what });
  });
}

function redactions(json: MinutesJson): Entry[] {
  return json.redactions.map(({ kind, count }) => {
    const [one, many] = KINDS[kind] ?? [kind, kind];
    const what = `${String(count)}\u00a0${count > 1 ? many : one}`;
    return absent({ field: 'redactions', what });
  });
}
