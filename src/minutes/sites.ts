import type { SiteData } from './schema.ts';
import { fold } from './text.ts';
import { memoised } from './memo.ts';

/** Slug of the national team: it speaks in CRs beside the sites, but is none. */
export const ECNP = 'ecnp';
const TEAM_NAMES = ['ECNP', 'Équipe nationale', 'Coordination nationale'];

export interface Site extends SiteData {
  slug: string;
}

/** The closed table of sites and of every name they go by. */
export interface SiteTable {
  sites: readonly Site[];
  /** The slug for a name as written (case, accents, hyphens and "St" aside), or `null`. */
  find: (name: string) => string | null;
  /** Canonical name for a slug: `Épinal`, `ECNP`. Throws on an unknown slug. */
  nameOf: (slug: string) => string;
  /** Every name, alias and département with its slug, longest first; the national team's included. */
  labels: readonly { label: string; slug: string }[];
}

/** The slugs of a `site` attribute: one text may be the news of several sites ("angers nantes"). */
export function slugsOf(site: string): string[] {
  return site.split(' ').filter((slug) => slug !== '');
}

/** The names of a `site` attribute, in words: "Angers et Nantes". Throws on an unknown slug. */
export function namesOf(site: string, sites: SiteTable): string {
  return slugsOf(site)
    .map((slug) => sites.nameOf(slug))
    .join(' et ');
}

/** Folds a site's name to the form aliases are compared in. */
export const siteKey = memoised((name) =>
  fold(name)
    .replace(/\s*\bs ?\/ ?|\//g, ' sur ')
    .replace(/[-\s]+/g, ' ')
    .replace(/\b(st|ste)\b\.?/g, (short) => (short.startsWith('ste') ? 'sainte' : 'saint'))
    .trim(),
);

/**
 * Builds the table of sites.
 * @throws {Error} when two sites share a name or alias, naming both.
 */
export function siteTable(sites: readonly Site[]): SiteTable {
  const bySlug = new Map(sites.map((site) => [site.slug, site.name]));
  bySlug.set(ECNP, 'ECNP');
  const byKey = new Map<string, string>();
  const labels: { label: string; slug: string }[] = [];
  const add = (label: string, slug: string): void => {
    byKey.set(siteKey(label), slug);
    labels.push({ label, slug });
  };
  for (const name of TEAM_NAMES) add(name, ECNP);
  for (const site of sites) {
    for (const label of [site.name, ...site.aliases]) {
      const key = siteKey(label);
      const taken = byKey.get(key);
      if (taken !== undefined && taken !== site.slug) {
        throw new Error(
          `content/sites: "${label}" names both "${taken}" and "${site.slug}"; keep it in one file.`,
        );
      }
      add(label, site.slug);
    }
  }
  // A département stands for its site where it has but one.
  for (const { slug, department } of sites) {
    const alone = sites.every(
      (site) => site.slug === slug || site.department.name !== department.name,
    );
    if (alone && !byKey.has(siteKey(department.name))) add(department.name, slug);
  }
  labels.sort((a, b) => b.label.length - a.label.length);
  return {
    sites,
    labels,
    find: (name) => byKey.get(siteKey(name)) ?? null,
    nameOf: (slug) => {
      const name = bySlug.get(slug);
      if (name === undefined) throw new Error(`No site "${slug}" in content/sites/.`);
      return name;
    },
  };
}
