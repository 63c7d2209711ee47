/** The number a line may begin a list's item with: "12)", "3.". */
export interface ItemNumber {
  value: number;
  /** The mark behind it. */
  sign: string;
}

const NUMBER = /^\s*(\d{1,2})([.)])\s/;

/** The number at the beginning of a line; `null` where there is none. */
export function itemNumber(line: string): ItemNumber | null {
  const [, value, sign = ''] = NUMBER.exec(line) ?? [];
  return value === undefined ? null : { value: Number(value), sign };
}

/** Whether a line ends as a sentence or the words before a list do. */
const isEnded = (line: string): boolean => /[.!?…:;]["»”)]*\s*$/.test(line);

/**
 * Whether a line that begins with a bullet or number is an item, although the line before was full:
 * "… cf. p. | 12) ?" and "… à | 72. Le département" are the rest of a paragraph.
 * @param before the line before
 * @param first the line that began the paragraph or item before
 * @param counted the number of the last item before
 */
export function opensItem(
  line: string,
  before: string,
  first: string,
  counted: ItemNumber | null,
): boolean {
  const number = itemNumber(line);
  if (number === null) {
    // "… les équipes | – dont celle de Lyon – sont là": a dash within a sentence.
    const rest = /^\s*[-–—]\s+(.*)$/u.exec(line)?.[1];
    const isRest = rest !== undefined && /^\p{Ll}/u.test(rest) && /[\p{L}\p{N},]\s*$/u.test(before);
    return !isRest || /^\s*[-–—]\s/u.test(first);
  }
  const isNext = number.value === (counted?.value ?? 0) + 1;
  const isAlike = counted === null || number.sign === counted.sign;
  const isBehind = counted !== null && itemNumber(first)?.value === counted.value;
  if (isNext && isAlike) return isBehind || isEnded(before);
  return number.value === 1 && isEnded(before);
}
