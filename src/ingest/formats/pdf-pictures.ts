import { type Pixels, toPng } from '../pictures/png.ts';
import { PICTURE } from './source.ts';
import type { Painted } from './pdf-rules.ts';

/** A picture painted on a page; lengths in points. */
export interface PagePicture {
  /** The address that stands for it, `null` for one that cannot be read or is the page's ground. */
  url: string | null;
  left: number;
  right: number;
  low: number;
  high: number;
}

/** Pixels of all pictures of a file together, beyond which the rest is left out for its size. */
const MOST_PIXELS = 60_000_000;
/** Drawn smaller, a picture is a bullet or an ornament; in points. */
const SMALLEST = 14;
/** The share of a page that a picture covers which is a scan of it, or its ground. */
const GROUND = 0.75;

/** What pdf.js gives for a picture it has decoded. */
interface Decoded {
  width: number;
  height: number;
  kind: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** pdf.js, `ImageKind`: what the bytes of a picture are. */
const CHANNELS: Readonly<Record<number, Pixels['channels']>> = { 1: 'bits', 2: 3, 3: 4 };

/** The pictures of a PDF as PNG or, where the file has them so, as JPEG; by the keys they are given. */
export class PdfPictures {
  readonly found = new Map<string, Uint8Array>();
  #jpegs: ReadonlyMap<string, Uint8Array>;
  #known = new Map<string, string>();
  #pixels = 0;

  /** @param jpegs the file's own JPEG streams, by their size in pixels: "640x480" */
  constructor(jpegs: ReadonlyMap<string, Uint8Array>) {
    this.#jpegs = jpegs;
  }

  /**
   * The pictures painted on a page.
   * @param area of the page, in square points
   * @param objectOf the object that pdf.js has decoded under a name
   */
  async of(
    painted: readonly Painted[],
    area: number,
    objectOf: (name: string) => Promise<unknown>,
  ): Promise<PagePicture[]> {
    const pictures: PagePicture[] = [];
    for (const { source, ...place } of painted) {
      const [width, height] = [place.right - place.left, place.high - place.low];
      if (Math.max(width, height) < SMALLEST || Math.min(width, height) < 2) continue;
      const isGround = width * height > area * GROUND;
      const object = isGround ? null : typeof source === 'string' ? await objectOf(source) : source;
      const url = isDecoded(object) ? await this.#add(object) : null;
      pictures.push({ ...place, url });
    }
    return pictures;
  }

  /** Equal pictures get one address, whatever the names of their objects. */
  async #add(picture: Decoded): Promise<string> {
    const { width, height, kind, data } = picture;
    this.#pixels += width * height;
    const key = `pdf-${String(this.found.size)}`;
    // A key without bytes is a picture that is too large.
    if (this.#pixels > MOST_PIXELS) return `${PICTURE}large`;
    const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(data));
    const print = `${String(width)} ${new Uint8Array(digest).join(' ')}`;
    const known = this.#known.get(print);
    if (known !== undefined) return known;
    const channels = CHANNELS[kind];
    const bytes =
      this.#jpegs.get(`${String(width)}x${String(height)}`) ??
      (channels === undefined ? null : toPng({ width, height, channels, data }));
    this.found.set(key, bytes ?? new Uint8Array());
    this.#known.set(print, PICTURE + key);
    return PICTURE + key;
  }
}

function isDecoded(object: unknown): object is Decoded {
  if (typeof object !== 'object' || object === null) return false;
  const { width, height, kind, data } = object as Partial<Decoded>;
  const isBytes = data instanceof Uint8Array || data instanceof Uint8ClampedArray;
  return typeof width === 'number' && typeof height === 'number' && kind !== undefined && isBytes;
}

/** How far a logo may stand from where it stood on another page, in points. */
const NEAR = 4;

/**
 * Leaves out pictures that come back at one place of several pages: logos and banners.
 * @returns the pages' other pictures, and how many different ones were left out
 */
export function dropRunningPictures(pages: readonly (readonly PagePicture[])[]): {
  pages: PagePicture[][];
  dropped: number;
} {
  const often = pages.length < 4 ? 2 : Math.ceil(pages.length * 0.4);
  const isRunning = (picture: PagePicture): boolean =>
    picture.url !== null &&
    pages.filter((page) =>
      page.some(
        (other) =>
          other.url === picture.url &&
          Math.abs(other.left - picture.left) < NEAR &&
          Math.abs(other.low - picture.low) < NEAR,
      ),
    ).length >= often;
  const dropped = new Set(pages.flat().filter((picture) => isRunning(picture)));
  return {
    pages: pages.map((page) => page.filter((picture) => !dropped.has(picture))),
    dropped: new Set([...dropped].map(({ url }) => url)).size,
  };
}
