import { z } from 'astro/zod';
import { minutesFrontmatter } from '../minutes/schema.ts';

const count = z.int().nonnegative().nullable();
const anchor = z.string().nullable().describe('Ancre du passage sur la page du compte-rendu');

const figures = {
  inclusions: count.describe('Enfants inclus depuis le début'),
  followed: count.describe('Enfants suivis à ce jour'),
  waiting: count.describe('Enfants ou dossiers en attente'),
  fte: z.number().nonnegative().nullable().describe('Équivalents temps plein en poste'),
};

const news = z
  .strictObject({
    site: z.string().describe('Identifiant du site, ou « ecnp » pour l’équipe nationale'),
    text: z.string().describe('Texte ; les paragraphes sont séparés par un saut de ligne'),
    ...figures,
    anchor: z.string(),
    evidence: z
      .strictObject({ inclusions: anchor, followed: anchor, waiting: anchor, fte: anchor })
      .describe('Ancre de la phrase qui donne chaque chiffre'),
  })
  .describe('Ce qu’un site a dit à une conférence');

const question = z.strictObject({
  status: z.enum(['answered', 'open']),
  question: z.string(),
  answer: z.string().nullable(),
  anchor: z.string(),
});

const { shape } = minutesFrontmatter;

const conference = z
  .strictObject({
    url: z.url().describe('Page du compte-rendu, réservée à la communauté'),
    number: shape.number.describe('Numéro de la conférence, s’il est écrit'),
    title: shape.title,
    date: shape.date.describe('Jour de la conférence'),
    start: shape.start.describe('Heure locale'),
    end: shape.end.describe('Heure locale'),
    next: shape.next.describe('Conférences annoncées'),
    inclusions: z
      .strictObject({ count: z.int().nonnegative(), asOf: z.iso.date().nullable(), anchor })
      .nullable()
      .describe('Total national et jour où il est arrêté'),
    participants: shape.participants,
    excused: shape.excused,
    agenda: shape.agenda,
    highlights: shape.highlights,
    news: z.array(news),
    questions: z.array(question),
    trainings: z.array(
      z.strictObject({
        sites: z.array(z.string()),
        text: z.string(),
      }),
    ),
    passages: z
      .array(z.strictObject({ place: z.enum(['head', 'body', 'end']), anchor, text: z.string() }))
      .describe('Tout le texte du compte-rendu, dans l’ordre'),
  })
  .describe('Un compte-rendu');

const site = z.strictObject({
  slug: z.string(),
  name: z.string(),
  department: z.strictObject({ code: z.string(), name: z.string() }),
  coordinates: z.strictObject({ latitude: z.number(), longitude: z.number() }),
});

/** What `comptes-rendus.json` holds. A change that breaks readers raises `version`. */
export const datasetSchema = z
  .strictObject({
    $schema: z.url(),
    version: z.literal(1),
    programme: z.string(),
    sites: z.array(site),
    minutes: z.array(conference).describe('Du plus ancien au plus récent'),
  })
  .describe('Les comptes-rendus des conférences des coordinations locales, en données');
export type Dataset = z.infer<typeof datasetSchema>;

/** The schema as programs in any language read it: JSON Schema, draft 2020-12. */
export function datasetJsonSchema(id: string): object {
  return { $id: id, title: 'Comptes-rendus', ...z.toJSONSchema(datasetSchema) };
}
