import type { Site } from './headers.ts';

/** What header files have to know, of the portal's configuration. */
export function siteOf(config: {
  url: string;
  base: string;
  rooms: readonly { prefix: string }[];
}): Site {
  const prefixes = config.rooms.map(({ prefix }) => prefix);
  return { host: new URL(config.url).host, base: config.base, prefixes };
}
