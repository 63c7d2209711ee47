import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readSecret } from '../../../../src/vault/command/read-secret.ts';

/** A terminal: what is typed, and whether it was shown. */
function terminal() {
  const modes: boolean[] = [];
  const setRawMode = (isRaw: boolean): unknown => modes.push(isRaw);
  const input = Object.assign(new PassThrough(), { isTTY: true as const, setRawMode });
  const output = new PassThrough();
  const answer = readSecret('Phrase\u00a0? ', input as never, output);
  return { input, modes, answer, shown: () => String(output.read()) };
}

describe('readSecret', () => {
  it('reads the first line of what is piped in', async () => {
    const input = new PassThrough();
    input.end('girafe orage été\r\nautre\n');
    expect(await readSecret('x', input, new PassThrough())).toBe('girafe orage été');
  });

  it('reads what is typed without showing it, and gives the terminal back', async () => {
    const { input, modes, answer, shown } = terminal();
    for (const piece of ['gir', 'afx', '\u007f', 'e', '\u001b', '\r']) input.write(piece);
    expect(await answer).toBe('girafe');
    expect(shown()).toBe('Phrase\u00a0? \n');
    expect(modes).toEqual([true, false]);
  });

  it('clears the line with Ctrl+U', async () => {
    const { input, answer } = terminal();
    input.write('faux\u0015vrai\n');
    expect(await answer).toBe('vrai');
  });

  it('gives up with Ctrl+C', async () => {
    const { input, modes, answer } = terminal();
    input.write('gir\u0003');
    await expect(answer).rejects.toThrow('Abandonné');
    expect(modes).toEqual([true, false]);
  });
});
