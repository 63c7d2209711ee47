import { href, routes } from '../config/paths.ts';
import type { WebinarData } from '../minutes/schema.ts';

/** Every page that anyone may open and search engines may list. */
export function publicPaths(webinars: readonly WebinarData[]): string[] {
  return [
    href('/'),
    href('/webinaires/'),
    ...webinars.map(({ date }) => routes.webinar(date)),
    href('/mentions-legales/'),
    href('/accessibilite/'),
  ];
}
