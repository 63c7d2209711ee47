import type { SiteTable } from '../../../minutes/sites.ts';
import { fold } from '../../../minutes/text.ts';
import type { Entry } from '../entry.ts';
import { type Passage, quote } from '../passages.ts';
import { guillemets, list } from '../words.ts';
import { childPassage } from './children.ts';
import { identifierPassages } from './identifiers.ts';
import { firstNames, staffPassage } from './staff.ts';
import type { Matter } from './terms.ts';

const MATTERS: Record<Matter, string> = {
  health: 'santé',
  family: 'situation familiale',
  law: 'situation judiciaire',
};
/** A child by first name or initial: "le petit Léo", "l'enfant T.", "Inès (3 ans)". */
const NAMED_CHILD =
  /(?<!\p{L})(?:[Ll][ea] petite? (?!Poucet|Ourse)(\p{Lu}[\p{Ll}.][\p{L}.-]*)|(?:[Ll]’|[Ll]'|d’|d')enfant (\p{Lu}(?:\.|\p{Ll}+)))|(?<![\p{L}-])(\p{Lu}\p{Ll}+)(?:,| \() ?\d{1,2} (?:ans|mois)(?!\p{L})/u;

/**
 * Passages that may not be for every reader of the portal: the health, family or legal situation of
 * a recognisable person, and what identifies one. A passage that says two things is shown once for
 * each kind.
 * @param names of everybody known: participants of this CR and of the others.
 */
export function sensitivePassages(
  passages: readonly Passage[],
  names: readonly string[],
  sites: SiteTable,
): Entry[] {
  const known = firstNames(names);
  return passages.flatMap((passage) => [
    ...told(passage, known, sites),
    ...identifierPassages(passage),
  ]);
}

function told(passage: Passage, known: ReadonlySet<string>, sites: SiteTable): Entry[] {
  const named = NAMED_CHILD.exec(passage.text);
  const who = named?.[1] ?? named?.[2] ?? named?.[3];
  if (who !== undefined && !known.has(fold(who)))
    return [
      quote(passage, {
        field: 'text',
        what: `enfant désigné par son prénom\u00a0: ${guillemets(who)}`,
        why: 'il se reconnaît',
      }),
    ];
  const staff = staffPassage(passage, known);
  if (staff !== null) return [quote(passage, { field: 'text', ...staff })];
  const child = childPassage(passage, sites);
  if (child === null) return [];
  return [
    quote(passage, {
      field: 'text',
      what: `${MATTERS[child.matter]} d’un enfant ou d’une famille\u00a0: ${guillemets(child.term)}`,
      why: `reconnaissable par ${list(child.details)}`,
    }),
  ];
}
