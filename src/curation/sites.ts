import { nameDistance } from '../minutes/names.ts';
import type { Site, SiteTable } from '../minutes/sites.ts';
import { oneLine, slug as slugOf } from '../minutes/text.ts';
import { CurationError } from './errors.ts';
import { checkPlace, degrees, departmentOf } from './territory.ts';
import { visible } from './words.ts';

/** Names up to this distance are shown beside one that is not known. */
const NEAR = 0.4;

/** What `sites -- add` was given, as typed. */
export interface SiteRequest {
  name?: string | undefined;
  slug?: string | undefined;
  department?: string | undefined;
  alias?: readonly string[] | undefined;
  latitude?: string | undefined;
  longitude?: string | undefined;
}

/**
 * The site that a request describes, checked against those there are.
 * @throws {CurationError} on a name, alias or slug that is taken, an unknown département, or a place
 *   outside France.
 */
export function newSite(request: SiteRequest, sites: SiteTable): Site {
  const name = labelOf(request.name, 'Donnez le nom du site : --name "Lille".');
  if (request.department === undefined) {
    throw new CurationError('Il manque le département.', 'Ajoutez par exemple --department 59.');
  }
  const slug = request.slug ?? slugOf(name);
  checkSlug(slug, sites);
  const site = {
    slug,
    name,
    aliases: (request.alias ?? []).map((alias) => labelOf(alias, 'Un --alias est vide.')),
    department: departmentOf(request.department),
    coordinates: {
      latitude: degrees(request.latitude, 'latitude'),
      longitude: degrees(request.longitude, 'longitude'),
    },
  };
  checkPlace(site.coordinates, site.department);
  for (const label of [site.name, ...site.aliases]) checkFree(label, sites);
  checkUnlike([site.name, ...site.aliases]);
  return site;
}

/**
 * The alias to add to a site, checked.
 * @throws {CurationError} when there is no such site, or the alias names one already.
 */
export function newAlias(
  slug: string,
  alias: string,
  sites: SiteTable,
): { site: Site; alias: string } {
  const site = sites.sites.find((one) => one.slug === (sites.find(slug) ?? slug));
  if (site === undefined) {
    const near = nearLabels(slug, sites);
    throw new CurationError(
      `Il n’y a pas de site « ${visible(slug)} ».`,
      near === '' ? 'Voyez la liste : npm run sites -- list' : `Vouliez-vous dire ${near} ?`,
    );
  }
  const label = labelOf(alias, 'L’autre nom est vide.');
  checkFree(label, sites);
  return { site, alias: label };
}

/** Names of other sites that a new name is close to, as French text; '' where there are none. */
export function nearLabels(name: string, sites: SiteTable): string {
  return sites.labels
    .filter(({ label }) => nameDistance(label, name) <= NEAR)
    .map(({ label, slug }) => `« ${label} » (${slug})`)
    .join(', ');
}

function labelOf(typed: string | undefined, remedy: string): string {
  const label = oneLine(typed ?? '');
  if (label === '') throw new CurationError('Il manque un nom.', remedy);
  if (/\p{L}/u.test(label) && !/[\p{C}<>{}[\]:;"/\\|]/u.test(label)) return label;
  throw new CurationError(
    `« ${visible(label)} » n’est pas un nom de lieu.`,
    'Écrivez-le en lettres, comme dans les comptes-rendus.',
  );
}

function checkSlug(slug: string, sites: SiteTable): void {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
    throw new CurationError(
      `« ${visible(slug)} » ne peut pas être l’adresse d’un site.`,
      'Un --slug n’a que des minuscules sans accent, des chiffres et des traits d’union : la-roche-sur-yon.',
    );
  }
  if (slug !== 'ecnp' && !sites.sites.some((site) => site.slug === slug)) return;
  throw new CurationError(
    `L’adresse « ${slug} » est déjà prise.`,
    `Pour un autre nom du même site : npm run sites -- alias ${slug} "AUTRE NOM". Pour un autre site, ajoutez --slug.`,
  );
}

function checkFree(label: string, sites: SiteTable): void {
  const taken = sites.find(label);
  if (taken === null) return;
  throw new CurationError(
    `« ${label} » désigne déjà le site « ${sites.nameOf(taken)} » (${taken}.yaml).`,
    'Un nom ne désigne qu’un site : choisissez-en un autre, ou retirez-le d’abord de ce fichier.',
  );
}

function checkUnlike(labels: readonly string[]): void {
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  if (twice === undefined) return;
  throw new CurationError(`« ${twice} » est donné deux fois.`, 'Donnez chaque nom une seule fois.');
}
