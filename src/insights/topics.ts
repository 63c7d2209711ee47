import type { Minutes } from '../minutes/minutes.ts';
import { ECNP } from '../minutes/sites.ts';
import { fold, words } from '../minutes/text.ts';
import { chronological, type MinutesRef, refOf } from './order.ts';

/** A word that a site's news keep coming back to, and other sites' do not. */
export interface Topic {
  /** As the CRs mostly write it. */
  word: string;
  /** The CRs in which the site's news hold it, oldest first, with the news' anchor. */
  told: { ref: MinutesRef; anchor: string }[];
}

/** Fewest conferences at which a word must come up, and fewest that must have news of the site. */
const LEAST_TOLD = 4;
const LEAST_NEWS = 5;
/** Share of the site's conferences that must hold it. */
const SHARE = 0.25;
/** Log-likelihood (G²) from which a difference is no accident: one in ten thousand, as many words are tried. */
const SURE = 15.13;
const MOST = 6;
/** Most of a word's uses follow one of these where it is a noun. */
const BEFORE_NOUN =
  /^(?:l|d|le|la|les|un|une|des|du|de|au|aux|ce|cet|cette|ces|son|sa|ses|leur|leurs|notre|nos|en|chaque|deux|trois)$/;

interface Conference {
  ref: MinutesRef;
  /** Anchor of the site's first news that holds the word. */
  held: Map<string, { anchor: string; forms: string[]; nouns: number }>;
}

/**
 * What a site keeps talking about: nouns that return in its news conference after conference, much more
 * than in those of other sites. Names of people and sites are none. Nothing rather than noise: few CRs
 * give no topic. `names` are the words of names, folded.
 */
export function topicsOf(
  slug: string,
  minutes: readonly Minutes[],
  names: ReadonlySet<string>,
): Topic[] {
  const own = conferencesOf(minutes, (site) => site === slug);
  if (own.length < LEAST_NEWS) return [];
  const others = [...new Set(minutes.flatMap(({ news }) => news.map(({ site }) => site)))].flatMap(
    (site) => (site === slug || site === ECNP ? [] : conferencesOf(minutes, (one) => one === site)),
  );
  const candidates = new Set(own.flatMap(({ held }) => [...held.keys()]));
  const found = [...candidates]
    .filter((word) => !names.has(word))
    .flatMap((word) => {
      const told = own.filter(({ held }) => held.has(word));
      if (told.length < LEAST_TOLD || told.length < own.length * SHARE) return [];
      const elsewhere = others.filter(({ held }) => held.has(word)).length;
      const score = likelihood(told.length, own.length, elsewhere, others.length);
      if (score < SURE || told.length / own.length <= elsewhere / Math.max(others.length, 1))
        return [];
      const uses = told.flatMap(({ held }) => held.get(word) ?? []);
      const forms = uses.flatMap((use) => use.forms);
      if (uses.reduce((sum, { nouns }) => sum + nouns, 0) < forms.length / 2) return [];
      const topic: Topic = {
        word: shown(forms),
        told: told.map(({ ref, held }) => ({ ref, anchor: held.get(word)?.anchor ?? '' })),
      };
      return [{ topic, score }];
    })
    .sort((a, b) => b.score - a.score || a.topic.word.localeCompare(b.topic.word, 'fr'))
    .map(({ topic }) => topic);
  // "centre" goes without saying beside "centre de santé".
  const phrases = found.filter(({ word }) => word.includes(' '));
  return found
    .filter(({ word }) => !phrases.some((one) => one.word.split(' ').indexOf(word) === 0))
    .slice(0, MOST);
}

/** The words of names, folded: what is no topic. */
export function wordsOfNames(minutes: readonly Minutes[], labels: readonly string[]): Set<string> {
  const people = minutes.flatMap((one) => [...one.participants, ...one.excused]);
  return new Set(
    [...people.map(({ name }) => name), ...labels].flatMap((name) => words(name).map(stem)),
  );
}

function conferencesOf(minutes: readonly Minutes[], of: (site: string) => boolean): Conference[] {
  return chronological(minutes).flatMap((one) => {
    const news = one.news.filter(({ site }) => of(site));
    if (news.length === 0) return [];
    const held: Conference['held'] = new Map();
    for (const { text, anchor } of news) {
      const parts = text.match(/[\p{L}\p{N}]+(?:[-\u2011][\p{L}\p{N}]+)*/gu) ?? [];
      parts.forEach((form, index) => {
        const word = stem(fold(form));
        if (!/^[a-z-]{5,}$/.test(word) && !/^\p{Lu}{3,}$/u.test(form)) return;
        const known = held.get(word) ?? { anchor, forms: [], nouns: 0 };
        held.set(word, known);
        const [two = '', one = ''] = [parts[index - 2], parts[index - 1]];
        // "centre de santé" says more than "santé".
        known.forms.push(one === 'de' ? `${two} ${one} ${form}` : form);
        if (BEFORE_NOUN.test(fold(one))) known.nouns += 1;
      });
    }
    return [{ ref: refOf(one), held }];
  });
}

/** One form for singular and plural. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/[sx]$/, '') : word;
}

/** How a word is shown: with what goes before it where most uses have that, else as mostly written. */
function shown(forms: readonly string[]): string {
  const [phrase, times] = mostCommon(forms.filter((form) => form.includes(' ')));
  if (times > forms.length / 2) return phrase;
  return mostCommon(forms.map((form) => form.split(' ').at(-1) ?? form))[0];
}

function mostCommon(forms: readonly string[]): [form: string, times: number] {
  const counts = new Map<string, number>();
  for (const form of forms) {
    const word = /^\p{Lu}{2,}$/u.test(form) ? form : form.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0] ?? ['', 0];
}

/** Dunning's log-likelihood of `a` in `n` against `b` in `m`. */
function likelihood(a: number, n: number, b: number, m: number): number {
  const rate = (a + b) / (n + m);
  const term = (seen: number, expected: number): number =>
    seen === 0 ? 0 : seen * Math.log(seen / expected);
  return (
    2 *
    (term(a, n * rate) +
      term(n - a, n * (1 - rate)) +
      term(b, m * rate) +
      term(m - b, m * (1 - rate)))
  );
}
