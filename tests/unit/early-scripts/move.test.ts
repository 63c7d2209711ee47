import { expect, it } from 'vitest';
import { earlyEntries } from '../../../src/early-scripts/chunks.ts';
import { withEarlyScripts } from '../../../src/early-scripts/move.ts';

const isEarly = (name: string): boolean => name === 'a.js' || name === 'c.js';

it('moves the early scripts of a page into its head, in their order, where they hold back its drawing', () => {
  const page =
    '<head><title>x</title></head><body><p>a</p><script type="module" src="/_astro/a.js"></script>' +
    '<script type="module" src="/_astro/b.js"></script><p>b</p>' +
    '<script type="module" src="/base/_astro/c.js"></script></body>';
  expect(withEarlyScripts(page, isEarly)).toBe(
    '<head><title>x</title><script type="module" blocking="render" src="/_astro/a.js"></script>' +
      '<script type="module" blocking="render" src="/base/_astro/c.js"></script></head>' +
      '<body><p>a</p><script type="module" src="/_astro/b.js"></script><p>b</p></body>',
  );
});

it('leaves what is no script of a component', () => {
  const page =
    '<head></head><body><p>&lt;script type="module" src="/a.js"&gt;&lt;/script&gt;</p></body>';
  expect(withEarlyScripts(page, isEarly)).toBe(page);
  expect(withEarlyScripts('<p>no head</p>', isEarly)).toBe('<p>no head</p>');
});

it('knows early scripts by the end of their name, also behind a file that several share', () => {
  const chunk = (fileName: string, moduleIds: string[], imports: string[], isEntry = true) => ({
    fileName,
    isEntry,
    moduleIds,
    imports,
  });
  const chunks = [
    chunk('_astro/direct.js', ['/src/x.early.ts'], []),
    chunk('_astro/through.js', ['/src/Y.astro'], ['_astro/shared.js']),
    chunk('_astro/shared.js', ['/src/z.early.ts'], [], false),
    chunk('_astro/late.js', ['/src/search.client.ts', '/src/early.ts'], ['_astro/none.js']),
  ];
  expect(earlyEntries(chunks)).toEqual(['_astro/direct.js', '_astro/through.js']);
});
