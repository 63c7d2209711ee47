/** What the list of questions is narrowed to; '' for everything. Keys are those of the address. */
export interface Filter {
  /** `ouverte` or `repondue`. */
  statut: string;
  /** Slug of a theme. */
  theme: string;
  /** A year, or `cr-` and the route of a CR. */
  cr: string;
}

/** The filter that lets every question through. */
export const EVERYTHING: Filter = { statut: '', theme: '', cr: '' };

/** A question as its element tells of it. */
export interface Filtered {
  status: string;
  theme: string;
  /** Years and CRs in which it was put. */
  when: readonly string[];
}

/** Whether a question is let through. */
export function matches(filter: Filter, { status, theme, when }: Filtered): boolean {
  return (
    (filter.statut === '' || filter.statut === status) &&
    (filter.theme === '' || filter.theme === theme) &&
    (filter.cr === '' || when.includes(filter.cr))
  );
}

/** The filter of an address: `?statut=ouverte&cr=2025`. */
export function readFilter(search: string): Filter {
  const given = new URLSearchParams(search);
  const of = (name: string): string => given.get(name) ?? '';
  return { statut: of('statut'), theme: of('theme'), cr: of('cr') };
}

/** The same as an address writes it; '' where nothing is narrowed. */
export function writeFilter(filter: Filter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** What a filter let through, in words. */
export function sayFound(found: number, all: number): string {
  if (found === 0) return 'Aucune question ne correspond à ces choix.';
  return `${found} question${found > 1 ? 's' : ''} sur ${all}`;
}
