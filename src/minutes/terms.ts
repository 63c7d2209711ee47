import { splitFrontmatter } from './frontmatter.ts';

const EMAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/**
 * The names, titles and e-mail addresses of CRs: what must never be found in public files. Reads
 * leniently, so that a file with another fault still guards its people.
 */
export function gatedTerms(files: readonly { path: string; text: string }[]): string[] {
  const terms = new Set<string>();
  for (const file of files) {
    const { data, body } = splitFrontmatter(file);
    const fields = data as Partial<Record<string, unknown>>;
    if (typeof fields['title'] === 'string') terms.add(fields['title']);
    for (const list of [fields['participants'], fields['excused']]) {
      if (!Array.isArray(list)) continue;
      for (const person of list as unknown[]) {
        const name = (person as { name?: unknown } | null)?.name;
        if (typeof name === 'string') terms.add(name);
      }
    }
    for (const [email] of body.matchAll(EMAIL)) terms.add(email);
  }
  return [...terms];
}

/** Every text of CRs as their files have it: all fields of the frontmatter, the body, texts of pictures. */
export function minutesTexts(files: readonly { path: string; text: string }[]): string[] {
  return files.flatMap((file) => {
    const { data, body } = splitFrontmatter(file);
    const attributes = Array.from(body.matchAll(/\s\w+="([^"]*)"/g), ([, text = '']) => text);
    return [...textsIn(data), ...attributes, body.replace(/<[^<>]*>|\bmailto:/g, ' ')];
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
