import type { SiteFile } from '../seal/site-file.ts';
import { isCiphertext } from './ciphertext.ts';
import { type Forbidden, hasWord } from './forbidden.ts';
import { readings } from './readings.ts';
import { phonesIn } from './text/phones.ts';
import { variants } from './text/variants.ts';
import { foldedWords, sequences } from './text/words.ts';
import { UnreadableError } from './unpack/budget.ts';

/** Gated text found in a file that is to be published. */
export interface Leak {
  path: string;
  /** How many different sequences, names and titles. */
  count: number;
  /** A few of them, masked: enough to find the place, not to tell what it says. */
  samples: string[];
  /** Why nobody can say what else the file holds, if so. */
  unreadable: string | null;
}

/**
 * Reads every byte of what is to be published for what only gated files may hold.
 * @param prefixes of the rooms: addresses of pages under them are public by design, no other name is.
 */
export async function scanForLeaks(
  published: readonly SiteFile[],
  forbidden: Forbidden,
  prefixes: readonly string[],
): Promise<Leak[]> {
  const leaks: Leak[] = [];
  /** The gate stands at each gated address: the same bytes. */
  const seen = new Map<Uint8Array, Findings>();
  for (const { path, bytes } of published) {
    const inside = seen.get(bytes) ?? (await findingsIn(path, bytes, forbidden));
    seen.set(bytes, inside);
    const isPage =
      path.endsWith('/index.html') && prefixes.some((prefix) => path.startsWith(prefix));
    const names = isPage ? [] : [...variants(path)].flatMap((name) => [...hitsIn(name, forbidden)]);
    const hits = [...new Set([...inside.hits, ...names])];
    const { unreadable } = inside;
    if (hits.length > 0 || unreadable !== null)
      leaks.push({ path, count: hits.length, samples: hits.slice(0, 3).map(masked), unreadable });
  }
  return leaks;
}

interface Findings {
  hits: ReadonlySet<string>;
  unreadable: string | null;
}

async function findingsIn(
  path: string,
  bytes: Uint8Array,
  forbidden: Forbidden,
): Promise<Findings> {
  const hits = new Set<string>();
  if (path.startsWith('/_vault/') && isCiphertext(bytes)) return { hits, unreadable: null };
  try {
    for await (const text of readings(bytes)) {
      for (const hit of hitsIn(text, forbidden)) hits.add(hit);
    }
  } catch (cause) {
    if (!(cause instanceof UnreadableError)) throw cause;
    return { hits, unreadable: cause.message };
  }
  return { hits, unreadable: null };
}

function* hitsIn(text: string, { grams, phrases, literals, phones }: Forbidden): Generator<string> {
  const words = foldedWords(text);
  for (const gram of sequences(words)) if (grams.has(gram)) yield gram;
  for (const [index, word] of words.entries()) {
    for (const phrase of phrases.get(word) ?? []) {
      if (phrase.every((part, offset) => words[index + offset] === part)) yield phrase.join(' ');
    }
  }
  const lower = text.toLowerCase();
  for (const literal of literals) {
    if (hasWord(literal.includes('@') ? lower : text, literal)) yield literal;
  }
  for (const phone of phonesIn(text)) if (phones.has(phone)) yield phone;
}

/** "cette phrase-là" → "c…": the first letter of what was found, and its length. */
const masked = (text: string): string => `${text.slice(0, 1)}… (${text.length} characters)`;
