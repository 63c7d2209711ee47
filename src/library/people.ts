import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { ContentError } from '../minutes/errors.ts';
import { peopleSchema, peopleTable, type PeopleTable } from '../minutes/people.ts';
import { contentDirectories } from './directories.ts';

/**
 * Reads and checks `content/people.yaml`; a missing file is an empty table.
 * @throws {ContentError} naming file, line and field of the first fault.
 */
export function readPeople(root: string, env: Record<string, string | undefined>): PeopleTable {
  const path = contentDirectories(root, env).people;
  if (!existsSync(path)) return peopleTable([]);
  return parsePeople({ path: relative(root, path), text: readFileSync(path, 'utf8') });
}

/** The table that a file's text holds. Throws like {@link readPeople}. */
export function parsePeople(file: { path: string; text: string }): PeopleTable {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines });
  const fault = document.errors[0];
  if (fault !== undefined) {
    throw new ContentError(
      { file: file.path, line: lines.linePos(fault.pos[0]).line },
      `this is not YAML: ${fault.message.split('\n')[0] ?? ''}`,
      'Check quotes, colons and indentation there.',
    );
  }
  const checked = peopleSchema.safeParse(document.toJS());
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const path = issue?.path ?? [];
    const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : path[1];
    throw new ContentError(
      { file: file.path, line: lineOf(document, path, lines), field: field?.toString() },
      `${issue?.message ?? 'invalid entry'}.`,
      'The file is a list of entries with `name` and, if any, the lists `aliases` and `distinct`.',
    );
  }
  try {
    return peopleTable(checked.data);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new ContentError({ file: file.path }, cause.message, 'Then build again.');
  }
}

/** The 1-based line of a path's deepest part that the file holds. */
function lineOf(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  lines: LineCounter,
): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
