import { describe, expect, it } from 'vitest';
import { typesetHtml } from '../../../src/typography/typeset-html.ts';

describe('typesetHtml', () => {
  it('sets text between elements, and leaves elements and addresses alone', () => {
    expect(typesetHtml('<p class="a">Vu : <a href="/x?a=1&#x26;b=2">oui</a> ; non</p>')).toBe(
      '<p class="a">Vu\u00a0: <a href="/x?a=1&#x26;b=2">oui</a>\u202f; non</p>',
    );
    expect(typesetHtml('<p>a<br>« b »</p><code>x ; y</code>')).toBe(
      '<p>a<br>«\u00a0b\u00a0»</p><code>x ; y</code>',
    );
  });
});
