import type { PhrasingContent } from 'mdast';
import type { Block } from './blocks/block.ts';
import { mentionsPassword } from './passwords.ts';
import { type Doubt, evidence } from './recognise/finding.ts';

/** Lines that speak of a password where nothing was taken out: somebody has to look. */
export function unredactedMentions(blocks: readonly Block[]): Doubt[] {
  return blocks.flatMap((block, index) => {
    if (!mentionsPassword(block.text)) return [];
    // The secret of one mention is not another's: what is near must be a line of its own.
    const near = [blocks[index - 1], blocks[index + 1], blocks[index + 2]].filter(
      (each) => each !== undefined && !mentionsPassword(each.text),
    );
    if ([block, ...near].some((each) => each !== undefined && holdsSecret(each))) return [];
    const why =
      'il est question d’un mot de passe et rien n’a été retiré : vérifiez qu’il n’y est pas';
    return [{ field: 'redactions', why, ...evidence(block) }];
  });
}

/** Whether something was taken out of a block; tables say so in words. */
const holdsSecret = (block: Block): boolean =>
  holdsRedacted(block.children) || block.text.includes('[retiré]');

function holdsRedacted(children: readonly PhrasingContent[]): boolean {
  return children.some(
    (child) =>
      (child.type === 'mdxJsxTextElement' && child.name === 'Redacted') ||
      ('children' in child && holdsRedacted(child.children)),
  );
}
