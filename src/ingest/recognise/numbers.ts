import { foldKeepingLength } from './fold.ts';

const UNITS: Record<string, number> = {
  zero: 0,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  octante: 80,
  nonante: 90,
};
const WORD = `(?:${[...Object.keys(UNITS), 'cents', 'cent', 'mille', 'et'].sort((a, b) => b.length - a.length).join('|')})`;

/** Source of a pattern for a whole number, in digits ("1 070", "1.070", "54") or words; folded text. */
export const NUMBER = `(?:\\d{1,3}(?:[ .]\\d{3})+|\\d+|${WORD}(?:[ -]${WORD})*)`;

/** Source of a pattern for a decimal number: "1,6", "1.8", "2". */
export const DECIMAL = '\\d+(?:[.,]\\d+)?';

/** Value of a whole number in digits or French words; `null` where it is neither. */
export function parseNumber(text: string): number | null {
  const folded = foldKeepingLength(text.trim());
  if (/^\d{1,3}(?:[ .]\d{3})+$|^\d+$/.test(folded)) return Number(folded.replace(/[ .]/g, ''));
  return parseWords(folded);
}

/** "huit cent quatre-vingt-dix-sept" → 897. Hundreds and thousands multiply, "quatre-vingt" too. */
function parseWords(folded: string): number | null {
  const words = folded.split(/[ -]+/).filter((word) => word !== 'et' && word !== '');
  if (words.length === 0) return null;
  let total = 0;
  let group = 0;
  for (const word of words) {
    if (word === 'mille') {
      total += (group === 0 ? 1 : group) * 1000;
      group = 0;
    } else if (word === 'cent' || word === 'cents') group = (group === 0 ? 1 : group) * 100;
    else {
      const unit = Object.hasOwn(UNITS, word) ? UNITS[word] : undefined;
      if (unit === undefined) return null;
      group = unit === 20 && group % 100 === 4 ? group - 4 + 80 : group + unit;
    }
  }
  return total + group;
}

/** Value of a decimal number with comma or point. */
export function parseDecimal(text: string): number {
  return Number(text.replace(',', '.'));
}
