import { isStored, type RoomSettings, type SiteFile, type StoredFile } from './site-file.ts';

type AnyFile = SiteFile | StoredFile;

/** What is published as it is, and what each room holds. */
export interface Partition {
  published: SiteFile[];
  rooms: Map<string, AnyFile[]>;
}

/** Built assets that are code, not content: they may be public, and are scanned for leaks. */
const CODE = /\.(?:css|js|woff2)$/;
/** Files that name others. */
const NAMING = /\.(?:html|css|svg|xml|webmanifest|json)$/;

/**
 * Parts a built site. A file is gated unless it is public by proof: files under a room's prefix go
 * into it, and an asset such as a picture goes into the rooms whose pages name it (the first room
 * where none does) unless a public page or a style sheet names it.
 * @param assets prefix of the built assets
 */
export function partition(
  files: readonly AnyFile[],
  rooms: readonly RoomSettings[],
  assets: string,
): Partition {
  const result: Partition = { published: [], rooms: new Map(rooms.map((room) => [room.name, []])) };
  const roomOf = (path: string): string | null =>
    rooms.find((room) => path.startsWith(room.prefix))?.name ?? null;
  const names = namesIn(files, roomOf);
  for (const file of files) {
    for (const name of homesOf(file.path)) {
      if (name !== null) result.rooms.get(name)?.push(file);
      else if (isStored(file)) throw new Error(`${file.path}: a public file has to be in memory.`);
      else result.published.push(file);
    }
  }
  return result;

  /** Rooms that hold a file; `null` stands for the public. */
  function homesOf(path: string): readonly (string | null)[] {
    const room = roomOf(path);
    if (room !== null || !path.startsWith(assets) || CODE.test(path)) return [room];
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (names.get(null)?.includes(name) === true) return [null];
    const homes = rooms.map((each) => each.name).filter((each) => names.get(each)?.includes(name));
    return homes.length > 0 ? homes : [rooms[0]?.name ?? null];
  }
}

/** The texts that can name other files, of each room and of the public (`null`). */
function namesIn(
  files: readonly AnyFile[],
  roomOf: (path: string) => string | null,
): Map<string | null, string> {
  const texts = new Map<string | null, string[]>();
  for (const file of files) {
    if (isStored(file) || !NAMING.test(file.path)) continue;
    const room = roomOf(file.path);
    texts.set(room, [...(texts.get(room) ?? []), new TextDecoder().decode(file.bytes)]);
  }
  return new Map([...texts].map(([room, parts]) => [room, parts.join('\n')]));
}
