import { AMOUNT, parseAmount } from '../numbers.ts';
import { type Candidate, candidatesOf, choose, type Construction, type Stated } from './choose.ts';
import { isApproximate, isEarlier } from './context.ts';
import { pattern } from './pattern.ts';
import type { Passage } from './passages.ts';

const UNIT = '(?:etp[rt]?|e\\.t\\.p\\.?|equivalents?[ -](?:a )?temps[ -]pleins?)(?!\\p{L})';
const AMOUNT_READ = `(?<![\\p{L}\\d'])(?<!\\d[.,/])(?<!\\+ ?)(?<n>${AMOUNT})(?![.,]?\\d|\\s?%)`;

const CONSTRUCTIONS: readonly Construction[] = [
  { rank: 2, form: pattern(`(?:^|[/,;|–(] ?)${UNIT} ${AMOUNT_READ}(?= ?(?:$|[/,;|–.)]))`) },
  {
    rank: 3,
    form: pattern(
      `(?<!\\p{L})(?:de|du) ${AMOUNT}(?: ?${UNIT})? a(?: <ADVERB>)* ${AMOUNT_READ} ?(?:d')?-?${UNIT}`,
    ),
  },
  { rank: 3, form: pattern(`(?:${AMOUNT}) ?(?:->|→|–>) ?${AMOUNT_READ} ?${UNIT}`) },
  {
    rank: 3,
    form: pattern(
      `(?<!\\p{L})(?:port|amen|mont|pass)\\S+(?: <ADVERB>)* (?:l'(?:ensemble|equipe|effectif)|le (?:total|poste|temps(?: de)? \\S+)|les effectifs|la (?:coordination|maison)|nous|l'equipe|son temps|leur temps)(?: \\S+){0,2}? a(?: <ADVERB>)* ${AMOUNT_READ} ?(?:d')?-?${UNIT}`,
    ),
  },
  {
    rank: 3,
    form: pattern(
      `(?:total de|soit(?: un total de)?|au total|en tout|=) ?(?:d')?${AMOUNT_READ} ?(?:d')?-?${UNIT}`,
    ),
  },
  {
    rank: 2,
    form: pattern(
      `(?<![\\p{L}\\d] ?)${UNIT}(?: (?:total|en place|pourvus?|du site|actuels?))* ?(?:\\([^()\\d]*\\))? ?[:=] ?${AMOUNT_READ}`,
    ),
  },
  { rank: 2.1, form: pattern(`(?<n>(?<!\\p{L})${AMOUNT} ?${UNIT} et demi)(?!\\p{L})`) },
  { rank: 2, form: pattern(`${AMOUNT_READ}(?: petits?)?(?: |-)?(?:d')?${UNIT}`) },
];
/** A wish or a plan ahead of the amount, in its own clause. */
const WISHED = pattern(
  '(?<!\\p{L})(?:demand\\S*|sollicit\\S*|souhait\\S*|besoin|manqu\\S*|faudrait|faut|esper\\S*|reclam\\S*|propos\\S*|objectif|envisag\\S*|projet\\S*|reve\\S*|voudr\\S*|aimer\\S*|cherch\\S*|recherch\\S*|refus\\S*|pourrai\\S*|devrai\\S*|serai(?:t|ent)|vacan\\S*|candidat\\S*|plaid\\S*|negoci\\S*|si)(?!\\p{L})(?:(?! (?:car|puisque?|parce|alors|mais|tandis) )[^.;])*$|(?<!\\p{L})(?:au lieu d\\S*|contre|sur(?= ?$)|pas d\\S*|sans|perd\\S*|supprim\\S*|attend\\S*|en moins)(?: [^.;,\\d]{0,12})? ?$',
);
/** A lack or a condition behind it. */
const WISHED_AFTER = pattern(
  "^(?:(?! (?:et|qui|mais|car|puis|pour) )[^.;,]){0,40}(?<!\\p{L})(?:en attente de|serai(?:en)?t|pourrai(?:en)?t|faudrait|vacants?|non pourvus?|manquants?|manquent?|perdus?|a pourvoir|(?:au|en) recrutement|a recruter|de moins|en moins|de plus|theoriques?|prevus|auparavant|n'(?:est|a|ont) pas|toujours pas)(?!\\p{L})",
);
const ASKED_NEXT = pattern('^ (?:de \\S+ )?(?:demand|souhait|refus|supprim)ee?s?(?!\\p{L})');
/** "a été demandé": with its accents, which tell it from « demande ». */
const ASKED_AFTER =
  /^(?:(?! (?:et|qui|mais|car|puis|pour) )[^.;,]){0,40}(?<!\p{L})(?:demand|sollicit|souhait|réclam|espér|refus|supprim|propos|envisag)ée?s?(?!\p{L})/iu;
const GRANTED = pattern(
  '(?<!\\p{L})(?:accord\\S+|obten\\S+|valid\\S+|octroy\\S+|confirm\\S+|financ(?:ee?s?|e)|attribu\\S+|acquis\\S*|vote\\S*|pourvus?|arriv\\S+)(?!\\p{L})',
);
/** "Nous n'avons pas obtenu les 0,5 ETP." */
const NOT_OBTAINED = pattern(
  '(?<!\\p{L})(?:pas|jamais|toujours pas)(?: encore)? (?:obten|eu|recu|accord|valid|financ|pourvu)\\p{L}*[^.;,]*$',
);
const NOT_GRANTED = pattern(
  '(?<!\\p{L})(?:pas|non|jamais|refus\\S*|attend\\S*|en attente|si|espoir|esper\\S*|reponse)(?!\\p{L})',
);

/** Staff of a site in full-time equivalents, in place or decided; `null` where its news does not say it. */
export function readFte(passages: readonly Passage[]): Stated | null {
  const all = candidatesOf(passages, CONSTRUCTIONS, parseStaff, isStaff, /etp|e\.t\.p|equivalent/u);
  const [first] = [...all].sort((a, b) => b.rank - a.rank);
  return first === undefined ? null : choose([first]);
}

/** "2,1" → 2.1, "un ETP et demi" → 1.5. */
function parseStaff(written: string): number | null {
  const whole = parseAmount(written.replace(/\s*e(?:tp|\.t|quiv).*$/u, ''));
  return written.endsWith('et demi') && whole !== null ? whole + 0.5 : whole;
}

function isStaff(candidate: Candidate): boolean {
  const { before, rest } = candidate;
  const opened = before.lastIndexOf('(') > before.lastIndexOf(')');
  const after = opened ? rest.replace(/^\)/, '') : rest;
  if (isApproximate(candidate) || isEarlier({ before, after: rest })) return false;
  if (before.search(NOT_OBTAINED) >= 0) return false;
  const { folded, text } = candidate.passage;
  const written = text.slice(folded.length - after.length);
  const wished =
    before.search(WISHED) >= 0 ||
    after.search(WISHED_AFTER) >= 0 ||
    (!opened && after.search(ASKED_NEXT) >= 0) ||
    ASKED_AFTER.test(written);
  if (!wished) return true;
  return (
    folded.search(GRANTED) >= 0 &&
    folded.search(NOT_GRANTED) < 0 &&
    !/(?:contre|sur|au lieu d\S*)\s*(?:les )?$/.test(before)
  );
}
