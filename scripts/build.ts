// node scripts/build.ts: builds and seals the portal from content/ into dist/ (PORTAL_CONTENT,
// PORTAL_OUT and PORTAL_KEYS name others).
import { dirname } from 'node:path';
import portal from '../portal.config.ts';
import { buildPortal } from '../src/build/portal.ts';

const start = Date.now();

try {
  await buildPortal({
    root: dirname(import.meta.dirname),
    config: portal,
    env: process.env,
    progress: (line) => {
      const seconds = ((Date.now() - start) / 1000).toLocaleString('fr-FR', {
        maximumFractionDigits: 1,
      });
      console.log(`✓ ${line} (${seconds} s)`);
    },
  });
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
