/** A file of the site; its path is that on the portal, without the base. */
export interface SiteFile {
  path: string;
  bytes: Uint8Array;
}

/** A file of the site that is too large for memory: it is read from the disk when it is needed. */
export interface StoredFile {
  path: string;
  /** Where it lies on this machine. */
  stored: string;
  size: number;
}

/** A room of the configuration. */
export interface RoomSettings {
  name: string;
  prefix: string;
  label: string;
}

export const isStored = (file: SiteFile | StoredFile): file is StoredFile => 'stored' in file;
export const isInMemory = (file: SiteFile | StoredFile): file is SiteFile => !isStored(file);
export const sizeOf = (file: SiteFile | StoredFile): number =>
  isStored(file) ? file.size : file.bytes.length;
