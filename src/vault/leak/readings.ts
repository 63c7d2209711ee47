import { printable, utf8Of } from './text/printable.ts';
import { variants } from './text/variants.ts';
import { Budget } from './unpack/budget.ts';
import { layersOf } from './unpack/layers.ts';

/**
 * Every text a curious stranger could read in a published file, in pictures' metadata, in archives, in
 * names of their entries. Not: what pixels show, a text in a cipher or a code of its own.
 * @throws {UnreadableError} when a part of it cannot be read.
 */
export async function* readings(bytes: Uint8Array): AsyncGenerator<string> {
  for await (const { name, bytes: layer } of layersOf({ bytes: buffer(bytes) }, new Budget())) {
    if (name !== undefined && name !== '') yield name;
    const text = utf8Of(layer);
    for (const each of text === null ? printable(layer) : [text]) yield* variants(each);
  }
}

const buffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
