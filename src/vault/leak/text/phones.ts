/** Between the groups of a number: nothing, or the same all along. */
const GAP = '([ .\\u2010-\\u2013-]{0,2})';
const START = `(?:(?:\\+|00)[ .]?(?:33|262|590|594|596)[ .]?(?:\\(0\\)[ .]?)?|0)`;
/**
 * A telephone number of France: the trunk zero or the country, then nine digits, after the first in pairs
 * or in threes (national plan of ARCEP, E.164). Seen from each place, as one may stand behind other digits.
 */
const PHONE = new RegExp(
  `(?<!\\d)(?=(${START}[1-9](?:${GAP}\\d\\d(?:\\2\\d\\d){3}|\\d\\d${GAP}\\d{3}\\3\\d{3}))(?!\\d))`,
  'g',
);

/** The telephone numbers of a text, each as its ten digits: `0123456789`. */
export function phonesIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, number = ''] of text.replace(/\s/g, ' ').matchAll(PHONE)) {
    const digits = `0${number.replace(/\D/g, '').slice(-9)}`;
    if (!isScale(digits)) found.add(digits);
  }
  return found;
}

/** `01 02 03 04 05` are months or marks of a chart. */
function isScale(digits: string): boolean {
  const pairs = (digits.match(/\d\d/g) ?? []).map(Number);
  const steps = pairs.slice(1).map((pair, at) => pair - (pairs[at] ?? 0));
  return new Set(steps).size === 1;
}
