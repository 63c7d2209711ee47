import { attribute, isComponent } from '../../minutes/mdast.ts';
import type { Block } from '../blocks/block.ts';
import type { Doubt } from '../recognise/finding.ts';

/** A doubt for each picture that nobody has described yet. */
export function missingAlts(blocks: readonly Block[]): Doubt[] {
  return blocks.flatMap((block): Doubt[] => {
    if (block.node === null || !isComponent(block.node, 'Picture')) return [];
    const file = String(attribute(block.node, 'file') ?? '');
    if (attribute(block.node, 'alt') !== '') return [];
    const why = `texte alternatif à écrire pour ${file} : ce que l’image montre, pour qui ne la voit pas`;
    return [{ field: 'pictures', why, place: block.place, block, sentence: file, start: 0 }];
  });
}
