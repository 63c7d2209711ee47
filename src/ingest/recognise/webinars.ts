import type { Webinar } from '../../minutes/minutes.ts';
import type { Block } from '../blocks/block.ts';
import { findDates, firstAfter, type WrittenDate } from './dates.ts';
import { evidence, type Evidence, type Finding, sentences } from './finding.ts';
import { foldKeepingLength } from './fold.ts';
import type { Zone } from './outline.ts';
import { urlSpans } from './url-spans.ts';
import { joinWebinars, type WebinarDate, type WebinarLink } from './webinar-links.ts';

export interface WebinarEntries {
  webinars: Finding<Webinar>[];
  /** Ranges of blocks that speak of them, `to` exclusive. */
  ranges: { from: number; to: number }[];
}

const SPEAKS = /\bwebinaires?\b|\bwebinars?\b|\bvisio-?conferences? d'information\b/;
/** A sentence that goes on about the webinar before it. */
const GOES_ON =
  /^[^\p{L}]*(?:celui|l'un|l'autre|le (?:premier|second|deuxieme|suivant)|un (?:second|deuxieme|autre)|une (?:seconde|deuxieme|2e) (?:date|session)|(?:il|elle)s? (?:aura|se tiendr)|deux dates|dates? :|puis)/u;
const REGISTERS =
  /inscri|formulaire|\blien\b|\bici\b|s'enregistrer|participer|rejoindre|connexion|\bcliqu|^[^\p{L}]*https?:\S+\s*$/u;
const PAST =
  /\b(?:a|ont) (?:eu lieu|reuni|rassemble|ete suivi|attire|permis|rencontre|compte)\b|\bs'est tenu|\bse sont tenus|\benregistrements?\b|\breplay\b|\brediffusion\b|\b(?:dernier|precedent) webinaire\b/;
/** A date by which something is due, not the webinar's. */
const DUE =
  /(?:avant|jusqu'au|au plus tard|d'ici|date limite\D{0,20}|cloture\D{0,20}|depuis|a partir du?)\s*(?:le |au |du )?(?:\p{L}+\.? )?$/u;
const UNLINKED =
  /\bcomplet|lien a venir|\b(?:ouverture|inscriptions?)(?: des inscriptions)? (?:a venir|en |prochainement|bientot|fermee|ouvriront)|\bprochainement\b|pas a vous y inscrire|sans inscription/;

/**
 * Reads the webinars a CR announces: dates in sentences that speak of a webinar or under a heading
 * that does, each with the link to register that stands by it, below it or elsewhere.
 */
export function readWebinars(
  blocks: readonly Block[],
  zones: readonly Zone[],
  day: string | null,
): WebinarEntries {
  const dates: WebinarDate[] = [];
  const links: WebinarLink[] = [];
  const ranges: { from: number; to: number }[] = [];
  for (const zone of zones) {
    if (zone.topic === 'participants' || zone.topic === 'excused') continue;
    const mixed = /\bformations?\b/.test(foldKeepingLength(blocks[zone.from]?.text ?? ''));
    const own = zone.topic === 'webinar' && zone.headed && !mixed;
    if (own) ranges.push({ from: zone.from, to: zone.to });
    let on = false;
    for (let index = zone.from; index < zone.to; index += 1) {
      const block = blocks[index];
      if (block === undefined) continue;
      const before = dates.length + links.length;
      on = readBlock(block, index, own, on, day, dates, links);
      const section = zone.topic === 'section' || (zone.topic === 'webinar' && mixed);
      if (
        !own &&
        section &&
        dates.length + links.length > before &&
        SPEAKS.test(foldKeepingLength(block.text))
      )
        ranges.push({ from: index, to: index + 1 });
    }
  }
  return { webinars: joinWebinars(dates, links), ranges };
}

/** Adds what a block tells; returns whether its last sentence speaks of a webinar. */
function readBlock(
  block: Block,
  index: number,
  own: boolean,
  above: boolean,
  day: string | null,
  dates: WebinarDate[],
  links: WebinarLink[],
): boolean {
  const urls = urlSpans(block);
  const parts = sentences(block.text);
  let on = above;
  parts.forEach(({ text, start }, nth) => {
    const folded = foldKeepingLength(text);
    const isFirst = nth === 0;
    const speaks = own || SPEAKS.test(folded) || (on && GOES_ON.test(folded));
    const registers = on && REGISTERS.test(folded) && (!isFirst || block.text.length < 200);
    const mine = urls.filter(
      (url) => url.start >= start && url.start < (parts[nth + 1]?.start ?? Infinity),
    );
    if (!speaks && !registers) {
      on = false;
      return;
    }
    const past = PAST.test(folded);
    if (speaks && !past && day !== null)
      for (const date of findDates(text)) {
        const at = firstAfter(date, day);
        if (at <= day || DUE.test(folded.slice(0, date.start))) continue;
        dates.push({
          ...found(block, start, date, at),
          index,
          sentence: nth,
          open: !isClosed(folded, date),
        });
      }
    if (!past)
      for (const { url, start: at } of mine)
        links.push({ url, index, sentence: nth, at, evidence: evidence(block, at) });
    on = !past;
  });
  return on;
}

function found(
  block: Block,
  start: number,
  date: WrittenDate,
  value: string,
): Pick<WebinarDate, 'value' | 'at' | 'evidence'> {
  const at = start + date.start;
  const read: Evidence = evidence(block, at);
  return { value, at, evidence: read };
}

/** Whether the words behind a date, up to the next one, say that there is no link for it. */
function isClosed(folded: string, date: WrittenDate): boolean {
  const rest = folded.slice(date.end);
  const next = findDates(rest)[0]?.start ?? rest.length;
  return UNLINKED.test(rest.slice(0, next));
}
