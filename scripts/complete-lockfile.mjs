// node scripts/complete-lockfile.mjs: run it after each `npm install` that changed the lockfile. It
// adds the packages for other platforms that npm left out; see lib/complete-lockfile.mjs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingPlatformEntries } from './lib/complete-lockfile.mjs';
import { ROOT } from './lib/main.mjs';

const file = join(ROOT, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingPlatformEntries(lock.packages);
const entries = Object.entries({ ...lock.packages, ...missing });
entries.sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(
  file,
  `${JSON.stringify({ ...lock, packages: Object.fromEntries(entries) }, null, 2)}\n`,
);
console.log(`package-lock.json: ${Object.keys(missing).length} entries added`);
