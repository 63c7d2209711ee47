import { memoised } from '../../minutes/memo.ts';
import type { Block } from '../blocks/block.ts';
import { foldKeepingLength } from './fold.ts';

const PAPER =
  '(?:comptes?[- ]rendus?|cr|supports?|documents?|diaporamas?|diapositives?|releves?|enregistrements?|tableaux?|questionnaires?)';
const KEPT =
  "(?:verse|depose|disponible|en ligne|consultable|range|partage|trouve|retrouve|communaute de pratique|espace|approuve|drive|plateforme|a l'adresse|https?:)";

/** What the last lines of a CR say: where it is kept, the password, whom to write to, a greeting. */
const CLOSING: readonly RegExp[] = [
  new RegExp(`^(?:\\S+ ){0,5}${PAPER}\\b.*\\b${KEPT}`),
  new RegExp(`^(?:retrouvez|vous (?:re)?trouverez|tout est|tous les)\\b.*\\b${KEPT}`),
  /^(?:rappel,? (?:de |du )?)?(?:votre |le |nouveau )?(?:mot de passe|mdp)\b/,
  /^(?:contacts?|nos adresses|pour nous (?:joindre|ecrire|contacter)|nous (?:contacter|joindre|ecrire))\b/,
  /^(?:pour toute|pour nous|entre deux|en cas d|merci d'ecrire|ecrivez|n'hesitez pas|on peut nous|vous pouvez nous|toute correspondance)\b.*\S@\S/,
  /^(?:bonnes?|bel(?:le)?|joyeuse?s?|tres bon(?:ne)?|excellente?s?) (?:fetes?|vacances|journee|soiree|fin|ete|annee|continuation|reception|semaine|rentree)\b/,
  /^(?:(?:bien )?cordialement|bien a (?:vous|toutes|tous)|a bientot|amicalement)\b|^--\s*$/,
  /^(?:l'|la |le |les |notre |nos )(?:equipe|ecnp|secretariat|standard|bureaux?|assistante?)\b.*\b(?:teletravail|joignables?|permanences?|ferme\w*|repond\w*)\b/,
];
/** No line of a closing is longer, but for lists of addresses. */
const LONGEST = 220;

/** Where the CR's closing lines begin: contacts, password, where the CR is kept; -1 without any. */
export function closingFrom(blocks: readonly Block[]): number {
  const half = Math.floor(blocks.length * 0.4);
  for (let index = half; index < blocks.length; index += 1) {
    if (!isClosing(blocks[index])) continue;
    // Password lines stand in the middle of some CRs: long text behind them is no closing.
    const rest = blocks.slice(index + 1).filter((block) => !isClosing(block));
    if (rest.every((block) => block.text.length < LONGEST || /\S@\S/.test(block.text)))
      return index;
  }
  return -1;
}

const isClosing = (block: Block | undefined): boolean => block !== undefined && closes(block.text);

const closes = memoised((text): boolean => {
  const folded = foldKeepingLength(text);
  return CLOSING.some((pattern) => pattern.test(folded));
});
