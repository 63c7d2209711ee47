import { isMap, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import type { PersonEntry } from '../minutes/people.ts';
import { fold } from '../minutes/text.ts';
import { splitList } from './list-file.ts';

/**
 * The text of `content/people.yaml` with other entries, sorted by name. Entries that stay the same
 * keep their text, and comments stay with what stands below them; those above an entry that another
 * took in move to it.
 * @param text the file as it is, checked before; '' where there is none
 */
export function withEntries(text: string, entries: readonly PersonEntry[]): string {
  const { header, items, footer } = splitList(text);
  const known = items.map((item) => ({ ...item, name: nameOf(item.text) }));
  const written = entries.toSorted(byName).map((entry) => {
    const own = known.find(({ name }) => name === entry.name);
    const taken = known.filter(({ name }) => entry.aliases.some((alias) => alias === name));
    const lead = [own, ...taken].map((item) => item?.lead ?? '').join('');
    return lead + (own === undefined ? newItem(entry) : edited(own.text, entry));
  });
  const space = header === '' || header.endsWith('\n\n') || written.length === 0 ? '' : '\n';
  return header + space + written.join('') + footer;
}

function byName(a: PersonEntry, b: PersonEntry): number {
  return fold(a.name).localeCompare(fold(b.name), 'fr') || (a.name < b.name ? -1 : 1);
}

function newItem({ name, aliases, distinct }: PersonEntry): string {
  const lists = {
    ...(aliases.length > 0 && { aliases }),
    ...(distinct.length > 0 && { distinct }),
  };
  return stringify([{ name, ...lists }], { lineWidth: 0 });
}

/** The only entry of a list's text. */
function itemOf(text: string) {
  const document = parseDocument(text);
  const item = isSeq(document.contents) ? document.contents.items[0] : null;
  if (!isMap(item)) throw new Error(`No entry of people.yaml: ${text}`);
  return { document, item };
}

function nameOf(text: string): string {
  return String(itemOf(text).item.get('name')).trim();
}

function edited(text: string, entry: PersonEntry): string {
  const { document, item } = itemOf(text);
  const changes = [addTo(item, 'aliases', entry.aliases), addTo(item, 'distinct', entry.distinct)];
  return changes.includes(true) ? document.toString({ lineWidth: 0 }) : text;
}

/** Adds to a list of an entry what is new in it; returns whether anything was. */
function addTo(item: YAMLMap, key: string, values: readonly string[]): boolean {
  const list = item.get(key);
  if (!isSeq(list)) {
    if (values.length > 0) item.set(key, [...values]);
    return values.length > 0;
  }
  const known = list.items.map((one) => String(isScalar(one) ? one.value : one).trim());
  const added = values.filter((value) => !known.includes(value));
  if (list.items.length === 0) list.flow = false;
  for (const value of added) list.add(value);
  return added.length > 0;
}
