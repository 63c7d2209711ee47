// French-looking pages out of nothing: no sentence of a real CR is needed to measure with.

const ONSETS = ['b', 'ch', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'pr', 'qu', 'r', 's', 't', 'tr', 'v'];
const VOWELS = ['a', 'ai', 'an', 'e', 'é', 'eau', 'en', 'i', 'in', 'o', 'on', 'ou', 'u'];
const ENDINGS = ['', '', 'e', 'er', 'es', 'ment', 'r', 's', 't', 'tion'];
const SMALL = [
  'de',
  'la',
  'le',
  'et',
  'les',
  'des',
  'en',
  'un',
  'une',
  'à',
  'pour',
  'du',
  'que',
  'par',
  'est',
];
const VOCABULARY = 3000;

/** Numbers from 0 to 1 that a seed decides (Numerical Recipes' generator, its upper bits). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

const one = (items: readonly string[], next: () => number): string =>
  items[Math.floor(next() * items.length)] ?? '';

/** The words of the synthetic site, the commonest first. */
export const WORDS: readonly string[] = (() => {
  const next = numbers(7);
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    let word = '';
    for (let syllable = 0; syllable < 2 + next() * 2; syllable += 1) {
      word += one(ONSETS, next) + one(VOWELS, next);
    }
    words.add(word + one(ENDINGS, next));
  }
  return [...words];
})();

/** A word as often as in a language: the n-th in about 1/n of all places (Zipf). */
function word(next: () => number): string {
  if (next() < 0.4) return one(SMALL, next);
  return WORDS[Math.floor(VOCABULARY ** next()) - 1] ?? '';
}

function sentence(next: () => number): string {
  const words = Array.from({ length: 8 + Math.floor(next() * 14) }, () => word(next));
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${next() < 0.1 ? `, soit ${Math.floor(next() * 90)} %` : ''}.`;
}

/** A page of 8 kB: headings, paragraphs and a list. @param head of the page, as the site's others have it */
export function benchPage(seed: number, head: string): string {
  const next = numbers(seed + 1);
  let html = `<!doctype html>\n<html lang="fr">\n<head>\n${head}\n<title>Compte-rendu ${seed}</title>\n</head>\n<body>\n<main data-pagefind-body>\n<h1>Compte-rendu ${seed}</h1>\n`;
  for (let part = 0; html.length < 7900; part += 1) {
    html += `<h2 id="p${part}">${sentence(next)}</h2>\n`;
    for (let times = 0; times < 3; times += 1) {
      html += `<p>${sentence(next)} ${sentence(next)} ${sentence(next)}</p>\n`;
    }
    html += `<ul>\n<li>${sentence(next)}</li>\n<li>${sentence(next)}</li>\n</ul>\n`;
  }
  return `${html}</main>\n</body>\n</html>\n`;
}
