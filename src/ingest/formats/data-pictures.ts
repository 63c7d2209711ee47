import { PICTURE } from './source.ts';

/** Pictures met as `data:` addresses, by the keys they are given. */
export class DataPictures {
  readonly found = new Map<string, Uint8Array>();

  /** The address that stands for a picture written out in base64; `null` for any other address. */
  take(url: string): string | null {
    const match = /^data:image\/[\w.+-]+(?:;[\w=-]+)*;base64,/i.exec(url);
    if (match === null) return null;
    const bytes = decoded(url.slice(match[0].length));
    if (bytes === null) return null;
    const key = `data-${String(this.found.size)}`;
    this.found.set(key, bytes);
    return PICTURE + key;
  }
}

function decoded(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64.replace(/\s|%0a/gi, '')), (letter) => letter.charCodeAt(0));
  } catch {
    // Not base64: there is no picture to show.
    return null;
  }
}
