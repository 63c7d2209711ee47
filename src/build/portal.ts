import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { build as buildPages } from 'astro';
import { missingFacts } from '../config/missing.ts';
import type { PortalConfig } from '../config/portal.ts';
import { netlifyHeaders } from '../headers/netlify.ts';
import { siteOf } from '../headers/site.ts';
import { contentDirectories } from '../library/directories.ts';
import { type Library, readLibrary } from '../library/library.ts';
import { buildSearchIndex } from '../search/build-index.ts';
import { guideOf } from '../search/guide.ts';
import { searchMarkup } from '../search/markup.ts';
import type { SearchRecord } from '../search/record.ts';
import { recordsOf } from '../search/records.ts';
import { type Keyring, readKeyring } from '../vault/keys/keys-file.ts';
import { withoutTags } from '../vault/leak/text/tags.ts';
import { bundleClient } from '../vault/seal/bundle.ts';
import { sealSite } from '../vault/seal/seal-site.ts';
import { CHUNK_SIZE } from '../vault/format/chunked.ts';
import { utf8 } from '../vault/format/bytes.ts';
import { roomOf } from '../vault/format/manifest.ts';
import { isInMemory, type SiteFile, type StoredFile } from '../vault/seal/site-file.ts';
import { spoolTo } from '../vault/seal/spool.ts';
import { filled } from './filled.ts';
import { fontFaces } from './font-faces.ts';
import { refuseLeaks } from './leaks.ts';
import { readOrList, readSiteFiles, readTexts } from './site-files.ts';
import { checkOutput, replaceOutput } from './swap.ts';

export interface BuildOptions {
  /** The project's folder. */
  root: string;
  config: PortalConfig;
  env: NodeJS.ProcessEnv;
  /** Told of each step that is done, in French. */
  progress: (line: string) => void;
}

/** Rooms of the source whose words the program itself says. */
const PUBLIC_TEXTS = [
  'components',
  'config',
  'layouts',
  'pages',
  'search',
  'styles',
  'typography',
  'vault',
];

/**
 * Builds the portal: pages, search index, vault, leak scan; then publishes it at `PORTAL_OUT`.
 * @throws {Error} (a {@link ContentError}, a {@link KeysFileError}…) that says what and where; what
 * was published before stays.
 */
export async function buildPortal(options: BuildOptions): Promise<void> {
  const { root, config, env } = options;
  const out = resolve(root, env['PORTAL_OUT'] ?? 'dist');
  checkOutput(out);
  checkContent(options);
  const keyring = readKeyring(
    root,
    env,
    config.rooms.map((room) => room.name),
  );
  for (const notice of keyring.notices) options.progress(notice);
  for (const warning of keyring.warnings) console.warn(warning);
  for (const fact of missingFacts(config)) {
    console.warn(`portal.config.ts: ${fact} is null; the public pages leave it out. Fill it in.`);
  }

  const library = readLibrary(root, env);
  options.progress(`Comptes-rendus relus : ${String(library.minutes.length)}`);

  const scratch = join(root, '.portal', `site-${String(process.pid)}`);
  try {
    await publish(options, { out, keyring, scratch, library });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Publication {
  out: string;
  keyring: Keyring;
  /** For large files, which go through it and not through memory. */
  scratch: string;
  library: Library;
}

/** Renders, indexes, seals and scans. */
async function publish(
  options: BuildOptions,
  { out, keyring, scratch, library }: Publication,
): Promise<void> {
  const { config, progress } = options;
  const files = await renderPages(options, join(scratch, 'pages'));
  const pages = files.filter(isInMemory);
  progress(
    `Pages construites : ${String(pages.filter((file) => file.path.endsWith('.html')).length)}`,
  );

  const index = await indexMinutes(options, pages, library);
  progress('Recherche indexée');

  const site = [...files, ...index, headersFile(config), NO_JEKYLL];
  const sealed = await sealSite(site, keyring, {
    rooms: config.rooms,
    base: config.base,
    programme: config.programme.name,
    community: config.programme.community,
    contact: config.contact.email,
    client: { files: [...(await bundleClient(config.rooms)).files, fontFaces(pages)] },
    keep: spoolTo(join(scratch, 'sealed')),
  });
  progress(`Fichiers scellés : ${String(sealed.gated.length + files.length - pages.length)}`);

  const notes = await refuseLeaks(sealed, {
    site,
    rooms: config.rooms,
    address: config.url,
    minutes: readMinutesTexts(options),
    attachments: readAttachments(options),
    people: library.people.entries.flatMap(({ name, aliases }) => [name, ...aliases]),
    allowed: programTexts(options),
    declared: webinarTexts(options),
  });
  for (const note of notes) console.warn(note);
  progress('Aucune fuite : rien de ce qui est réservé n’est lisible sans phrase de passe');

  replaceOutput(out, [...sealed.published, ...sealed.stored]);
  progress(`Portail publié dans ${relative(process.cwd(), out) || '.'}`);
}

/** GitHub Pages, from a branch, would leave out what begins with `_`: the vault, styles and scripts. */
const NO_JEKYLL: SiteFile = { path: '/.nojekyll', bytes: new Uint8Array() };

/** Headers for hosts that read them from the site itself. */
function headersFile(config: PortalConfig): SiteFile {
  return { path: '/_headers', bytes: utf8(netlifyHeaders(siteOf(config))) };
}

/** A content folder that is named but not there is a slip of the pen, not an empty portal. */
function checkContent({ root, env }: BuildOptions): void {
  const named = env['PORTAL_CONTENT'];
  if (named === undefined || named === '' || existsSync(resolve(root, named))) return;
  throw new Error(
    `PORTAL_CONTENT names ${resolve(root, named)}, which does not exist. Correct it, or unset it for content/.`,
  );
}

/** Read for text, by the search and by the leak scan, whatever their size. */
const TEXT = /\.(?:html|json|csv|ics|md|txt|xml|css|js|svg)$/;

/** Astro's pages and their files; large attachments of a room stay in `folder`. */
async function renderPages(
  { root, config }: BuildOptions,
  folder: string,
): Promise<(SiteFile | StoredFile)[]> {
  await buildPages({ root, outDir: folder, logLevel: 'error' });
  const files = readOrList(
    folder,
    (path, size) => size > CHUNK_SIZE && roomOf(config.rooms, path) !== null && !TEXT.test(path),
  );
  if (files.length === 0) throw new Error(`Astro wrote no page to ${folder}.`);
  return files;
}

/** The index of the CRs, for the room that holds their pages. */
async function indexMinutes(
  options: BuildOptions,
  pages: readonly SiteFile[],
  library: Library,
): Promise<SiteFile[]> {
  const { prefix } = options.config.rooms.find((room) => room.prefix === '/cdp/') ?? {};
  if (prefix === undefined || library.minutes.length === 0) return [];
  const texts = readMinutesTexts(options);
  const records = library.minutes.flatMap((minutes) => {
    const file = texts.find(({ path }) => basename(path, '.mdx') === minutes.id);
    if (file === undefined) throw new Error(`The CR ${minutes.id} was read, but its file is gone.`);
    return recordsOf(minutes, file, library.sites);
  });
  checkAnchors(records, pages);
  return buildSearchIndex({ prefix, records, guide: guideOf(library) });
}

/** @throws {Error} naming the sections of the index that stand on no page: their hits would lead nowhere. */
function checkAnchors(records: readonly SearchRecord[], pages: readonly SiteFile[]): void {
  const html = new Map(pages.map((page) => [page.path, new TextDecoder().decode(page.bytes)]));
  const lost = records.filter(({ url }) => {
    const [page = '', anchor] = url.split('#');
    const text = html.get(`${page}index.html`);
    return text === undefined || (anchor !== undefined && !text.includes(`id="${anchor}"`));
  });
  if (lost.length === 0) return;
  const urls = lost.map(({ url }) => url).join(', ');
  throw new Error(`Search leads to sections that no page has: ${urls}. Give them these ids.`);
}

function readMinutesTexts({ root, env }: BuildOptions): { path: string; text: string }[] {
  const folder = contentDirectories(root, env).minutes;
  return readSiteFiles(folder)
    .filter((file) => file.path.endsWith('.mdx'))
    .map((file) => ({
      path: join(folder, file.path),
      text: readFileSync(join(folder, file.path), 'utf8'),
    }));
}

/** Pictures and other files in the folders of the CRs; those of the importer are no content. */
function readAttachments({ root, env }: BuildOptions): (SiteFile | StoredFile)[] {
  const folder = contentDirectories(root, env).minutes;
  return readOrList(folder, (_, size) => size > CHUNK_SIZE).filter(
    ({ path }) => !path.endsWith('.mdx') && !path.includes('/.'),
  );
}

/**
 * What the program itself says, the programme's names in their places, and what is left of the
 * search's markup without its tags.
 */
function programTexts({ root, config }: BuildOptions): string[] {
  const sources = ['portal.config.ts', ...PUBLIC_TEXTS.map((room) => join('src', room))];
  const said = readTexts(root, sources).map((text) => filled(text, config.programme));
  return [...said, withoutTags(searchMarkup('', ''))];
}

/** Public content. */
function webinarTexts({ root, env }: BuildOptions): string[] {
  return readTexts(contentDirectories(root, env).webinars, ['.']);
}
