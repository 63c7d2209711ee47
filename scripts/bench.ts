import { type Bench, holds, line } from '../src/bench/figure.ts';
import { importBench } from '../src/bench/import.ts';
import { pagesBench } from '../src/bench/pages.ts';
import { searchBench } from '../src/bench/search.ts';
import { vaultBench } from '../src/bench/vault.ts';

const BENCHES: Record<string, Bench> = {
  import: importBench,
  pages: pagesBench,
  search: searchBench,
  vault: vaultBench,
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (names.length === 0 || unknown.length > 0) {
  console.error(`Usage: npm run bench -- NAME…, of ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 1;
} else {
  for (const name of names) {
    for await (const figure of BENCHES[name]?.() ?? []) {
      console.log(line(figure));
      if (!holds(figure)) process.exitCode = 1;
    }
  }
}
