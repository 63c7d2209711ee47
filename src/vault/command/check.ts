import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { normalisePassphrase } from '../format/kdf.ts';
import { type EpochEntry, isEpoch, isPassphrase, type PassphraseEntry } from '../keys/entry.ts';
import { currentEpochs } from '../keys/keys-file.ts';
import { checkDist } from './check-dist.ts';
import { type CommandContext, openKeys, type Outcome } from './context.ts';
import { quoted } from './next-steps.ts';
import { strengthOf } from './strength.ts';

/** What a check found. A doubt is worth a look; a fault has to be put right. */
export interface Findings {
  faults: string[];
  doubts: string[];
  /** What is well. */
  notes: string[];
}

/** Checks the keys file against the configuration and, where one is named, a built portal. */
export async function check(context: CommandContext, dist: string | null): Promise<Outcome> {
  const { name, entries } = openKeys(context);
  const passphrases = entries.filter(isPassphrase);
  const epochs = currentEpochs(entries.filter(isEpoch));
  const findings: Findings = { faults: [], doubts: [], notes: [] };
  checkMode(name, findings);
  checkRooms(context, passphrases, epochs, findings);
  checkPassphrases(context, passphrases, findings);
  if (dist !== null) {
    await checkDist(resolve(dist), { rooms: context.rooms, passphrases, epochs }, findings);
  }
  const { faults, doubts, notes } = findings;
  return {
    ok: faults.length === 0,
    lines: [
      `Fichier de clés : ${name}`,
      ...notes.map((line) => `✓ ${line}`),
      ...doubts.map((line) => `? ${line}`),
      ...faults.map((line) => `✗ ${line}`),
      faults.length + doubts.length === 0
        ? 'Tout va bien.'
        : `${faults.length} à corriger, ${doubts.length} à regarder.`,
    ],
  };
}

function checkMode(file: string, { faults, notes }: Findings): void {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  // Windows has no such modes, and a variable none at all.
  if (mode === undefined || process.platform === 'win32') return;
  if ((mode & 0o077) === 0) notes.push('Le fichier n’est lisible que par vous.');
  else
    faults.push(`D’autres utilisateurs de cette machine peuvent lire ${file} : chmod 600 ${file}`);
}

function checkRooms(
  { rooms }: CommandContext,
  passphrases: readonly PassphraseEntry[],
  epochs: readonly EpochEntry[],
  { faults, doubts, notes }: Findings,
): void {
  for (const { name } of rooms) {
    const own = passphrases.filter((entry) => entry.room === name);
    const epoch = epochs.find((entry) => entry.room === name);
    if (own.length === 0) {
      doubts.push(
        `Aucune phrase de passe n’ouvre « ${name} » : la construction s’arrêtera dès qu’elle contiendra une page.`,
      );
    } else if (epoch === undefined) {
      doubts.push(
        `« ${name} » n’a pas encore de clé : la prochaine construction l’ajoutera au fichier.`,
      );
    } else {
      notes.push(`« ${name} » : époque ${epoch.epoch}, ${own.length} phrase(s) de passe.`);
    }
  }
  const known = new Set(rooms.map((room) => room.name));
  const orphans = [...passphrases, ...epochs].map((entry) => entry.room);
  for (const orphan of new Set(orphans.filter((room) => !known.has(room)))) {
    faults.push(
      `La salle « ${orphan} » n’est pas dans portal.config.ts : retirez ses lignes du fichier de clés.`,
    );
  }
}

function checkPassphrases(
  { ownWords }: CommandContext,
  passphrases: readonly PassphraseEntry[],
  { doubts }: Findings,
): void {
  const labels = new Map<string, string[]>();
  const texts = new Map<string, Set<string>>();
  for (const { label, passphrase } of passphrases) {
    const normal = normalisePassphrase(passphrase);
    labels.set(normal, [...new Set([...(labels.get(normal) ?? []), label])]);
    texts.set(label, (texts.get(label) ?? new Set()).add(normal));
  }
  for (const [passphrase, names] of labels) {
    if (names.length > 1) {
      doubts.push(
        `${quoted(names)} ont la même phrase de passe : retirer l’un n’écarterait pas l’autre.`,
      );
    }
    const { isWeak, reasons } = strengthOf(passphrase, [...ownWords, ...names]);
    if (isWeak)
      doubts.push(`La phrase de passe de ${quoted(names)} est faible. ${reasons.join(' ')}`);
  }
  for (const [label, different] of texts) {
    if (different.size > 1) {
      doubts.push(`« ${label} » a une phrase de passe différente selon la salle.`);
    }
  }
}
