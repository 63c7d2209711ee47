import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../src/exports/csv.ts';

describe('writeCsv', () => {
  it('writes what a French spreadsheet opens', () => {
    const csv = writeCsv({
      columns: ['site', 'etp'],
      rows: [
        ['Épinal', 1.8],
        ['Uzès', null],
      ],
    });
    expect(csv).toBe('\ufeffsite;etp\r\nÉpinal;1,8\r\nUzès;\r\n');
  });

  it('quotes what would end a cell or a row', () => {
    const csv = writeCsv({ columns: ['t'], rows: [['a;b'], ['a "b"'], ['a\nb'], ['a, b']] });
    expect(csv).toBe('\ufefft\r\n"a;b"\r\n"a ""b"""\r\n"a\nb"\r\na, b\r\n');
  });

  it('lets no text run as a formula, and numbers be numbers', () => {
    const csv = writeCsv({ columns: ['t'], rows: [['=1+1'], ['-2'], ['@x'], ['+3'], [-2]] });
    expect(csv).toBe("\ufefft\r\n'=1+1\r\n'-2\r\n'@x\r\n'+3\r\n-2\r\n");
  });
});
