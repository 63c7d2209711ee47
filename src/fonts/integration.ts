import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeFaces } from './subset.ts';

/** Astro integration: cuts the portal's faces into `.cache/fonts/` before anything asks for them. */
export function ownFonts(): AstroIntegration {
  return {
    name: 'own-fonts',
    hooks: {
      'astro:config:setup': async ({ config }) => {
        await writeFaces(fileURLToPath(new URL('.cache/fonts', config.root)));
      },
    },
  };
}
