import type { RoomSettings, SiteFile } from './seal-room.ts';

/** What is published as it is, and what each room holds. */
export interface Partition {
  published: SiteFile[];
  rooms: Map<string, SiteFile[]>;
}

/** Built assets that are code, not content: they may be public, and are scanned for leaks. */
const CODE = /\.(?:css|js|woff2)$/;

/**
 * Parts a built site. A file is gated unless it is public by proof: files under a room's prefix go
 * into it, and an asset such as a picture goes into the first room unless a public page or a style
 * sheet names it.
 */
export function partition(
  files: readonly SiteFile[],
  rooms: readonly RoomSettings[],
  assets: string,
): Partition {
  const result: Partition = { published: [], rooms: new Map(rooms.map((room) => [room.name, []])) };
  const isGated = (path: string): RoomSettings | undefined =>
    rooms.find((room) => path.startsWith(room.prefix));
  const publicText = files
    .filter(
      (file) =>
        isGated(file.path) === undefined && /\.(?:html|css|svg|xml|webmanifest)$/.test(file.path),
    )
    .map((file) => new TextDecoder().decode(file.bytes))
    .join('\n');
  for (const file of files) {
    const isOrphan =
      file.path.startsWith(assets) &&
      !CODE.test(file.path) &&
      !publicText.includes(nameOf(file.path));
    const room = isGated(file.path) ?? (isOrphan ? rooms[0] : undefined);
    if (room === undefined) result.published.push(file);
    else result.rooms.get(room.name)?.push(file);
  }
  return result;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
