import { z } from 'astro/zod';

/** Local time of day, `HH:MM`, 24 hours. */
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'expected HH:MM, as in 13:30');

/** A slug of `content/sites/`, or `ecnp` for the national team. */
const siteSlug = z.string().regex(/^[a-z0-9-]+$/, 'expected the slug of a file in content/sites/');

const conference = z.strictObject({
  date: z.iso.date(),
  start: time.nullable(),
  end: time.nullable(),
});

const person = z.strictObject({
  /** As written in the CR, spaces normalised. */
  name: z.string().min(1),
  /** `null` where the CR does not say. */
  site: siteSlug.nullable(),
  role: z.string().min(1).optional(),
});

/** Frontmatter of `content/comptes-rendus/*.mdx`: what ECNP may correct by hand. */
export const minutesFrontmatter = z.strictObject({
  /** Ordinal of the conference; `null` where the CR does not state it. */
  number: z.int().positive().nullable(),
  title: z.string().min(1),
  /** Day of the conference, ISO 8601. */
  date: z.iso.date(),
  start: time.nullable(),
  end: time.nullable(),
  /** Announced conferences, in date order. */
  next: z.array(conference),
  /** National figure; `asOf` is the day it was counted, `null` where not stated. */
  inclusions: z
    .strictObject({ count: z.int().nonnegative(), asOf: z.iso.date().nullable() })
    .nullable(),
  participants: z.array(person),
  excused: z.array(person),
  agenda: z.array(z.string().min(1)),
  highlights: z.array(z.string().min(1)),
  /** The file this was imported from; its SHA-256 in hexadecimal. */
  source: z.strictObject({
    file: z.string().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits'),
    importedAt: z.iso.datetime(),
  }),
});
export type MinutesFrontmatter = z.infer<typeof minutesFrontmatter>;
export type Conference = z.infer<typeof conference>;
export type Person = z.infer<typeof person>;

/** A file of `content/sites/`; its name is the site's slug. */
export const siteSchema = z.strictObject({
  /** Canonical name, as readers see it. */
  name: z.string().min(1),
  /** Other names CRs use for it: towns, département, old spellings. */
  aliases: z.array(z.string().min(1)),
  department: z.strictObject({ code: z.string().min(2).max(3), name: z.string().min(1) }),
  /** Of the town, WGS 84, in degrees. */
  coordinates: z.strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
});
export type SiteData = z.infer<typeof siteSchema>;

/** A file of `content/webinaires/`: public. Its name is the date, `2025-10-14.yaml`. */
export const webinarSchema = z.strictObject({
  title: z.string().min(1),
  date: z.iso.date(),
  start: time.nullable(),
  end: time.nullable(),
  /** Where to register; `null` once closed or unknown. */
  registration: z.url().nullable(),
  summary: z.string().min(1),
  /** Day it was announced, or its date or hours last changed: calendars take over what is newer. */
  updated: z.iso.date(),
  /** Day it was first announced for, where it was moved: the entry in people's calendars follows. */
  movedFrom: z.iso.date().optional(),
});
export type WebinarData = z.infer<typeof webinarSchema>;
