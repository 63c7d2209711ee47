import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'astro/zod';
import { chronological } from '../insights/order.ts';
import { ContentError } from '../minutes/errors.ts';
import { type DocumentData, documentsSchema } from '../minutes/documents.ts';
import { checkFrontmatter } from '../minutes/frontmatter.ts';
import { type Glossary, glossaryOf, glossarySchema } from '../minutes/glossary.ts';
import type { Minutes } from '../minutes/minutes.ts';
import type { PeopleTable } from '../minutes/people.ts';
import { readMinutes } from '../minutes/read.ts';
import { siteSchema, type WebinarData, webinarSchema } from '../minutes/schema.ts';
import { siteTable, type SiteTable } from '../minutes/sites.ts';
import { contentDirectories } from './directories.ts';
import { readPeople } from './people.ts';
import { contentStamp, whileUnchanged } from './unchanged.ts';

/** All content as data: what pages are made from. */
export interface Library {
  /** Oldest first. */
  minutes: Minutes[];
  sites: SiteTable;
  people: PeopleTable;
  glossary: Glossary;
  documents: readonly DocumentData[];
  /** Newest first. */
  webinars: WebinarData[];
}

/**
 * Reads and checks every content file.
 * @throws {ContentError} naming file, line and field of the first fault.
 */
export function readLibrary(root: string, env: Record<string, string | undefined>): Library {
  const directories = contentDirectories(root, env);
  const sites = readSites(root, env);
  const minutes = filesOf(root, directories.minutes, /\.mdx$/).map((file) =>
    readMinutes(file, sites),
  );
  checkRoutes(minutes);
  const webinars = filesOf(root, directories.webinars, /\.ya?ml$/).map((file) =>
    readYaml(webinarSchema, file),
  );
  return {
    minutes: chronological(minutes),
    sites,
    people: readPeople(root, env),
    glossary: readGlossary(root, env),
    documents: readDocuments(root, env, minutes),
    webinars: webinars.sort((a, b) => b.date.localeCompare(a.date)),
  };
}

/** Reads and checks the table of sites alone. Throws like {@link readLibrary}. */
export function readSites(root: string, env: Record<string, string | undefined>): SiteTable {
  const files = filesOf(root, contentDirectories(root, env).sites, /\.ya?ml$/);
  return siteTable(
    files.map((file) => ({
      slug: basename(file.path, extname(file.path)),
      ...readYaml(siteSchema, file),
    })),
  );
}

/** Reads and checks the glossary; a missing file is an empty one. Throws like {@link readLibrary}. */
export function readGlossary(root: string, env: Record<string, string | undefined>): Glossary {
  const file = fileAt(root, contentDirectories(root, env).glossary);
  if (file === null) return glossaryOf([]);
  const data = readYaml(glossarySchema, file);
  try {
    return glossaryOf(data);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new ContentError({ file: file.path }, cause.message, 'Keep it in one entry.');
  }
}

/** Reads and checks the documents; a missing file is an empty list. */
function readDocuments(
  root: string,
  env: Record<string, string | undefined>,
  minutes: readonly Minutes[],
): DocumentData[] {
  const file = fileAt(root, contentDirectories(root, env).documents);
  if (file === null) return [];
  const documents = readYaml(documentsSchema, file);
  for (const { title, announced, section } of documents) {
    const cr = minutes.find(({ route }) => route === String(announced));
    if (cr === undefined || section === undefined) continue;
    if (cr.sections.some(({ anchor }) => anchor === section)) continue;
    throw new ContentError(
      { file: file.path, field: 'section' },
      `"${title}": the CR ${String(announced)} has no section "${section}".`,
      `Its sections are ${cr.sections.map(({ anchor }) => anchor).join(', ')}; or leave the field out.`,
    );
  }
  return documents;
}

const stamp = (): string =>
  import.meta.env.PROD ? '' : contentStamp(contentDirectories(process.cwd(), process.env));

/** The library of this project, read once a build (and, while developing, when a file has changed). */
export const library: () => Library = whileUnchanged(stamp, () =>
  readLibrary(process.cwd(), process.env),
);

/** The files of a folder, by name; paths relative to `root`. A folder that is not there is empty. */
function filesOf(
  root: string,
  directory: string,
  ending: RegExp,
): { path: string; text: string }[] {
  try {
    return readdirSync(directory)
      .filter((name) => ending.test(name) && !/^[._]/.test(name))
      .sort()
      .map((name) => join(directory, name))
      .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

/** A file that need not be there; its path relative to `root`. */
function fileAt(root: string, path: string): { path: string; text: string } | null {
  if (!existsSync(path)) return null;
  return { path: relative(root, path), text: readFileSync(path, 'utf8') };
}

function readYaml<T>(schema: z.ZodType<T>, file: { path: string; text: string }): T {
  let data: unknown;
  try {
    data = parse(file.text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ContentError({ file: file.path }, `this is not YAML: ${reason}`, 'Correct it.');
  }
  return checkFrontmatter(schema, data, file);
}

function checkRoutes(minutes: readonly Minutes[]): void {
  const taken = new Map<string, string>();
  for (const { route, id } of minutes) {
    const other = taken.get(route);
    if (other !== undefined) {
      throw new ContentError(
        { file: `${id}.mdx`, field: 'number' },
        `${other}.mdx is the CR "${route}" already.`,
        'Give each CR its own number (or date, where it has no number).',
      );
    }
    taken.set(route, id);
  }
}
