import { isMap, isSeq, parse, parseDocument } from 'yaml';
import type { SiteData } from '../minutes/schema.ts';

/** The text of a new file of `content/sites/`. */
export function siteText({ name, aliases, department, coordinates }: SiteData): string {
  const { latitude, longitude } = coordinates;
  return `name: ${scalar(name)}
aliases: [${aliases.map(scalar).join(', ')}]
department: { code: '${department.code}', name: ${scalar(department.name)} }
coordinates: { latitude: ${latitude}, longitude: ${longitude} }
`;
}

/**
 * The text of a site's file with one more alias, all else as it was; `null` where the file is laid
 * out in a way that this cannot keep.
 */
export function withAlias(text: string, alias: string): string | null {
  const root = parseDocument(text).contents;
  const list = isMap(root) ? root.get('aliases', true) : null;
  if (!isSeq(list) || !list.range) return null;
  const end = list.range[1];
  const edited = list.flow
    ? `${text.slice(0, end - 1).trimEnd()}${list.items.length > 0 ? ', ' : ''}${scalar(alias)}${text.slice(end - 1)}`
    : `${text.slice(0, end).trimEnd()}\n${indentOf(text, list.range[0])}- ${scalar(alias)}${text.slice(text.slice(0, end).trimEnd().length)}`;
  return holds(edited, text, alias) ? edited : null;
}

function indentOf(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** Whether `edited` is the data of `text` and the alias, no more and no less. */
function holds(edited: string, text: string, alias: string): boolean {
  const document = parseDocument(edited);
  if (document.errors.length > 0) return false;
  const before = parse(text) as { aliases: unknown[] };
  const expected = { ...before, aliases: [...before.aliases, alias] };
  return JSON.stringify(document.toJS()) === JSON.stringify(expected);
}

/** A string as YAML, plain where that reads back as the same string within brackets. */
function scalar(value: string): string {
  const isPlain = /^\p{L}[\p{L}\p{M}\p{N} .’'-]*$/u.test(value) && value === value.trim();
  const [read] = isPlain ? (parse(`[${value}]`) as unknown[]) : [];
  return read === value ? value : JSON.stringify(value);
}
