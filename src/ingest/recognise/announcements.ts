import type { Block } from '../blocks/block.ts';
import { findDates, WEEKDAY } from './dates.ts';
import { sentences } from './finding.ts';
import { foldKeepingLength } from './fold.ts';
import type { Zone } from './outline.ts';

/** A sentence of a block; `start` is its offset in the block's text. */
export interface Passage {
  block: Block;
  text: string;
  start: number;
}

const MEETING =
  '(?:(?:visio)?conferences?|visios?|ccl|cdp|reunions?|rencontres?|seances?|rendez-vous|rdv|dates?|echanges?|points? (?:mensuels?|coordos?)|rentree)';
const HELD =
  '(?:aura lieu|auront lieu|se tien\\w+|se deroul\\w+|(?:est|sont|sera|seront|a ete|reste|restent|demeure) (?:\\p{L}+ )?(?:fixee?s?|prevue?s?|programmee?s?|maintenue?s?|decalee?s?|reportee?s?|avancee?s?|deplacee?s?|calee?s?|planifiee?s?)|prevue?s?|decalee?s?|reportee?s?|avancee?s?|fixee?s?)';
const ANNOUNCES = new RegExp(
  [
    `\\bprochaine?s? ${MEETING}`,
    `\\b${MEETING} (?:suivante?s?|a venir|d'apres)\\b`,
    `\\b(?:conferences?|ccl|cdp|visios?|seance|rentree|celle|reunion)\\b[^.;]{0,90}?\\b${HELD}`,
    `^[^\\p{L}]*(?:la |les |nos |vos )?(?:prochaine?s?|suivante?s?)\\s*(?:[:(]|${WEEKDAY}\\b|le )`,
    '\\bnous (?:nous )?(?:re\\w+r?ons|donnons rendez-vous|donnerons rendez-vous)\\b[^.]{0,30}\\b(?:le|lundi|mardi|mercredi|jeudi|vendredi)\\b',
    '\\bon se (?:retrouve|revoit|reparle)\\b|\\bretrouvons-nous\\b',
    `^[^\\p{L}]*(?:rendez-vous|rdv|a bientot|au plaisir[^.]{0,30}|a vos agendas|a noter(?: dans vos agendas)?|save the date|dates? (?:a (?:retenir|noter|venir|bloquer|reserver)|des prochaines?)|calendrier)(?: des maintenant| deja)?\\s*(?:[:!,]|le\\b|les\\b|${WEEKDAY}\\b|$)`,
    '\\ba vos agendas\\b|\\bvos agendas\\b',
  ].join('|'),
  'u',
);
/** In the sites' news, only a sentence that begins with the programme's own conferences announces any. */
const STRICT =
  /^[^\p{L}]*(?:(?:la|les|nos|vos) )?prochaine?s? (?:(?:visio)?conferences?|ccl|cdp|visios? coord\w+)\b|\bnous nous retrouverons le\b/u;
/** A sentence that goes on with what the one before announced. */
const GOES_ON =
  /^[^\p{L}]*(?:celles?|viendra|viendront|suivra|suivront|puis|ensuite|et|enfin|la suivante|les suivantes|la (?:seance|conference|visio|reunion)|l'autre|pour (?:celle|janvier|la suivante))\b/u;
/** What else is announced with a date. */
const OTHER =
  /\b(?:webinaires?|formations?|sessions?|inaugur\w+|consultations?|audiences?|comite|copil|commission|journees? (?:nationale|d'etude)|inscriptions?|s'inscrire|inclusions?|inclus|bilans?|ars|dgcs|ministere|cabinet|portes ouvertes|colloque|congres|fete|demenagement|coupure|conges?|fermeture)\b|\d\s*enfants/;

/**
 * The runs of sentences that announce the next conferences, wherever they stand: a heading, label or
 * sentence that says so, the dated lines below it, and the sentences that go on with it.
 */
export function announcements(blocks: readonly Block[], zones: readonly Zone[]): Passage[][] {
  const runs: Passage[][] = [];
  for (const zone of zones) {
    if (zone.topic === 'participants' || zone.topic === 'excused') continue;
    let run: Passage[] | null = null;
    for (let index = zone.from; index < zone.to; index += 1) {
      const block = blocks[index];
      if (block === undefined || block.kind === 'whole' || isMailLine(block)) continue;
      // Below a heading of the topic, each line goes on until one speaks of something else.
      const listed = run !== null && isDatedLine(block, run);
      if (!listed) run = null;
      for (const { text, start } of sentences(block.text)) {
        const passage = { block, text, start };
        const says = announces(text, zone) || (zone.topic === 'next' && index === zone.from);
        if (says || (run !== null && (listed || goesOn(text)) && !isOther(text))) {
          if (run === null) runs.push((run = []));
          run.push(passage);
        } else if (zone.topic === 'next' && isDated(text) && !isOther(text)) {
          runs.push((run = [passage]));
        } else run = null;
      }
    }
  }
  return runs.filter((run) => run.some(({ text }) => isDated(text)));
}

/** « Date : mar. 19 mai 2026 à 19:02 », above a mail that the CR quotes. */
const isMailLine = (block: Block): boolean =>
  /^(?:envoye|sent|de|from|objet)\s*:|^date\s*:.*\d{4}\D{1,4}\d{1,2}:\d{2}/.test(
    foldKeepingLength(block.text),
  );

const LOOSE_DAY = new RegExp(`\\b${WEEKDAY}\\.?\\s+\\d{1,2}(?!\\d)`);

const isDated = (text: string): boolean =>
  findDates(text).length > 0 || LOOSE_DAY.test(foldKeepingLength(text));

const isOther = (text: string): boolean => OTHER.test(foldKeepingLength(text));

const goesOn = (text: string): boolean => GOES_ON.test(foldKeepingLength(text)) && isDated(text);

function announces(text: string, zone: Zone): boolean {
  const folded = foldKeepingLength(text);
  if (zone.topic === 'news') return STRICT.test(folded) && !isOther(text);
  const match = ANNOUNCES.exec(folded);
  if (match === null) return false;
  const other = OTHER.exec(folded);
  // « La prochaine conférence… » may go on with an inscription; a webinar's date is announced first.
  return other === null || (other.index > match.index && /conference|ccl|cdp/.test(match[0]));
}

/** Whether a line goes on with the list of dates above it: it begins with one, or holds little else. */
function isDatedLine(block: Block, run: readonly Passage[]): boolean {
  if (isOther(block.text)) return false;
  const folded = foldKeepingLength(block.text);
  if (!isDated(block.text)) {
    // The names of a table's columns, a line such as « (Teams, 13h30-15h) ».
    return run.every(({ text }) => !isDated(text)) && block.text.length < 60;
  }
  const before = folded.slice(0, findDates(block.text)[0]?.start ?? folded.search(LOOSE_DAY));
  return before.replace(/[^\p{L}]/gu, '').length <= 12 || goesOn(block.text) || block.joined;
}
