import { describe, expect, it } from 'vitest';
import { normaliseHtml } from '../../../src/search/normalise.ts';

describe('normaliseHtml', () => {
  it.each([
    ['l’été, l&rsquo;été, l&#8217;été, l&#x2019;été', 'l&#39;été, l&#39;été, l&#39;été, l&#39;été'],
    ['cœur, c&oelig;ur, Œuvre, ex æquo', 'coeur, coeur, Oeuvre, ex aequo'],
    ['Peut-on\u202f? oui&nbsp;!', 'Peut-on ? oui !'],
    ['so\u00adins, so&shy;ins, so\u200bins, so<wbr>ins', 'soins, soins, soins, soins'],
    ['1\u202f070, 12&nbsp;345\u00a0678 et 3\u00a050', '1070, 12345678 et 3 50'],
    ['compte\u2011rendu', 'compte-rendu'],
    ['e\u0301te\u0301', 'été'],
  ])('%s → %s', (html, expected) => {
    expect(normaliseHtml(html)).toBe(expected);
  });

  it('joins only what unbreakable spaces hold together', () => {
    expect(normaliseHtml('en 2025 100 enfants')).toBe('en 2025 100 enfants');
  });

  it('breaks no attribute', () => {
    expect(normaliseHtml('<p title=\'l’été\' id="ete">x</p>')).toBe(
      '<p title=\'l&#39;été\' id="ete">x</p>',
    );
  });
});
