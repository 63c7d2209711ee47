/** For tools that read TypeScript only (tsc, the linter); `astro check` reads the components. */
declare module '*.astro' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  const component: AstroComponentFactory;
  export default component;
}
