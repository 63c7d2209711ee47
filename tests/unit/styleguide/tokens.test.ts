import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isColour, tokensOf } from '../../../src/styleguide/tokens.ts';

const sheet = readFileSync('src/styles/tokens.css', 'utf8');

/** Relative luminance and contrast of two colours `#rrggbb`: WCAG 2.2. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', sheet],
  ['dark', sheet.slice(sheet.indexOf('prefers-color-scheme: dark'))],
])('the %s tokens', (_, css) => {
  const tokens = tokensOf(css);
  const valueOf = (name: string): string =>
    tokens.find((token) => token.name === `--${name}`)?.value ?? '';

  it('are read with what is said of them', () => {
    expect(tokens.filter(isColour).length).toBeGreaterThan(15);
    expect(tokens.find(({ name }) => name === '--line3')?.note ?? '').toBe('');
  });

  it('have the contrasts that stand beside them', () => {
    const stated = tokens.flatMap(({ name, value, note }) =>
      [...note.matchAll(/([\d.]+) on ([\w-]+)/g)].map(([, ratio = '', on = '']) => ({
        pair: `${name} on --${on}`,
        stated: Number(ratio),
        measured: contrast(value, valueOf(on)),
      })),
    );
    expect(stated.length).toBeGreaterThan(15);
    expect(stated.filter((one) => !(Math.abs(one.stated - one.measured) < 0.06))).toEqual([]);
  });
});
