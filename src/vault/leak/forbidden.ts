import { borrowed } from './borrowed.ts';
import { phonesIn } from './text/phones.ts';
import { EMAIL, foldedWords, grams } from './text/words.ts';

/** What only gated files may hold. */
export interface Forbidden {
  /** Sequences of folded words. */
  grams: ReadonlySet<string>;
  /** Folded names and titles of two words or more, by their first word. */
  phrases: ReadonlyMap<string, readonly string[][]>;
  /** Titles of one word, as written; addresses, in lower case. */
  literals: readonly string[];
  /** Telephone numbers, as ten digits. */
  phones: ReadonlySet<string>;
}

export interface ForbiddenSources {
  /** Texts of the gated files. */
  texts: readonly string[];
  /** Names, titles, addresses that stand in none of the texts. */
  terms: readonly string[];
  /** The program's own words: public by nature. */
  allowed: readonly string[];
  /** Public content that people write: it may share turns of phrase with gated texts, no sentence. */
  declared: readonly string[];
}

/** Builds what must not be found, leaving out what is public by nature. */
export function forbid(sources: ForbiddenSources): Forbidden {
  const { terms, allowed, declared } = sources;
  const texts = sources.texts.flatMap((text) => text.split(EMAIL));
  const addresses = sources.texts.flatMap((text) => text.match(EMAIL) ?? []);
  const allowedWords = allowed.map(foldedWords);
  const gated = new Set<string>();
  for (const text of new Set(texts)) for (const gram of grams(foldedWords(text))) gated.add(gram);
  for (const words of allowedWords) for (const gram of grams(words)) gated.delete(gram);
  for (const gram of borrowed(declared, texts, gated)) gated.delete(gram);
  const phones = new Set(sources.texts.flatMap((text) => [...phonesIn(text)]));
  for (const text of allowed) for (const phone of phonesIn(text)) phones.delete(phone);
  const named = forbiddenTerms([...terms, ...addresses], allowed, allowedWords);
  return { grams: gated, ...named, phones };
}

function forbiddenTerms(
  terms: readonly string[],
  allowed: readonly string[],
  allowedWords: readonly string[][],
): Pick<Forbidden, 'phrases' | 'literals'> {
  const allowedText = allowedWords.map((words) => ` ${words.join(' ')} `).join('\n');
  const raw = allowed.join('\n');
  const phrases = new Map<string, string[][]>();
  const literals: string[] = [];
  for (const term of new Set(terms)) {
    const words = foldedWords(term);
    const [first] = words;
    if (term.includes('@') || words.length === 1) {
      const literal = term.includes('@') ? term.toLowerCase() : term;
      if (term.length >= 3 && !hasWord(raw, literal)) literals.push(literal);
    } else if (first !== undefined && !allowedText.includes(` ${words.join(' ')} `)) {
      phrases.set(first, [...(phrases.get(first) ?? []), words]);
    }
  }
  return { phrases, literals };
}

/** Whether a text holds a word as written: case, accents and all. */
export function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.slice(Math.max(0, at - 1), at);
    const after = text.slice(at + word.length, at + word.length + 1);
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
