import type { AstroIntegration } from 'astro';
import { ContentError } from '../minutes/errors.ts';
import { readLibrary } from './library.ts';

/** Astro integration: a content file with a fault stops the build before a page is made of it. */
export function checkedContent(): AstroIntegration {
  return {
    name: 'checked-content',
    hooks: {
      'astro:build:start': ({ logger }) => {
        try {
          const { minutes, sites } = readLibrary(process.cwd(), process.env);
          logger.info(`${String(minutes.length)} CRs, ${String(sites.sites.length)} sites`);
        } catch (cause) {
          // Whoever corrects a CR needs the place, not the way through our code.
          if (cause instanceof ContentError) cause.stack = cause.message;
          throw cause;
        }
      },
    },
  };
}
