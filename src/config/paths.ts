import portal from '../../portal.config.ts';

/** Makes `href` for a portal that lives under `base` (`/` or `/repository/`). */
export function hrefUnder(base: string): (path: `/${string}`) => string {
  return (path) => base.replace(/\/$/, '') + path;
}

/** Link to one of the portal's own paths, written from its root: `href('/cdp/')`. */
export const href = hrefUnder(portal.base);

/** Routes of the community's pages; anchors are those of `Minutes`. */
export const routes = {
  minutes: (route: string, anchor?: string | null): string =>
    href(`/cdp/comptes-rendus/${route}/${anchor == null ? '' : `#${anchor}`}`),
  picture: (id: string, file: string): string => href(`/cdp/images/${id}/${file}`),
  site: (slug: string): string => href(`/cdp/sites/${slug}/`),
  /** Calendar file of one conference, for any day that it was ever announced for. */
  conferenceFile: (date: string): string => href(`/cdp/agenda/conference-${date}.ics`),
  /** Calendar file of all conferences. */
  conferencesFile: (): string => href('/cdp/agenda/conferences.ics'),
  term: (anchor: string): string => href(`/cdp/glossaire/#${anchor}`),
  webinar: (date: string): string => href(`/webinaires/${date}/`),
  webinarFile: (date: string): string => href(`/webinaires/${date}.ics`),
  webinarFeed: (): string => href('/webinaires/flux.xml'),
};
