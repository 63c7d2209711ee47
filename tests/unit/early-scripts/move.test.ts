import { expect, it } from 'vitest';
import { withEarlyScripts } from '../../../src/early-scripts/move.ts';

it('moves the scripts of a page into its head, in their order, where they hold back its drawing', () => {
  const page =
    '<head><title>x</title></head><body><p>a</p><script type="module" src="/a.js"></script>' +
    '<p>b</p><script type="module" src="/b.js"></script></body>';
  expect(withEarlyScripts(page)).toBe(
    '<head><title>x</title><script type="module" blocking="render" src="/a.js"></script>' +
      '<script type="module" blocking="render" src="/b.js"></script></head>' +
      '<body><p>a</p><p>b</p></body>',
  );
});

it('leaves what is no script of a component', () => {
  const page = '<head></head><body><p>&lt;script type="module" src="a"&gt;</p></body>';
  expect(withEarlyScripts(page)).toBe(page);
  expect(withEarlyScripts('<p>no head</p>')).toBe('<p>no head</p>');
});
