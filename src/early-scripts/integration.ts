import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Chunk, earlyEntries } from './chunks.ts';
import { withEarlyScripts } from './move.ts';

/**
 * Astro integration: scripts of components whose file ends in `.early.ts` run before a page is first
 * drawn. Astro leaves scripts where they stand, and gives them names of its own.
 */
export function earlyScripts(): AstroIntegration {
  const early = new Set<string>();
  const plugin = {
    name: 'early-scripts',
    generateBundle(
      _options: unknown,
      bundle: Record<string, ({ type: 'chunk' } & Chunk) | { type: 'asset' }>,
    ): void {
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
      for (const name of earlyEntries(chunks)) early.add(basename(name));
    },
  };
  return {
    name: 'early-scripts',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
          if (!path.endsWith('.html')) continue;
          const file = join(root, path);
          const html = readFileSync(file, 'utf8');
          writeFileSync(
            file,
            withEarlyScripts(html, (name) => early.has(name)),
          );
        }
      },
    },
  };
}
