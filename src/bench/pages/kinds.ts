import { join } from 'node:path';
import { readLibrary } from '../../library/library.ts';
import { routes } from '../../config/paths.ts';

/** One kind of page, by an example. */
export interface PageKind {
  name: string;
  path: string;
  /** Read after signing in. */
  isGated: boolean;
  /** Whether search engines are to list it. */
  isPublic: boolean;
  hasLighthouse: boolean;
}

/** An example of each kind: of CRs and sites the one with the most to say. */
export function pageKinds(root: string): PageKind[] {
  const { minutes, sites } = readLibrary(root, {
    PORTAL_CONTENT: join(root, '.portal', 'demo', 'content'),
  });
  const longest = minutes.toSorted((a, b) => b.sections.length - a.sections.length)[0];
  const news = (slug: string): number =>
    minutes.filter(({ news: all }) => all.some(({ site }) => site === slug)).length;
  const told = sites.sites.toSorted((a, b) => news(b.slug) - news(a.slug))[0];
  if (longest === undefined || told === undefined) throw new Error('The demo has no content.');
  const open = (name: string, path: string, isPublic: boolean): PageKind => ({
    name,
    path,
    isGated: false,
    isPublic,
    hasLighthouse: true,
  });
  const gated = (name: string, path: string, hasLighthouse = true): PageKind => ({
    name,
    path,
    isGated: true,
    isPublic: false,
    hasLighthouse,
  });
  return [
    open('home', '/', true),
    open('gate', '/cdp/', false),
    gated('dashboard', '/cdp/'),
    gated('CR', routes.minutes(longest.route)),
    gated('site', routes.site(told.slug)),
    gated('inclusions', '/cdp/inclusions/'),
    gated('questions', '/cdp/questions/', false),
    gated('search', '/cdp/recherche/', false),
  ];
}
