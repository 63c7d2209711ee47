import type { AstroIntegration } from 'astro';

/** Astro integration: `/styleguide/` while developing, and in no build. */
export function styleguide(): AstroIntegration {
  return {
    name: 'styleguide',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        injectRoute({
          pattern: '/styleguide/',
          entrypoint: new URL('Styleguide.astro', import.meta.url),
        });
      },
    },
  };
}
