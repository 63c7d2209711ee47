import { gatedTerms, minutesTexts } from '../minutes/terms.ts';
import { type Forbidden, forbid } from '../vault/leak/forbidden.ts';
import { attachmentNames } from '../vault/leak/gated/attachment-names.ts';
import { pageTitles } from '../vault/leak/gated/page-texts.ts';
import { type Leak, scanForLeaks } from '../vault/leak/scan.ts';
import type { SealedSite } from '../vault/seal/seal-site.ts';
import {
  isInMemory,
  type RoomSettings,
  type SiteFile,
  type StoredFile,
} from '../vault/seal/site-file.ts';
import { gatedFiles, readGated } from './gated-files.ts';
import { inClear } from './in-clear.ts';

export interface LeakSettings {
  /** The site before sealing: what stands under a room's prefix is gated, whatever became of it. */
  site: readonly (SiteFile | StoredFile)[];
  rooms: readonly RoomSettings[];
  /** Raw CRs: their texts, people, titles and addresses may be on no public page. */
  minutes: readonly { path: string; text: string }[];
  /** Files beside the CRs: pictures and other attachments. */
  attachments: readonly (SiteFile | StoredFile)[];
  /** Names that the table of persons adds to those of the CRs. */
  people: readonly string[];
  /** The program's own words. */
  allowed: readonly string[];
  /** Public content: webinars. */
  declared: readonly string[];
  /** The portal's own, such as `https://portal.test`: public wherever it stands, whatever stands before it. */
  origin: string;
}

/**
 * Holds what is to be published against what is gated.
 * @returns which gated files were not read to their end: the rest of their words was not looked for.
 * @throws {Error} naming each file at fault, without repeating what leaked.
 */
export async function refuseLeaks(sealed: SealedSite, settings: LeakSettings): Promise<string[]> {
  const { forbidden, notes } = await whatIsGated(sealed, settings);
  const prefixes = settings.rooms.map((room) => room.prefix);
  const leaks = await scanForLeaks(sealed.published, forbidden, prefixes);
  const lines = [...linesOf(leaks, prefixes), ...inClear(sealed, prefixes)];
  if (lines.length === 0) return notes;
  throw new Error(
    `Text of gated pages would be published; nothing was replaced.\n${lines.map((line) => `  ${line}`).join('\n')}\nTake it out of these public files, or gate them.`,
  );
}

async function whatIsGated(
  sealed: SealedSite,
  settings: LeakSettings,
): Promise<{ forbidden: Forbidden; notes: string[] }> {
  const { minutes, attachments, people, allowed, declared, origin } = settings;
  const files = [...gatedFiles(settings.site, settings.rooms, sealed.gated), ...attachments];
  const { texts, notes } = await readGated(files);
  texts.push(...minutesTexts(minutes));
  const pages = files.filter(isInMemory).filter(({ path }) => path.endsWith('.html'));
  const terms = [
    ...gatedTerms(minutes),
    ...people,
    ...pages.flatMap(({ bytes }) => pageTitles(new TextDecoder().decode(bytes))),
    ...attachmentNames(files.map(({ path }) => path)),
  ];
  const between = texts.flatMap((text) => text.split(origin));
  return { forbidden: forbid({ texts: between, terms, allowed, declared }), notes };
}

/** A line for each file; the gate, which stands at every gated address, has one. */
function linesOf(leaks: readonly Leak[], prefixes: readonly string[]): string[] {
  const isGate = ({ path }: Leak): boolean => prefixes.some((prefix) => path.startsWith(prefix));
  const lines = new Map<string, { path: string; finding: string; others: number }>();
  for (const leak of leaks) {
    const [path, finding] = [leak.path.slice(1), findingOf(leak)];
    const key = isGate(leak) ? finding : path;
    const known = lines.get(key);
    lines.set(key, { path: known?.path ?? path, finding, others: (known?.others ?? -1) + 1 });
  }
  return [...lines.values()].map(({ path, finding, others }) =>
    others === 0 ? `${path}: ${finding}` : `${path} and ${others} gated addresses: ${finding}`,
  );
}

function findingOf({ count, samples, unreadable }: Leak): string {
  const found = count === 0 ? [] : [`${count} phrases or names, such as ${samples.join(', ')}`];
  const gap = unreadable === null ? [] : [`cannot be checked: ${unreadable}`];
  return [...found, ...gap].join('; ');
}
