import { words } from '../minutes/text.ts';

/** Words that say how something is asked, or that it is asked again, not what about. */
const EMPTY = new Set(
  `a ai afin ait alors apres as au aucun aussi autre autres aux avant avec avez avoir avons c ca car ce
  cela celle celui ces cet cette ceux chez comme comment concernant cours d dans de depuis des desormais deux
  dire dit doit doivent donc du elle elles en encore entre es est et etait etant etc etre eu eux existe
  fait faire faut faudra il ils j je jusqu jusque l la le les leur leurs lors lorsque lui m ma mais me
  meme memes mes moi mon n ne nos notre nous nouveau on ont ou par parce pendant peut peuvent plus
  possible pour pourquoi pouvez pouvons pourra puis qu quand que quel quelle quelles quels question qui
  quid quoi rappel refaire s sa se sera seront ses si soit son sont sous sur t ta te toujours tous tout
  toute toutes tu un une va vers veut vont vos votre vous y`.split(/\s+/),
);

/** Words that turn a question round: one with them is never one without. */
const TURNING = new Set(['pas', 'sans', 'hors', 'non', 'jamais', 'aucune']);

/** Enough in common where one question only adds to the other, by the weight of the words. */
const ADDING = 0.6;
/** Enough in common where each says something that the other does not. */
const DIFFERING = 0.75;
/** Words that two questions must share, unless they have no others. */
const SHARED = 3;

/** The words of a question that say what it is about, each once: folded, without endings. */
export function subjectOf(text: string): Set<string> {
  const about = words(text).filter((word) => !EMPTY.has(word));
  return new Set(about.map(stem));
}

function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word) || TURNING.has(word)) return word;
  const cut = word.replace(/(?:ers?|ees?|es?|s|x)$/, '');
  return cut.length < 3 ? word : cut;
}

/** How much each word tells two questions apart: the rarer among them, the more. */
export type Weights = (word: string) => number;

/** Weights from the questions that there are (inverse document frequency). */
export function weightsOf(subjects: readonly ReadonlySet<string>[]): Weights {
  const frequency = new Map<string, number>();
  for (const subject of subjects) {
    for (const word of subject) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return (word) => Math.log(1 + subjects.length / (frequency.get(word) ?? 1));
}

/**
 * Whether two questions ask the same, in other words or none. Errs on the side of telling them apart:
 * numbers and negations must be the same, and one word replaced by another weighs more than one added
 * ("un médecin" and "une infirmière" are two questions).
 */
export function asksTheSame(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weight: Weights,
): boolean {
  const shared = [...a].filter((word) => b.has(word));
  const alone = [...a, ...b].filter((word) => !(a.has(word) && b.has(word)));
  if (alone.length === 0) return shared.length > 0;
  if (shared.length < SHARED) return false;
  if (alone.some((word) => TURNING.has(word) || /\d/.test(word))) return false;
  const sum = (list: readonly string[]): number =>
    list.reduce((total, word) => total + weight(word), 0);
  const common = sum(shared) / (sum(shared) + sum(alone));
  const isAddition = shared.length === Math.min(a.size, b.size);
  return common >= (isAddition ? ADDING : DIFFERING);
}
