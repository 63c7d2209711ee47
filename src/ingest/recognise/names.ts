const PARTICLE = /^(?:de|du|des|d'|d’|la|le|van|von|el|al|ben|bin|da|dos|di|ter|der|den|zu|y|e)$/i;
const CIVILITY =
  /^(?:mesdames|messieurs|madame|monsieur|mademoiselle|mmes|mme|mlle|mr|mm|m|docteure?|professeure?|dr|dre|pr|pre|me|maître)(?:\.\s*|\s+)(?=\p{Lu})/iu;
/** What people do, capitalised by some: no part of a name. */
const FUNCTION =
  /^(?:coordinat\w+|cadre|chef\w*|directeur\w*|directrice|psycholog\w+|psychomot\w+|puéricult\w+|puericult\w+|éducat\w+|educat\w+|médecin\w*|medecin\w*|infirmi\w+|sage-femme|secrétaire|secretaire|assistant\w*|stagiaire|interne|responsable|chargée?|référent\w*|referent\w*|président\w*|auxiliaire\w*|site|équipe|equipe|maison|pouponnière|conférence|excusée?s?|absente?s?|présente?s?|nombre|total|invitée?s?|visio|teams|zoom)$/iu;
const WORD = /^(?:[dDlL]['’])?\p{Lu}[\p{L}'’.\u2010\u2011-]*$/u;

/**
 * A person's name without civility, or `null`: two words or more, each with a capital but for
 * particles; one word only behind « Mme » or « M. ». The name behind a lead-in such as
 * « Étaient connectées pour cette séance » is read where `leads` allows one.
 */
export function nameOf(text: string, leads = false): string | null {
  const bare = text
    .replace(/^[\s:.•*·+>–—-]+|[\s.:;,]+$/gu, '')
    .replace(/^(?:et|puis|ainsi que|avec|dont)\s+/i, '');
  const untitled = bare.replace(CIVILITY, '').replace(CIVILITY, '');
  const words = untitled.split(/\s+/).filter((word) => word !== '');
  if (isName(words)) return words.join(' ');
  // « M. DURAND » may be an initial: it stays as it is written; « Mme DURAND » is DURAND.
  if (untitled !== bare && words.length === 1 && WORD.test(untitled) && !FUNCTION.test(untitled))
    return /^M\.\s/.test(bare) ? bare : untitled;
  return leads ? behindLead(words) : null;
}

function isName(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 6 || words.some((word) => /\d/.test(word))) return false;
  const [first = '', ...others] = words;
  // « DE BRYE Florence » begins with a particle, « de Nantes » with none of a name's.
  const isCapital = /^\p{Lu}{2,}$/u.test(first) && /^\p{Lu}{2,}/u.test(others[0] ?? '');
  if ((PARTICLE.test(first) && !isCapital) || FUNCTION.test(first)) return false;
  if (others.some((word) => FUNCTION.test(word) && !/^\p{Lu}{2,}/u.test(word))) return false;
  if (!others.some((word) => WORD.test(word))) return false;
  return words.every((word) => PARTICLE.test(word) || WORD.test(word));
}

/** The name at the end of a phrase of lower-case words. */
function behindLead(words: readonly string[]): string | null {
  const cut = words.findLastIndex((word) => !WORD.test(word) && !PARTICLE.test(word));
  if (cut < 0) return null;
  const tail = words.slice(cut + 1);
  while (tail.length > 0 && PARTICLE.test(tail[0] ?? '')) tail.shift();
  return isName(tail) ? tail.join(' ') : null;
}
