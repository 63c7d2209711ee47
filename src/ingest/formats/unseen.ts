import type { Nodes, Root } from 'mdast';

/** Control characters, soft hyphens, word joiners, marks of direction; U+200D is part of emoji. */
const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

const seen = (text: string): string => text.replace(UNSEEN, '').normalize('NFC');

/**
 * Takes characters that no reader sees out of a document's text, in place, and composes its accents
 * (NFC): either would hide a word from every later step, a password from the search for secrets first.
 */
export function dropUnseenCharacters(node: Root | Nodes): void {
  if ('value' in node) node.value = seen(node.value);
  if ('alt' in node && node.alt != null) node.alt = seen(node.alt);
  if ('children' in node) for (const child of node.children) dropUnseenCharacters(child);
}
