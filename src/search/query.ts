import { fold, oneLine } from '../minutes/text.ts';
import { MONTHS } from '../typography/format.ts';
import { type DateInQuery, datesIn } from './calendar.ts';
import type { Guide, SameThing } from './guide.ts';
import { STOP_WORDS } from './stop-words.ts';
import { type Asked, tellingWords } from './words.ts';

/** One way to ask the index for a concept. */
export interface Alternative {
  /** What Pagefind is asked; `null` for all that the filters let through. */
  term: string | null;
  /** Values of Pagefind's filters, any of which will do. */
  filters?: Record<string, readonly string[]>;
  /** How much it counts beside what was typed, from 0 to 1. */
  weight: number;
}

/** One thing that a query asks for: a word, an abbreviation, a site, a date. */
export interface Concept {
  /** As typed. */
  text: string;
  alternatives: Alternative[];
  /** What to highlight, each list a spelling: it counts where all its words stand. */
  spellings: Asked[][];
  /** A plain word, which may be misspelt. */
  isWord: boolean;
}

/** A query as typed, made ready for the index. */
export interface Query {
  /** As typed, on one line: what messages repeat. */
  text: string;
  concepts: Concept[];
  /** Route of the CR that it names ("CR 46"), or `null`. */
  route: string | null;
  /** Entries of the glossary that it names. */
  terms: SameThing[];
}

/** Abbreviations that everyone writes, and no glossary explains. */
const EVERYDAY: readonly SameThing[] = [
  { forms: ['docteur', 'Dr'] },
  { forms: ['kilomètre', 'km'] },
  { forms: ['téléphone', 'tél'] },
  { forms: ['rendez-vous', 'RDV'] },
  { forms: ['madame', 'Mme'] },
  { forms: ['courriel', 'mail', 'e-mail', 'mél'] },
  { forms: ['visioconférence', 'visio'] },
];

const ELISION = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[\p{L}\p{N}])/gu;
const QUOTED = /[«“„"]([^«»“”„"]+)[»”"]/g;
const NUMBER =
  /\b(?:cr|compte[- ]rendu|conference|ccl|cdp)s? (?:n ?[°o]? ?)?(\d{1,3})(?![\p{L}\p{N}])/u;
const ORDINAL = /\b(\d{1,3}) ?(?:i?emes?|es?|re)\b(?: (?:conference|compte[- ]rendu|cr|ccl|cdp))/u;
const ORDINAL_ALONE = /^(?:la |n ?° ?)?(\d{1,3}) ?(?:i?eme|e|re)?$/;

/**
 * Prepares what someone typed: elisions go, œ in two letters, numbers in one piece; "CR 46" names a
 * CR, dates in any form become the days and months they mean, spellings that the guide knows stand for
 * each other, words such as `de` go where others remain, what is in quotation marks stays whole. A
 * query of less than two characters asks for nothing.
 */
export function prepareQuery(typed: string, guide: Guide): Query {
  const text = oneLine(typed);
  const empty: Query = { text, concepts: [], route: null, terms: [] };
  const quoted: Concept[] = [];
  let rest = fold(text).replace(QUOTED, (_, inner: string) => {
    const words = tellingWords(inner);
    if (words.length > 0) quoted.push(phraseOf(inner));
    return ' ';
  });
  rest = rest
    .replace(ELISION, ' ')
    .replace(/\d{1,3}(?: \d{3})+(?!\d)/g, (number) => number.replaceAll(' ', ''))
    .replace(/ +/g, ' ')
    .trim();
  if (text.length < 2) return empty;
  const named = minutesIn(rest, guide);
  if (named !== null) rest = rest.replace(named.match, ' ');
  const dates = datesIn(rest);
  const concepts = [...quoted, ...dates.map((date) => dateConcept(date, rest, guide))];
  for (const { start, end } of [...dates].reverse())
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const terms: SameThing[] = [];
  concepts.push(...wordConcepts(rest, guide, concepts.length > 0 || named !== null, terms));
  return { text, concepts, route: named?.route ?? null, terms };
}

/** The CR that a query names by its number, where the portal has it. */
function minutesIn(rest: string, guide: Guide): { match: string; route: string } | null {
  for (const form of [NUMBER, ORDINAL, ORDINAL_ALONE]) {
    const match = form.exec(rest);
    const found = guide.minutes.find(({ number }) => number === Number(match?.[1]));
    if (match !== null && found !== undefined) return { match: match[0], route: found.route };
  }
  return null;
}

function phraseOf(inner: string): Concept {
  const term = inner.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const alternatives = [{ term: quote(term), weight: 1 }];
  return { text: inner.trim(), alternatives, spellings: [asked(inner)], isWord: false };
}

/** A day, month or year: said in a text, or that of a conference. */
function dateConcept({ start, end, ...date }: DateInQuery, rest: string, guide: Guide): Concept {
  const { year, month, day } = date;
  const name = month === null ? '' : (MONTHS[month - 1] ?? '');
  const date0 = day === null ? '' : day === 1 ? '1er ' : `${day} `;
  const said = `${date0}${name}`;
  const whole = [said, year ?? ''].filter((part) => part !== '').join(' ');
  const held = guide.minutes.filter((one) => isOn(one.date, date)).map((one) => one.route);
  const alternatives: Alternative[] = [{ term: quote(whole), weight: 1 }];
  if (held.length > 0) alternatives.push({ term: null, filters: { cr: held }, weight: 0.5 });
  if (said !== '' && year !== null) {
    alternatives.push({ term: quote(said), filters: { annee: [year] }, weight: 0.7 });
  }
  const spellings = [asked(whole), ...(said === '' ? [] : [asked(said)])];
  return { text: rest.slice(start, end), alternatives, spellings, isWord: false };
}

const quote = (words: string): string => (words.includes(' ') ? `"${words}"` : words);

function isOn(
  iso: string,
  { year, month, day }: Pick<DateInQuery, 'year' | 'month' | 'day'>,
): boolean {
  const [y, m, d] = iso.split('-');
  return (
    (year === null || y === year) &&
    (month === null || Number(m) === month) &&
    (day === null || Number(d) === day)
  );
}

/** Words one by one, save where several are a spelling that the guide knows (longest first). */
function wordConcepts(
  rest: string,
  guide: Guide,
  isAccompanied: boolean,
  terms: SameThing[],
): Concept[] {
  const all = rest.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  const words = telling.length > 0 || isAccompanied ? telling : all;
  const concepts: Concept[] = [];
  for (let at = 0; at < words.length;) {
    const known = sameAt(words, at, guide);
    if (known === null) {
      const word = words[at] ?? '';
      concepts.push(wordConcept(word));
      at += 1;
    } else {
      const typed = words.slice(at, at + known.length);
      concepts.push(sameConcept(typed, known.things));
      terms.push(...known.things.filter((thing) => thing.anchor !== undefined));
      at += known.length;
    }
  }
  const seen = new Set<string>();
  return concepts.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** The things that have a spelling from a word on, and how many words it takes: the longest. */
function sameAt(
  words: readonly string[],
  at: number,
  guide: Guide,
): { length: number; things: SameThing[] } | null {
  const spelt = [...guide.same, ...EVERYDAY].flatMap((thing) =>
    thing.forms
      .map((form) => tellingWords(form))
      .filter((form) => form.every((word, index) => isSpelt(word, words[at + index])))
      .map(({ length }) => ({ thing, length })),
  );
  const length = Math.max(0, ...spelt.map((one) => one.length));
  if (length === 0) return null;
  const things = spelt.filter((one) => one.length === length).map(({ thing }) => thing);
  return { length, things: [...new Set(things)] };
}

/** A plural of the guide may be typed in the singular, and the other way round. */
const isSpelt = (word: string, typed: string | undefined): boolean =>
  typed !== undefined && (word === typed || (word.length > 3 && bare(word) === bare(typed)));
const bare = (word: string): string => word.replace(/(?:es|e|s|x)$/, '');

/** A word that means itself and its own forms. */
export function wordConcept(word: string, weight = 1): Concept {
  const alternatives = [{ term: word, weight }];
  return { text: word, alternatives, spellings: [asked(word)], isWord: true };
}

function sameConcept(typed: readonly string[], things: readonly SameThing[]): Concept {
  const forms = [...new Set(things.flatMap((thing) => thing.forms))];
  const sites = things.flatMap(({ site }) => (site === undefined ? [] : [site]));
  const alternatives: Alternative[] = forms.map((form) => {
    const isTyped = tellingWords(form).join(' ') === typed.join(' ');
    return { term: phraseTerm(form), weight: isTyped ? 1 : 0.9 };
  });
  if (sites.length > 0) alternatives.push({ term: null, filters: { site: sites }, weight: 0.9 });
  return { text: typed.join(' '), alternatives, spellings: forms.map(asked), isWord: false };
}

/** A spelling as Pagefind is asked for it: its words side by side. */
function phraseTerm(form: string): string {
  const plain = fold(form)
    .replace(ELISION, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return quote(plain);
}

/** The telling words of a spelling; a capital tells a name or an abbreviation, which has no other forms. */
function asked(form: string): Asked[] {
  const exact = /\p{Lu}/u.test(form);
  return tellingWords(form.replace(/['’]/g, ' ')).map((word) => ({ word, exact }));
}
