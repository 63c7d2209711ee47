import fc from 'fast-check';
import { type Block, type Document, type Line, paragraph, run } from './document.ts';
import { hostileLine } from './hostile.ts';
import { secretBlocks } from './secrets.ts';

/** Invented people; nobody of the real programme. */
const person = fc
  .tuple(
    fc.constantFrom('Élodie', 'Marc', 'Anne-Sophie', 'Inès', 'Jean-Loup', 'Zoé', 'François'),
    fc.constantFrom('BRISEFER', 'de La Tourterelle', 'Œuvrard', 'LEFÈVRE-NŒUD', 'Ǩaplan', 'Dupré'),
  )
  .map((names) => names.join(' '));
const site = fc.constantFrom(
  'Marseille',
  'Dainville',
  'Épinal',
  'Epinal',
  'Vosges',
  'La Roche-sur-Yon',
  'Vendée',
  'Nîmes',
  'Nantes / Saint-Nazaire',
  'Angers et Nantes',
  'Uzès',
  'Tombouctou',
);
const figure = fc.oneof(
  fc.nat(99),
  fc.integer({ min: 100, max: 9999 }),
  fc.constantFrom(
    '1\u202f070',
    '1 021',
    '1,8',
    '0.5',
    'une trentaine',
    'vingt-deux',
    'environ 120',
  ),
);
const clause = fc.oneof(
  figure.map((value) => `${value} inclusions`),
  figure.map((value) => `${value} enfants suivis`),
  figure.map((value) => `${value} dossiers en attente`),
  figure.map((value) => `${value} ETP`),
  figure.map((value) => `passage de ${value} à 57 enfants inclus`),
  fc.constantFrom(
    'RAS.',
    'pas de représentant ce jour',
    'les inclusions sont stoppées',
    'Où en est la convention ? On ne sait pas…',
    'l’équipe « socle » s’installe, et',
    'cf. le protocole (annexe n° 3 ; p. 12)',
    'Mme X. a rejoint l’équipe le 1er mars 2025',
    'la cohorte ESPER avance : 12/15',
  ),
);
const prose = fc.array(clause, { minLength: 1, maxLength: 4 }).map((clauses) => clauses.join(', '));

const day = fc.constantFrom(
  'lundi 15 septembre 2025 de 13h30 à 15h',
  'Lundi 19 janvier 2026',
  '16/10/2025 à 13 h 30',
  'mardi 1er avril 2025',
  'jeudi 16 octobre de 13h30 à 15h00',
);
const title = fc
  .tuple(
    fc.constantFrom('7e', '51ème', '50 e', '46ᵉ', '38eme'),
    fc.constantFrom('conférence des coordinations locales', 'Conférence des Coordinations Locales'),
    day,
  )
  .map(([rank, name, date]) => `Compte-rendu de la ${rank} ${name} du ${date}`);

const heading = (text: string, level: 1 | 2 | 3 = 2): Block => ({
  kind: 'heading',
  level,
  line: [run(text)],
});
const list = (items: readonly string[], ordered = false): Block => ({
  kind: 'list',
  ordered,
  items: items.map((text) => [run(text)]),
});

const attendance = fc.array(fc.tuple(person, site), { minLength: 1, maxLength: 6 });
const people = fc.oneof(
  attendance.map((all) => [
    paragraph(
      run('Présents :', { bold: true }),
      run(` ${all.map(([name, place]) => `${name} (${place})`).join(', ')}, pour l’ECNP.`),
    ),
  ]),
  attendance.map((all) => [
    heading('Participants'),
    list(all.map(([name, place]) => `${place} : ${name}`)),
  ]),
  attendance.map((all): Block[] => [
    {
      kind: 'table',
      rows: [['Site', 'Présents'], ...all.map(([name, place]) => [place, name])].map((row) =>
        row.map((text): Line => [run(text)]),
      ),
    },
  ]),
);
const items = fc.array(prose, { minLength: 1, maxLength: 4 });
const agenda = fc
  .tuple(items, fc.boolean())
  .map(([points, ordered]) => [heading('Ordre du jour :'), list(points, ordered)]);
const highlights = items.map((points) => [heading('Points évoqués'), list(points)]);
const news = fc.oneof(
  fc
    .array(fc.tuple(site, prose, prose), { minLength: 1, maxLength: 5 })
    .map((entries) => [
      heading('Nouvelles des sites'),
      ...entries.flatMap(([place, first, more]) => [
        paragraph(run(`${place} :`, { bold: true }), run(` ${first}`)),
        paragraph(run(more)),
      ]),
    ]),
  fc.array(fc.tuple(site, prose), { minLength: 1, maxLength: 4 }).map((entries): Block[] => [
    heading('Tour de table'),
    {
      kind: 'table',
      rows: [
        [[run('Site', { bold: true })], [run('Nouvelles', { bold: true })]],
        ...entries.map(([place, text]): Line[] => [[run(place)], [run(text)]]),
      ],
    },
  ]),
);
const questions = fc
  .array(fc.tuple(prose, prose, fc.constantFrom('bold', 'italic', 'plain', 'labelled')), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => [
    heading('Questions'),
    ...all.flatMap(([question, answer, look]) => {
      if (look === 'labelled')
        return [paragraph(run(`Q : ${question} ?`)), paragraph(run(`R : ${answer}`))];
      const marks = look === 'bold' ? { bold: true } : look === 'italic' ? { italic: true } : {};
      return [paragraph(run(`Est-ce que ${question} ?`, marks)), paragraph(run(answer))];
    }),
  ]);
const trainings = fc
  .array(fc.tuple(site, day), { minLength: 1, maxLength: 3 })
  .map((all) => [
    heading('Point formation', 3),
    list(all.map(([place, date]) => `${place} : inscription pour le ${date}`)),
  ]);
const webinars = day.map((date) => [
  paragraph(
    run(`Webinaire le ${date}, inscription : `),
    run('par ce lien', { href: 'https://exemple.fr/inscription?id=12&lang=fr' }),
    run(' ou à '),
    run('contact@exemple.fr', { href: 'mailto:contact@exemple.fr' }),
    run('.'),
  ),
]);
const closing = day.map((date) => [
  paragraph(run('Prochaine conférence : ', { underline: true }), run(date)),
  paragraph(run('L’ECNP reste à votre écoute au 02 59 17 02 02.')),
]);
const hostile = fc
  .array(hostileLine, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.map((text) => paragraph(run(text))));

const section = fc.oneof(
  people,
  agenda,
  highlights,
  news,
  questions,
  trainings,
  webinars,
  closing,
  hostile,
  secretBlocks,
);

/** Whole CRs: a head, then sections in any order, some hostile, some with secrets. */
export const generatedDocument: fc.Arbitrary<Document> = fc
  .tuple(title, fc.array(section, { minLength: 1, maxLength: 7 }))
  .map(([text, sections]) => ({ blocks: [heading(text, 1), ...sections.flat()] }));
