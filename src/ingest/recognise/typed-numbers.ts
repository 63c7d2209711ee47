const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10 };

/** The number a line begins with, typed by hand: « 3) », « 3. », « III – », « c) »; else `null`. */
export function typedNumber(text: string): number | null {
  const written = /^\s*(?:(\d{1,2})|([IVX]{1,4})|([a-h]))\s?[.)°–-]+\)?\s+\S/.exec(text);
  if (written === null) return null;
  const [, digits, roman, letter] = written;
  if (digits !== undefined) return Number(digits);
  if (letter !== undefined) return letter.charCodeAt(0) - 96;
  const values = Array.from(roman ?? '', (sign) => ROMAN[sign] ?? 0);
  return values.reduce(
    (sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value),
    0,
  );
}
