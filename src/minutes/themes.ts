import { z } from 'astro/zod';
import { slug } from './text.ts';

/** `content/themes.yaml`: what questions are about, and the words that tell. */
export const themesSchema = z.array(
  z.strictObject({
    /** As pages head it: `Bilans et échelles`. */
    theme: z.string().min(1),
    /** Beginnings of words: `factur` stands for facturer, facturable… Three letters or fewer: the whole word. */
    words: z.array(z.string().min(1)).min(1),
  }),
);

export interface Theme {
  name: string;
  /** In addresses. */
  slug: string;
  words: readonly string[];
}

/**
 * The themes of a file, in its order.
 * @throws {Error} when two themes share a name, or a word stands in two of them.
 */
export function themesOf(data: z.infer<typeof themesSchema>): Theme[] {
  const taken = new Map<string, string>();
  const take = (key: string, by: string): void => {
    const other = taken.get(key);
    if (other !== undefined) throw new Error(`"${key}" stands under "${other}" and "${by}".`);
    taken.set(key, by);
  };
  return data.map(({ theme, words }) => {
    take(slug(theme), theme);
    for (const word of words) take(`${slug(word)}…`, theme);
    return { name: theme, slug: slug(theme), words };
  });
}
