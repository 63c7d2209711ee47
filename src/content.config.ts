import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { contentDirectories } from './library/directories.ts';

/**
 * CRs, for rendering only: their data is read and checked by `src/minutes/read.ts`, so that Astro's
 * own reading of the frontmatter is not a second truth.
 */
export const collections = {
  minutes: defineCollection({
    loader: glob({
      pattern: '[!_.]*.mdx',
      base: contentDirectories(process.cwd(), process.env).minutes,
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
  }),
};
