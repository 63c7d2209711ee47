import type { PersonEntry } from '../minutes/people.ts';
import type { SiteTable } from '../minutes/sites.ts';
import type { Somebody } from './appearances.ts';
import type { Likeness } from './likeness.ts';
import type { Proposal } from './proposals.ts';
import { argument, counted, minutesList, siteNames, visible } from './words.ts';

const WHY: Record<Likeness, string> = {
  letters: 'même nom, écrit autrement (majuscules, accents, traits d’union)',
  order: 'mêmes mots, dans un autre ordre',
  close: 'noms très proches',
  initial: 'une initiale à la place d’un prénom',
  part: 'un seul mot du nom, même site',
};

/** The pairs that may be one person, with the commands that settle each. */
export function proposalsReport(
  proposals: readonly Proposal[],
  total: { people: number; minutes: number },
  sites: SiteTable,
): string {
  const scope = `${counted(total.people, 'personne')}, ${total.minutes} CR`;
  if (proposals.length === 0) return `Aucun rapprochement à proposer (${scope}).`;
  return [
    `${counted(proposals.length, 'rapprochement')} à examiner (${scope}). Rien n’est réuni sans vous.`,
    ...proposals.map((proposal, index) => proposalText(proposal, index + 1, sites)),
  ].join('\n\n');
}

function proposalText(proposal: Proposal, rank: number, sites: SiteTable): string {
  const { keep, other, why, distance, together } = proposal;
  const names = `${argument(keep.name)} ${argument(other.name)}`;
  return [
    ...[keep, other].flatMap((one) => spellingLines(one, sites)).map((line) => `   ${line}`),
    `   Pourquoi : ${WHY[why]} ; distance ${distance.toFixed(2).replace('.', ',')}`,
    ...(together.length === 0
      ? []
      : [
          `   Attention : nommés ensemble (CR ${together.join(', ')}), donc sans doute deux personnes`,
        ]),
    `   Même personne :   npm run people -- same ${names}`,
    `   Deux personnes :  npm run people -- different ${names}`,
  ]
    .join('\n')
    .replace(/^ {3}/, `${rank}. `.padEnd(3));
}

function spellingLines({ spellings }: Somebody, sites: SiteTable): string[] {
  return spellings.map(
    (one) =>
      `${visible(one.name)} : ${one.count} fois, ${siteNames(one.sites, sites)}, ${minutesList(one.refs)}`,
  );
}

/** The table as it stands. */
export function tableReport(entries: readonly PersonEntry[], file: string): string {
  if (entries.length === 0) return `Aucun rapprochement noté dans ${file}.`;
  const lines = entries.flatMap(({ name, aliases, distinct }) => [
    visible(name),
    ...aliases.map((alias) => `  aussi écrit : ${visible(alias)}`),
    ...distinct.map((other) => `  à ne pas confondre avec : ${visible(other)}`),
  ]);
  return [`${counted(entries.length, 'personne')} dans ${file} :`, ...lines].join('\n');
}
