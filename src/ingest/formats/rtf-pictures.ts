import { PICTURE } from './source.ts';

/** Bytes of a picture that will be left out for its size: no more are kept. */
const MOST = 10 * 1024 * 1024 + 1;

/**
 * Pictures of an RTF file (specification 1.9.1, "Pictures"), from hexadecimal digits or bytes behind
 * `\bin`, by the keys they are given.
 */
export class RtfPictures {
  readonly found = new Map<string, Uint8Array>();
  #bytes = new Uint8Array(1024);
  #length = 0;
  /** A digit whose other half stands in the next piece; -1 for none. */
  #half = -1;

  /** Digits of the open picture; other characters among them say nothing. */
  digits(text: string): void {
    for (let at = 0; at < text.length; at += 1) {
      const digit = digitOf(text.charCodeAt(at));
      if (digit < 0) continue;
      if (this.#half < 0) this.#half = digit;
      else {
        this.#add(this.#half * 16 + digit);
        this.#half = -1;
      }
    }
  }

  /** Bytes of the open picture, one a character. */
  binary(data: string): void {
    for (let at = 0; at < data.length && this.#length < MOST; at += 1)
      this.#add(data.charCodeAt(at));
  }

  /** Ends the open picture; returns the address that stands for it, `null` where it had no bytes. */
  close(): string | null {
    const bytes = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    this.#half = -1;
    if (bytes.length === 0) return null;
    const key = `rtf-${String(this.found.size)}`;
    // Kept only as far as it takes to be called too large.
    this.found.set(key, bytes);
    return PICTURE + key;
  }

  #add(byte: number): void {
    if (this.#length >= MOST) return;
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }
}

/** The value of a hexadecimal digit by its code; -1 for any other character. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
