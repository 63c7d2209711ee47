import matter from 'gray-matter';
import { parse } from 'yaml';
import { type z } from 'astro/zod';
import { ContentError } from './errors.ts';

/** Frontmatter may only be data: gray-matter ships engines that run code. */
function refuse(): never {
  throw new Error('Only YAML frontmatter is read.');
}
const engines = {
  yaml: (text: string): object => {
    const value: unknown = parse(text, { version: '1.2', schema: 'core', prettyErrors: true });
    return typeof value === 'object' && value !== null ? value : {};
  },
  json: refuse,
  javascript: refuse,
};

export interface SplitFile {
  data: unknown;
  body: string;
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
}

/**
 * Parts an MDX file into its YAML frontmatter and its body.
 * @throws {ContentError} when the frontmatter is missing, unclosed, not YAML, or in another language.
 */
export function splitFrontmatter(file: { path: string; text: string }): SplitFile {
  const text = file.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (!/^---[ \t]*\n/.test(text)) {
    throw new ContentError(
      { file: file.path, line: 1 },
      'the file does not begin with YAML frontmatter.',
      'Put `---` on its first line, the fields below, and `---` again.',
    );
  }
  if (!/\n---[ \t]*(?:\n|$)/.test(text)) {
    throw new ContentError(
      { file: file.path, line: 1 },
      'the frontmatter is not closed.',
      'Put `---` on a line of its own after the last field.',
    );
  }
  try {
    const { data, content } = matter(text, { engines, language: 'yaml' });
    const bodyLine = text.slice(0, text.length - content.length).split('\n').length;
    return { data, body: content, bodyLine };
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    const line = /line (\d+)/.exec(reason)?.[1];
    throw new ContentError(
      { file: file.path, line: line === undefined ? undefined : Number(line) + 1 },
      `the frontmatter is not YAML: ${reason}`,
      'Check quotes, colons and indentation there.',
    );
  }
}

/** The 1-based line of `text` on which the frontmatter key `key` stands, if it does. */
function lineOf(text: string, key: string): number | undefined {
  const index = text.split(/\r?\n/).findIndex((line) => line.startsWith(`${key}:`));
  return index < 0 ? undefined : index + 1;
}

/**
 * Checks frontmatter against a schema.
 * @throws {ContentError} naming the first field at fault, its line, and what was expected.
 */
export function checkFrontmatter<T>(
  schema: z.ZodType<T>,
  data: unknown,
  file: { path: string; text: string },
): T {
  const checked = schema.safeParse(data);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  const key = String(issue?.path[0] ?? (issue?.code === 'unrecognized_keys' ? issue.keys[0] : ''));
  throw new ContentError(
    { file: file.path, line: lineOf(file.text, key), field: field === '' ? key : field },
    `${issue?.message ?? 'invalid frontmatter'}.`,
    'Correct this field and build again.',
  );
}
