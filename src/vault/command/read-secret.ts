import type { ReadStream } from 'node:tty';
import { CommandError } from './context.ts';

type Input = NodeJS.ReadableStream & Partial<Pick<ReadStream, 'isTTY' | 'setRawMode'>>;

/**
 * Reads a passphrase: from a terminal without showing it, else the first line of the input.
 * @throws {CommandError} when the operator gives up (Ctrl+C, Ctrl+D).
 */
export async function readSecret(
  prompt: string,
  input: Input,
  output: NodeJS.WritableStream,
): Promise<string> {
  if (input.isTTY !== true) {
    let text = '';
    input.setEncoding('utf8');
    for await (const piece of input) text += String(piece);
    return text.split(/\r?\n/, 1)[0] ?? '';
  }
  output.write(prompt);
  input.setEncoding('utf8');
  input.setRawMode?.(true);
  try {
    return await typed(input);
  } finally {
    input.setRawMode?.(false);
    input.pause();
    output.write('\n');
  }
}

function typed(input: Input): Promise<string> {
  return new Promise((resolve, reject) => {
    let text: string[] = [];
    const end = (act: () => void): void => {
      input.off('data', read);
      act();
    };
    const read = (piece: unknown): void => {
      for (const key of String(piece)) {
        if (key === '\r' || key === '\n') {
          end(() => {
            resolve(text.join(''));
          });
          return;
        }
        if (key === '\u0003' || key === '\u0004') {
          end(() => {
            reject(new CommandError('Abandonné : rien n’a été fait.'));
          });
          return;
        }
        if (key === '\u007f' || key === '\b') text = text.slice(0, -1);
        else if (key === '\u0015') text = [];
        else if (key >= ' ') text.push(key);
      }
    };
    input.on('data', read);
    input.resume();
  });
}
