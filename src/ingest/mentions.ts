import type { PhrasingContent } from 'mdast';
import type { Block } from './blocks/block.ts';
import { announcesPassword, mentionsPassword } from './passwords.ts';
import { type Doubt, evidence } from './recognise/finding.ts';

/** Lines that speak of a password where nothing was taken out: somebody has to look. */
export function unredactedMentions(blocks: readonly Block[]): Doubt[] {
  return blocks.flatMap((block, index) => {
    const below = announcesPassword(block.text) ? (blocks[index + 1]?.children ?? []) : [];
    const isRedacted = holdsRedacted([...block.children, ...below]);
    if (isRedacted || !mentionsPassword(block.text)) return [];
    const why =
      'il est question d’un mot de passe et rien n’a été retiré : vérifiez qu’il n’y est pas';
    return [{ field: 'redactions', why, ...evidence(block) }];
  });
}

function holdsRedacted(children: readonly PhrasingContent[]): boolean {
  return children.some(
    (child) =>
      (child.type === 'mdxJsxTextElement' && child.name === 'Redacted') ||
      ('children' in child && holdsRedacted(child.children)),
  );
}
