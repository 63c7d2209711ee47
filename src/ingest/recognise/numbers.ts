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
  huitante: 80,
  octante: 80,
  nonante: 90,
};
const WORD = `(?:${[...Object.keys(UNITS), 'cents', 'cent', 'mille'].sort((a, b) => b.length - a.length).join('|')})(?!\\p{L})`;

/** Source of a pattern for a whole number, in digits ("1 070", "1.070", "54") or words; folded text. */
export const NUMBER = `(?:\\d{1,3}(?:[ .]\\d{3})+|\\d+|${WORD}(?:(?:[ -]et)?[ -]${WORD})*)`;

/** Source of a pattern for a decimal number: "1,6", "1.8", "2". */
const DECIMAL = '\\d+(?:[.,]\\d+)?';

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
      group =
        (word === 'vingt' || word === 'vingts') && group % 100 === 4 ? group + 76 : group + unit;
    }
  }
  return total + group;
}

/** Source of a pattern for a decimal number, or a small one in words: "1,6", "deux", "un et demi". */
export const AMOUNT = `(?:${DECIMAL}|(?:un |0[,.]?)?demi|trois quarts|(?:un|deux|trois|quatre|cinq|six)(?!\\p{L}))`;

/** Value of an amount: "1,6" → 1.6, "un demi" → 0.5, "deux" → 2; `null` where it is none. */
export function parseAmount(text: string): number | null {
  const folded = foldKeepingLength(text.trim());
  if (/^\d+(?:[.,]\d+)?$/.test(folded)) return Number(folded.replace(',', '.'));
  if (folded.endsWith('demi')) return 0.5;
  return folded === 'trois quarts' ? 0.75 : parseWords(folded);
}
