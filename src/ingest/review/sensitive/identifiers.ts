import type { Entry } from '../entry.ts';
import { type Passage, quote } from '../passages.ts';

const MOBILE = /(?<![\d+])(?:\+33[ .]?|0)[67](?:[ .-]?\d{2}){4}(?!\d)/;
const NIR =
  /(?<!\d)[1-378][ .-]?\d{2}[ .-]?\d{2}[ .-]?(?:\d{2}|2[abAB])[ .-]?\d{3}[ .-]?\d{3}(?:[ .-]?\d{2})?(?!\d)/g;
const BORN =
  /(?<!\p{L})(?:nee?s? le|date de naissance ?:?|ddn ?:?)\s*(?:\p{L}+ )?\d{1,2}(?:er)?[ /.-](?:\d{1,2}|\p{L}+)/u;
const STREET =
  /(?<![\d\p{L}])\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allees?|route|quai|cours|square|residence|lotissement)(?!\p{L})/u;
const AT_HOME =
  /(?<!\p{L})(?:domicile|habite|reside|demeurant|famille|chez (?:mme|m\.|son|sa|ses)|assistante? familiale?|mme|mr|adresse personnelle)(?!\p{L})/u;
const PERSON = /(?<!\p{L})\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}{2,}/u;

/** Numbers, addresses and dates of birth that belong to one person. */
export function identifierPassages(passage: Passage): Entry[] {
  const { text, folded } = passage;
  const isContact = passage.topic === 'closing' || passage.topic === 'contacts';
  const entries: Entry[] = [];
  const add = (what: string, why: string): void => {
    entries.push(quote({ ...passage, text: masked(text) }, { field: 'text', what, why }));
  };
  if (new RegExp(NIR.source).test(text))
    add(
      'peut-être un numéro de sécurité sociale',
      'sa clé n’est pas juste\u00a0: il n’a pas été retiré',
    );
  else if (MOBILE.test(text) && (!isContact || PERSON.test(text)))
    add('numéro de téléphone portable', 'est-il personnel\u00a0?');
  if (BORN.test(folded)) add('date de naissance', 'elle désigne une personne');
  if (STREET.test(folded) && AT_HOME.test(folded))
    add('adresse d’une personne', 'elle dit où elle vit');
  return entries;
}

/** The text with what looks like a social security number struck out: reports are passed around. */
export function masked(text: string): string {
  return text.replace(NIR, (number) => `${number.slice(0, 1)}${'•'.repeat(12)}`);
}
