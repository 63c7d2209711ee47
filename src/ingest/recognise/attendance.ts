import type { Person } from '../../minutes/schema.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import type { Block } from '../blocks/block.ts';
import { evidence, type Finding } from './finding.ts';
import { foldKeepingLength } from './fold.ts';
import { siteLabel } from './labels.ts';
import type { Zone } from './outline.ts';
import { labelled, type Listed, readPeople } from './people.ts';
import { readAttendance } from './attendance-table.ts';

/** Who was at the conference, and who was excused. */
export interface People {
  participants: Finding<Person>[];
  excused: Finding<Person>[];
}

const AWAY =
  /\bexcus\w*|\babsente?s?\b|\bempeche\w*|\bindisponibles?\b|\bn'(?:ont|a|etaient|etait) pas (?:pu|disponibles?|la|presente?s?|connecte)/;
const HERE = /\bpresente?s?\b|\bparticip\w+|\bconnecte(?:e?s)?\b|\bdes notres\b/;

/**
 * Reads the people of the zones that list them, line by line: a site on a line of its own holds for
 * the lines below; a line « Excusées : … » among those present turns to the others; a mark behind a
 * name (« excusée ») holds for that person alone. Attendance tables are read wherever they stand.
 */
export function readPeopleOf(
  blocks: readonly Block[],
  zones: readonly Zone[],
  sites: SiteTable,
): People {
  const found = {
    participants: new Map<string, Finding<Person>>(),
    excused: new Map<string, Finding<Person>>(),
  };
  const add = (listed: Listed, away: boolean, block: Block): void => {
    const { name, site } = listed;
    const to = found[away ? 'excused' : 'participants'];
    if (!to.has(name))
      to.set(name, {
        value: { name, site },
        ...evidence(block, Math.max(block.text.indexOf(name), 0)),
      });
  };
  for (const zone of zones) {
    const inside = blocks.slice(zone.from, zone.to);
    let below = false;
    for (const block of inside) {
      // The rows that a page's end cut off a table stand as lines below it.
      if (below && isPerson(block, sites))
        for (const person of readPeople(block.text, sites))
          add(person, person.away ?? false, block);
      else below = false;
      if (block.node?.type !== 'table') continue;
      const table = readAttendance(block.node, sites, zone.topic === 'excused');
      below = table !== null;
      for (const person of table?.participants ?? []) add({ ...person, away: null }, false, block);
      for (const person of table?.excused ?? []) add({ ...person, away: null }, true, block);
    }
    if (zone.topic !== 'participants' && zone.topic !== 'excused') continue;
    readLines(zone.headed ? inside.slice(1) : inside, zone.topic === 'excused', sites, add);
  }
  for (const name of found.excused.keys()) found.participants.delete(name);
  return { participants: [...found.participants.values()], excused: [...found.excused.values()] };
}

/** Whether a line is one person with their site, « Prénom Nom (Site) », and nothing else. */
function isPerson(block: Block, sites: SiteTable): boolean {
  const match = /^([^(]{5,50}) \([^()]+\)$/u.exec(block.text);
  const [person, ...others] = match === null ? [] : readPeople(block.text, sites);
  return others.length === 0 && (person?.site ?? null) !== null && person?.name === match?.[1];
}

function readLines(
  lines: readonly Block[],
  excused: boolean,
  sites: SiteTable,
  add: (listed: Listed, away: boolean, block: Block) => void,
): void {
  let site: string | null = null;
  let away = excused;
  for (const block of lines) {
    if (block.kind === 'whole') continue;
    const alone = siteLabel(block.text.replace(/\s*:\s*$/, ''), sites, ['']);
    if (alone !== null) {
      site = alone.sites[0] ?? null;
      continue;
    }
    const lead = leadOf(block.text);
    if (lead !== null) {
      away = lead.away;
      site = null;
    }
    const text = lead === null ? block.text : block.text.slice(lead.length);
    const own = labelled(text, sites);
    if (own.site !== null) site = null;
    for (const person of readPeople(own.content, sites))
      add({ ...person, site: person.site ?? own.site ?? site }, person.away ?? away, block);
  }
}

/** « Absents excusés : », « Ont participé : », « N’ont pas pu se connecter » at the head of a line. */
function leadOf(text: string): { away: boolean; length: number } | null {
  const colon = /^[^:(,;]{2,100}?\s?[:：]\s*/.exec(text)?.[0];
  const head = foldKeepingLength(colon ?? /^(?:[^\p{Lu}(,;:]|^\p{Lu})*/u.exec(text)?.[0] ?? '');
  const away = AWAY.test(head);
  if (!away && !HERE.test(head)) return null;
  return { away, length: colon?.length ?? 0 };
}
