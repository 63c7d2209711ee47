import fc from 'fast-check';
import { type Block, type Line, paragraph, run, type Run } from './document.ts';

/** Passwords as a programme gives them to its members. */
const value = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('licorne', 'Tournesol', 'PEGASE', 'éléphant', 'Arc-en-ciel'),
      fc.constantFrom('', '!', '_', '-', '#', '@', '*', '$', '%', '&', '{', '<', '.'),
      fc.integer({ min: 10, max: 99_999 }),
      fc.constantFrom('', '!', '?', '$', 'x', '>', '}'),
    )
    .map((parts) => parts.join('')),
  fc.stringMatching(/^[A-Z][a-z]{3,6}[0-9]{2}[a-z]{2}[A-Z]{2}[0-9]$/),
);

/** Runs of a secret: word processors cut it anywhere, and give its parts looks of their own. */
const written = fc
  .tuple(value, fc.nat(12), fc.constantFrom('whole', 'cut', 'half bold', 'bold'))
  .map(([text, cut, look]): Run[] => {
    const at = Math.min(cut, text.length);
    const parts =
      look === 'whole' || look === 'bold' ? [text] : [text.slice(0, at), text.slice(at)];
    return parts
      .filter((part) => part !== '')
      .map((part, index) => ({
        text: part,
        secret: true,
        ...((look === 'bold' || (look === 'half bold' && index === 0)) && { bold: true }),
      }));
  });

type Place = (secret: Run[]) => Block[];
const around =
  (before: string, after: string): Place =>
  (secret) => [paragraph(run(before), ...secret, run(after))];
const row = (...cells: Line[]): Block => ({ kind: 'table', rows: [cells] });

const PLACES: readonly Place[] = [
  around('Rappel de votre mot de passe : ', ''),
  around('Mot de passe\u00a0:\u00a0', ''),
  around('Rappel, MDP : ', ', à ne pas diffuser.'),
  around('Tout est en ligne (mot de passe : ', '), rubrique « Conférences ».'),
  around('Le nouveau mot de passe est ', ' (changé le 12 mai).'),
  around('Identifiant : pegase / Mot de passe : ', ''),
  around('mot de passe : « ', ' »'),
  around('Votre mot de passe « ', ' » reste valable.'),
  (secret) => [paragraph(run('Mot de passe :', { bold: true }), run(' '), ...secret)],
  (secret) => [paragraph(run('Mot de '), run('passe', { italic: true }), run(' : '), ...secret)],
  (secret) => [paragraph(run('Mot de passe :')), paragraph(...secret)],
  (secret) => [row([run('Mot de passe')], secret)],
  (secret) => [row([run('Mot de passe :')], secret), paragraph(run('Merci.'))],
  (secret) => [
    { kind: 'list', ordered: false, items: [[run('mot de passe : '), ...secret], [run('suite')]] },
  ],
  (secret) => [
    { kind: 'heading', level: 3, line: [run('Mot de passe : '), ...secret] },
    paragraph(run('Il ouvre l’espace de la communauté.')),
  ],
  (secret) => {
    const text = secret.map((each) => each.text).join('');
    const href = `https://exemple.fr/entrer?mdp=${encodeURIComponent(text)}`;
    return [
      paragraph(run('Mot de passe : '), ...secret),
      paragraph(run('Entrez '), run('ici', { href }), run('.')),
    ];
  },
  (secret) => {
    const href = `mailto:a@exemple.fr?body=${secret.map((each) => each.text).join('')}`;
    return [
      paragraph(run('Mot de passe : '), ...secret, run(' ou '), run('écrivez', { href }), run('.')),
    ];
  },
  (secret) => [
    paragraph(
      run('Le mot de passe : '),
      ...secret,
      run(', reste valable. Redisons-le : '),
      ...secret,
    ),
  ],
];

/** Blocks that tell a password, in the shapes seen in minutes and beyond. */
export const secretBlocks: fc.Arbitrary<Block[]> = fc
  .tuple(written, fc.constantFrom(...PLACES))
  .map(([secret, place]) => place(secret));
