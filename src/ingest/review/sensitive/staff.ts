import { fold } from '../../../minutes/text.ts';
import type { Passage } from '../passages.ts';

const ROLE =
  '(?:coordinatrice|coordinateur|coordonnatrice|coordonnateur|coordo|puericultrice|puericulteur|psychologue|psychomotricien(?:ne)?|psychomot|educatrice|educateur|infirmiere?|auxiliaire|secretaire|assistante?|medecin|pediatre|orthophoniste|kine(?:sitherapeute)?|sage-femme|cheff?e? de service|directrice|directeur|collegue|stagiaire|referente?|cadre|aide-soignante?|tisf|veilleuse?|remplacante?|titulaire|responsable)';
/** One colleague, by function. */
const ONE = new RegExp(
  `(?<!\\p{L})(?:la|le|l'|une?|notre|votre|cette|ce|sa|son|d'une?|seule) ?(?:\\p{L}+ ){0,2}?${ROLE}(?!\\p{L})`,
  'gu',
);
/** A few out of a team. */
const FEW = new RegExp(
  `(?<!\\p{L})(?:deux|trois|2|3) (?:\\p{L}+ )?(?:${ROLE}s?|sont en arret)(?!\\p{L})`,
  'u',
);
const FEW_ABSENCES =
  /(?<!\p{L})(?:deux|trois|2|3) (?:arrets?|conges) (?:de )?(?:maladie|travail|maternite)(?!\p{L})/u;
/** An absence that tells of health or family; plurals are said of staff in general. */
const ABSENCE =
  /(?<!\p{L})(?:arret (?:de )?(?:maladie|travail)|arretee? (?:jusqu|depuis|pour \p{L}+ (?:mois|semaines))|conge (?:de |pour )?(?:longue )?(?:maladie|mat(?:ernite)?|pathologique|paternite|parental|adoption|prenatal|naissance)|depart en (?:conge )?maternite|accident d[ue] travail|(?:mi-temps|temps partiel) therapeutique|longue maladie|burn[- ]?out|(?:raisons?|problemes?|soucis?|ennuis?) de sante|raisons? (?:medicales?|familiales?)|motif medical|inaptitude|invalidite)(?!\p{L})/u;
/** "En arrêt", "deux mois d'arrêt" are said of work and projects, too: of a person they count. */
const STOPPED =
  /(?<!\p{L})en arret(?!\p{L})(?! d)|(?<!\p{L})(?:mois|semaines|jours) d'arret(?!\p{L})|(?<!\p{L})(?:an|ans|mois) d'absence(?!\p{L})|(?<!\p{L})collegues? arretee?s?(?!\p{L})/u;
const GENERAL =
  /(?<!\p{L})(?:en cas d|lorsqu|quand une?|si (?:une?|l'|la|le|les)|peut-on|chaque|tout agent|toute personne)/u;
const STATE =
  '(?:malade|hospitalisee?|enceinte|souffrante?|decedee?|operee?|atteinte? d|en depression|depressi\\p{L}+|en deuil|en cure|en psychiatrie|en invalidite|handicapee?|alitee?)';
const EVENT =
  '(?:deces|hospitalisation|grossesse|operation|maladie|cancer|deuil|accouchement|burn-?out|depression|divorce|separation)';
/** State or event, of those whom a list of people names. */
const CONDITION = new RegExp(`(?<!\\p{L})(?:${STATE}|${EVENT})(?!\\p{L})`, 'u');

/** Words without which no sentence tells of a colleague: most sentences have none of them. */
const TELLING = new RegExp(
  `arret|conge|maternite|accident|therapeutique|maladie|burn|sante|medica|familiale|inaptitude|invalidite|absence|perdu|accouche|attend un|quitte|${STATE}|${EVENT}`,
  'u',
);

/** What a sentence tells of a colleague. */
export interface StaffPassage {
  /** French: `absence pour santé ou famille : Claire`. */
  what: string;
  /** French: by what others recognise them. */
  why: string;
}

/** The words by which people of CRs are called in running text: first names, folded. */
export function firstNames(names: readonly string[]): Set<string> {
  return new Set(
    names
      .flatMap((name) => name.split(/\s+/))
      .filter((word) => /^\p{Lu}\p{Ll}/u.test(word) && word.length > 2)
      .map(fold),
  );
}

/** What a sentence tells of the health or family of a colleague; `null` where it does not. */
export function staffPassage(passage: Passage, known: ReadonlySet<string>): StaffPassage | null {
  const { folded } = passage;
  if (!TELLING.test(folded) || passage.asks || GENERAL.test(folded)) return null;
  const isList = passage.topic === 'participants' || passage.topic === 'excused';
  const isOfSite = passage.sites.some((site) => site !== 'ecnp');
  const people = [...named(passage.text, known), ...roles(passage.text, folded)];
  const tell = (kind: string, at: number): StaffPassage => {
    const whom = nearest(people, folded, at);
    if (whom === null)
      return { what: `${kind}\u00a0: une personne de l’équipe`, why: 'le site la désigne' };
    const why = whom.isName ? 'elle est nommée' : 'sa fonction la désigne';
    return { what: `${kind}\u00a0: ${whom.text}`, why };
  };
  const absence = ABSENCE.exec(folded);
  if (absence !== null && (people.length > 0 || isList || isOfSite))
    return tell('absence pour santé ou famille', absence.index + absence[0].length);
  const stopped = STOPPED.exec(folded);
  if (stopped !== null && (people.length > 0 || isList))
    return tell('absence pour santé ou famille', stopped.index + stopped[0].length);
  const few = FEW_ABSENCES.test(folded) || (stopped !== null && FEW.test(folded));
  if (few && isOfSite)
    return {
      what: 'absences pour santé ou famille dans une équipe',
      why: 'elles sont peu nombreuses',
    };
  const told = people.find((one) => isToldOf(folded, fold(one.text)));
  if (told !== undefined) return tell('santé ou famille', told.end);
  const condition = isList ? CONDITION.exec(folded) : null;
  return condition === null ? null : tell('santé ou famille', condition.index);
}

interface Whom {
  text: string;
  isName: boolean;
  start: number;
  end: number;
}

/** People that a text names: behind a civility, by a first name that somebody has, alone or with a NAME. */
function named(text: string, known: ReadonlySet<string>): Whom[] {
  const form =
    /(?<!\p{L})(?:(?:Mme|M\.|Mr|Mlle|Dr|Pr|Docteure?) (?:\p{Lu}\p{Ll}+ )?\p{Lu}[\p{L}'’-]+|(?:\p{Lu}{2,}[ -])?(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?: \p{Lu}{2,}(?:-\p{Lu}{2,})*)?)(?!\p{L})/gu;
  const found = [...text.matchAll(form)].filter(
    ([, first]) => first === undefined || known.has(fold(first)),
  );
  const behind = /congé (?:de )?(?:maternité|maladie|parental) (?:de |d['’])(\p{Lu}\p{Ll}+)/u.exec(
    text,
  );
  return [
    ...joined(
      found.map((match) => whom(match[0], match.index, true)),
      text,
    ),
    ...(behind?.[1] === undefined
      ? []
      : [whom(behind[1], behind.index + behind[0].length - behind[1].length, true)]),
  ];
}

/** Names that one space parts are one person's: `Claire Lune` of two known words. */
function joined(names: readonly Whom[], text: string): Whom[] {
  const all: Whom[] = [];
  for (const name of names) {
    const last = all.at(-1);
    if (last?.end === name.start - 1 && text[last.end] === ' ')
      all[all.length - 1] = whom(text.slice(last.start, name.end), last.start, true);
    else all.push(name);
  }
  return all;
}

function roles(text: string, folded: string): Whom[] {
  return [...folded.matchAll(ONE)].map(({ 0: role, index }) =>
    whom(text.slice(index, index + role.length), index, false),
  );
}

const whom = (text: string, start: number, isName: boolean): Whom => ({
  text,
  isName,
  start,
  end: start + text.length,
});

/** Whom a word that ends at an offset is said of: "… de X", else the last one before it. */
function nearest(people: readonly Whom[], folded: string, at: number): Whom | null {
  const sorted = people.toSorted((a, b) => a.start - b.start);
  const after = sorted.find(
    ({ start }) => start >= at && /^ (?:de |d'|du )?$/.test(folded.slice(at, start)),
  );
  return after ?? sorted.findLast(({ end }) => end <= at) ?? sorted[0] ?? null;
}

/** Whether a state or event of body and family is said of somebody. */
function isToldOf(folded: string, whomFolded: string): boolean {
  const person = whomFolded.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const beside = `(?<!\\p{L})${person}(?: \\([^)]*\\))?, (?:qui est |toujours |elle-meme |alors )?${STATE}`;
  const after = `(?<!\\p{L})${person}(?: [\\p{L}-]+){0,3}?,? (?:est|etait|a ete|reste|etant|sera|tombee?|actuellement|toujours)(?: \\p{L}+){0,2} ${STATE}`;
  const before = `${EVENT} (?:de |d'|du )${person}(?!\\p{L})`;
  const lost = `(?<!\\p{L})${person}(?: [\\p{L}-]+){0,2} (?:a perdu (?:son|sa) (?:mari|femme|conjointe?|pere|mere|fils|fille|enfant|bebe)|a accouche|attend un (?:enfant|bebe|heureux)|nous a quittee?s|est (?:partie? )?en maternite)`;
  return [beside, after, before, lost].some((source) => new RegExp(source, 'u').test(folded));
}
