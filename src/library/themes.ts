import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parse } from 'yaml';
import { ContentError } from '../minutes/errors.ts';
import { checkFrontmatter } from '../minutes/frontmatter.ts';
import { type Theme, themesOf, themesSchema } from '../minutes/themes.ts';
import { contentDirectories } from './directories.ts';

/**
 * Reads and checks `content/themes.yaml`; a missing file is no themes.
 * @throws {ContentError} naming file and field of the first fault.
 */
export function readThemes(root: string, env: Record<string, string | undefined>): Theme[] {
  const path = contentDirectories(root, env).themes;
  if (!existsSync(path)) return [];
  const file = { path: relative(root, path), text: readFileSync(path, 'utf8') };
  let data: unknown;
  try {
    data = parse(file.text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ContentError({ file: file.path }, `this is not YAML: ${reason}`, 'Correct it.');
  }
  const checked = checkFrontmatter(themesSchema, data, file);
  try {
    return themesOf(checked);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new ContentError({ file: file.path }, cause.message, 'Keep it under one theme.');
  }
}

let kept: Theme[] | null = null;

/** The themes of this project, read once a build (and at each request while developing). */
export function themes(): Theme[] {
  if (!import.meta.env.PROD) return readThemes(process.cwd(), process.env);
  return (kept ??= readThemes(process.cwd(), process.env));
}
