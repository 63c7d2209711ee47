import { describe, expect, it } from 'vitest';
import { hrefUnder } from '../../../src/config/paths.ts';

describe('hrefUnder', () => {
  it('puts paths under the base', () => {
    expect(hrefUnder('/')('/cdp/')).toBe('/cdp/');
    expect(hrefUnder('/portail/')('/cdp/')).toBe('/portail/cdp/');
    expect(hrefUnder('/portail/')('/')).toBe('/portail/');
  });
});
