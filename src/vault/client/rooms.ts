/** A room as the scripts know it before they have asked the server for anything. */
export interface KnownRoom {
  name: string;
  prefix: string;
  /** What a passphrase opens, in French: "la communauté". */
  label: string;
}

declare const PORTAL_ROOMS: readonly KnownRoom[];

/** The portal's rooms; the bundler writes them in. */
export const ROOMS = PORTAL_ROOMS;
