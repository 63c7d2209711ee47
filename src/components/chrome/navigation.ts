import { href } from '../../config/paths.ts';

export interface NavigationItem {
  label: string;
  href: string;
}

/** The community's sections, in the order in which they are shown. */
export const sections: readonly NavigationItem[] = [
  { label: 'Accueil', href: href('/cdp/') },
  { label: 'Comptes-rendus', href: href('/cdp/comptes-rendus/') },
  { label: 'Sites', href: href('/cdp/sites/') },
  { label: 'Inclusions', href: href('/cdp/inclusions/') },
  { label: 'Questions', href: href('/cdp/questions/') },
  { label: 'Formations', href: href('/cdp/formations/') },
  { label: 'Documents', href: href('/cdp/documents/') },
  { label: 'Annuaire', href: href('/cdp/annuaire/') },
  { label: 'Glossaire', href: href('/cdp/glossaire/') },
  { label: 'Agenda', href: href('/cdp/agenda/') },
];

/** What anyone may open. */
export const publicSections: readonly NavigationItem[] = [
  { label: 'Accueil', href: href('/') },
  { label: 'Webinaires', href: href('/webinaires/') },
  { label: 'Communauté', href: href('/cdp/') },
];

/**
 * How a link stands to the page being read: `page` when it is this page, `true` when the page is
 * within that section. `root` is the section that holds all others.
 */
export function currentOf(item: string, path: string, root: string): 'page' | 'true' | undefined {
  if (item === path) return 'page';
  return item !== root && path.startsWith(item) ? 'true' : undefined;
}
