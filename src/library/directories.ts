import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where content is: absolute paths of folders and files. */
export interface ContentDirectories {
  minutes: string;
  sites: string;
  webinars: string;
  /** The file of people; it need not be there. */
  people: string;
  /** The glossary; it need not be there. */
  glossary: string;
  /** The list of documents; it need not be there. */
  documents: string;
  /** The themes of questions; the file need not be there. */
  themes: string;
}

/**
 * Where content is: `content/` under `root`, or the folder that PORTAL_CONTENT names (absolute, or
 * relative to `root`). A folder without sites of its own uses the project's.
 */
export function contentDirectories(
  root: string,
  env: Record<string, string | undefined>,
): ContentDirectories {
  const project = join(root, 'content');
  const named = env['PORTAL_CONTENT'];
  const content = named === undefined || named === '' ? project : resolve(root, named);
  const sites = join(content, 'sites');
  return {
    minutes: join(content, 'comptes-rendus'),
    sites: existsSync(sites) ? sites : join(project, 'sites'),
    webinars: join(content, 'webinaires'),
    people: join(content, 'people.yaml'),
    glossary: join(content, 'glossaire.yaml'),
    documents: join(content, 'documents.yaml'),
    themes: join(content, 'themes.yaml'),
  };
}
