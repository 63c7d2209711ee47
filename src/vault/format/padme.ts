/**
 * Length a file of `length` bytes is padded to: Padmé (Nikitin et al., PURBs, PETS 2019, §4.2). At
 * most 12 % more, and all files of about one size look alike.
 */
export function padmeLength(length: number): number {
  if (!Number.isSafeInteger(length) || length < 0) {
    throw new RangeError(`Padmé wants a length, not ${String(length)}.`);
  }
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const bits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - bits);
  return Math.ceil(length / step) * step;
}
