import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from '../minutes/errors.ts';
import { pictureInfo, type PictureInfo } from '../minutes/pictures.ts';
import { contentDirectories } from './directories.ts';
import { library } from './library.ts';

/** Where a picture belongs: the id of its CR, and its name in that CR's folder. */
export interface PicturePlace {
  id: string;
  file: string;
}

/** The pictures that CRs name, each once. */
export function picturesOf(): PicturePlace[] {
  return library().minutes.flatMap(({ id, pictures }) =>
    [...new Set(pictures.map(({ file }) => file))].map((file) => ({ id, file })),
  );
}

/**
 * A picture of a CR, from the folder beside its MDX file.
 * @throws {ContentError} when the file is not there, or is no picture.
 */
export function readPicture(
  id: string,
  file: string,
): { bytes: Uint8Array<ArrayBuffer>; info: PictureInfo } {
  const place = { file: `${id}.mdx`, field: `<Picture file="${file}">` };
  const folder = contentDirectories(process.cwd(), process.env).minutes;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(readFileSync(join(folder, id, file)));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    throw new ContentError(
      place,
      `the picture ${id}/${file} cannot be read (${code}).`,
      'Put it into that folder beside the CR, or take the <Picture> out.',
    );
  }
  const info = pictureInfo(bytes);
  if (info !== null) return { bytes, info };
  throw new ContentError(
    place,
    `${id}/${file} is no PNG, JPEG, GIF or WebP.`,
    'Save it in one of these formats.',
  );
}
