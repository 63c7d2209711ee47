/** Names that cameras and programs give, or that any site has: they tell nothing. */
const COMMON =
  /^(?:index|source|images?|img|dsc|photos?|pictures?|figures?|scan|document|file|fichier|pj|capture)?[-_ .\d]*$/i;
/** Pages, and parts of the search index, named by content. */
const MADE = /\.(?:pf_\w+|pagefind|wasm|html?)$|\/pagefind\/[^/]*$/i;
/** What Astro puts before the ending: `plan.B2c3D4e5.png`. */
const HASH = /\.[\w-]{8}(?=\.\w+$)/;

/** Names of gated files as terms that no public file may hold; addresses of pages are public. */
export function attachmentNames(paths: readonly string[]): string[] {
  const names = new Set<string>();
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const plain = name.replace(HASH, '');
    const stem = plain.replace(/\.\w+$/, '');
    if (MADE.test(name) || COMMON.test(stem)) continue;
    names.add(name).add(plain);
    if (wordsIn(stem) >= 3) names.add(stem);
  }
  return [...names];
}

const wordsIn = (stem: string): number => stem.match(/\p{L}{2,}/gu)?.length ?? 0;
