import { z } from 'astro/zod';

/** `content/documents.yaml`: what CRs announce for use, and where it is to be found. */
export const documentsSchema = z
  .array(
    z.strictObject({
      title: z.string().min(1),
      /** What sort of document: `Courrier`, `Tableau`. */
      kind: z.string().min(1).optional(),
      /** The CR that announces it: its number, or its date where it has none. */
      announced: z.union([z.int().positive(), z.iso.date()]),
      /** Anchor of the section that announces it, on the CR's page. */
      section: z.string().min(1).optional(),
      /** Where it is found, in words. */
      where: z.string().min(1),
      link: z.url({ protocol: /^https?$/ }).optional(),
      note: z.string().min(1).optional(),
    }),
  )
  .nullish()
  .transform((documents) => documents ?? []);
export type DocumentData = z.infer<typeof documentsSchema>[number];
