import { randomBytes } from 'node:crypto';
import { Document, isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { toBase64url } from '../format/bytes.ts';
import { normalisePassphrase } from '../format/kdf.ts';
import type { EpochEntry, PassphraseEntry } from './entry.ts';

/** What stands above the entries of a keys file that a command begins. */
const HEADER = ` Keys of the portal: keep this file secret (mode 600) and keep it; see docs/vault-format.md.
 "label" says whose a passphrase is and is never published. Change it with: npm run vault`;

/** A keys file without entries. */
export function emptyKeys(): Document {
  const document = new Document([]);
  document.commentBefore = HEADER;
  return document;
}

/** A new key and salt for a room. */
export function makeEpoch(room: string, epoch: number): EpochEntry {
  return {
    room,
    epoch,
    salt: toBase64url(randomBytes(16)),
    key: toBase64url(randomBytes(32)),
  };
}

/** Adds a passphrase, after those that are there. */
export function addPassphrase(document: Document, entry: PassphraseEntry): void {
  const entries = listOf(document);
  const passphrase = normalisePassphrase(entry.passphrase);
  const node = document.createNode({ ...entry, passphrase });
  const firstEpoch = entries.items.findIndex((item) => isMap(item) && item.has('epoch'));
  entries.items.splice(firstEpoch < 0 ? entries.items.length : firstEpoch, 0, node);
}

/**
 * Removes the passphrases of a label, in one room or in all.
 * @returns the rooms it opened
 */
export function removeLabel(document: Document, label: string, room: string | null): string[] {
  const isTheirs = (item: YAMLMap): boolean =>
    item.has('passphrase') &&
    item.get('label') === label &&
    (room === null || item.get('room') === room);
  return removeEntries(document, isTheirs).map((item) => String(item.get('room')));
}

/** Starts a new epoch of a room: a key and a salt of its own; those before are dropped. */
export function startEpoch(document: Document, room: string): EpochEntry {
  const old = removeEntries(document, (item) => item.get('room') === room && item.has('epoch'));
  const last = Math.max(0, ...old.map((item) => Number(item.get('epoch'))));
  const entry = makeEpoch(room, last + 1);
  addEpoch(document, entry);
  return entry;
}

/** Adds a room's key, at the end. */
export function addEpoch(document: Document, entry: EpochEntry): void {
  listOf(document).items.push(document.createNode(entry));
}

function removeEntries(document: Document, isOut: (item: YAMLMap) => boolean): YAMLMap[] {
  const entries = listOf(document);
  const removed = entries.items.filter((item): item is YAMLMap => isMap(item) && isOut(item));
  const head = entries.items[0];
  entries.items = entries.items.filter((item) => !removed.includes(item as YAMLMap));
  // What is written above the first entry is about the file.
  const next = entries.items[0];
  if (isMap(head) && isMap(next) && head !== next && head.commentBefore != null) {
    next.commentBefore = [head.commentBefore, next.commentBefore].filter(Boolean).join('\n');
  }
  return removed;
}

function listOf(document: Document): YAMLSeq {
  document.contents ??= document.createNode([]);
  const { contents } = document;
  if (!isSeq(contents)) throw new TypeError('A keys file is a list.');
  contents.flow = false;
  return contents;
}
