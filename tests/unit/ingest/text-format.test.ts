import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/ingest/formats/index.ts';

const read = async (text: string) => {
  const { root } = await readDocument({ name: 'cr.txt', bytes: new TextEncoder().encode(text) });
  return root.children.map((node) => [node.type, toString(node)]);
};

describe('plain text', () => {
  it('parts paragraphs at empty lines and reads bullets as one list', async () => {
    expect(await read('Bonjour.\n\n- un\n– deux\n\n1. trois')).toEqual([
      ['paragraph', 'Bonjour.'],
      ['list', 'undeux'],
      ['list', 'trois'],
    ]);
  });

  it('rejoins lines wrapped at one width, and keeps those an author ended', async () => {
    const wide = 'une ligne qui va presque jusqu’au bord de la page telle qu’elle est';
    expect(await read(`${wide}\nfin de phrase.\nÉpinal : 54`)).toEqual([
      ['paragraph', `${wide} fin de phrase.`],
      ['paragraph', 'Épinal : 54'],
    ]);
  });

  it('takes each line for a paragraph where lines are long', async () => {
    expect(await read(`${'mot '.repeat(40)}\nsuite`)).toHaveLength(2);
  });

  it('reads Windows-1252 and UTF-16', async () => {
    const { root: cp1252 } = await readDocument({
      name: 'a.txt',
      bytes: new Uint8Array([0x63, 0x9c, 0x75, 0x72, 0xe9]),
    });
    expect(toString(cp1252)).toBe('cœuré');
    const { root: utf16 } = await readDocument({
      name: 'a.txt',
      bytes: new Uint8Array([0xff, 0xfe, 0xe9, 0]),
    });
    expect(toString(utf16)).toBe('é');
  });
});
