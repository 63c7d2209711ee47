import { strToU8, zipSync } from 'fflate';
import { compoundFile } from './ole.ts';
import { toPdf } from './render/pdf.ts';
import { paragraph, run } from './document.ts';
import { claiming, encrypted, odtFile, overlapping, wordFile } from './zip.ts';

/** A file that should be refused, or read without harm; `read` where it has to be read. */
export interface HostileFile {
  label: string;
  name: string;
  bytes: () => Uint8Array;
  outcome: 'refused' | 'read' | 'either';
  /** Costs little: tried at each `npm test`. */
  quick: boolean;
}

const MB = 1024 * 1024;
const GB = 1024 * MB;
const par = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const sound = (): Uint8Array => wordFile(par('Compte-rendu de la 7e conférence'));
const pdf = (): Uint8Array => toPdf({ blocks: [paragraph(run('Compte-rendu'))] });
const zeros = (size: number): Uint8Array => new Uint8Array(size);
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]);

type Maker = (
  outcome: HostileFile['outcome'],
  label: string,
  name: string,
  bytes: () => Uint8Array,
) => HostileFile;
const file: Maker = (outcome, label, name, bytes) => ({ label, name, bytes, outcome, quick: true });
const slow: Maker = (...about) => ({ ...file(...about), quick: false });

/** Zips that would fill the memory, or lie about what they hold. */
const BOMBS: readonly HostileFile[] = [
  slow('refused', 'a part of 300 MB', 'a.docx', () =>
    zipSync({ 'word/document.xml': zeros(300 * MB) }, { level: 1 }),
  ),
  file('refused', 'a part that claims 4 GB', 'a.docx', () => claiming(sound(), 4 * GB - 1)),
  file('refused', 'a part that claims one byte', 'a.docx', () => claiming(sound(), 1)),
  slow('refused', 'parts laid over one another', 'a.docx', () =>
    overlapping(zipSync({ 'word/document.xml': zeros(150 * MB), 'word/a.xml': zeros(9) })),
  ),
  slow('refused', 'a zip in a zip', 'a.docx', () =>
    zipSync({ 'a.zip': zipSync({ 'word/document.xml': zeros(100 * MB) }) }),
  ),
  slow('either', 'twenty thousand parts', 'a.docx', () =>
    wordFile(
      par('Bonjour'),
      Object.fromEntries(
        Array.from({ length: 20_000 }, (_, index) => [`word/${index}.xml`, strToU8('<a/>')]),
      ),
    ),
  ),
  file('read', 'paths that leave the folder', 'a.docx', () =>
    wordFile(par('Bonjour'), { '../../../etc/passwd': strToU8('x'), '/tmp/x': strToU8('x') }),
  ),
  slow('refused', 'XML of 150 MB of spaces', 'a.odt', () => odtFile(' '.repeat(150 * MB))),
  file('refused', 'a billion laughs', 'a.docx', () =>
    zipSync({
      'word/document.xml': strToU8(
        `<!DOCTYPE d [<!ENTITY a "ha">${'bcdefghij'.replace(/./g, (name, at: number) => `<!ENTITY ${name} "${`&${'abcdefghij'.charAt(at)};`.repeat(10)}">`)}]><d>&j;</d>`,
      ),
    }),
  ),
  file('either', 'entries said to be encrypted', 'a.docx', () => encrypted(sound())),
];

/** Files that are not what their name says, or that only their program opens. */
const MISNAMED: readonly HostileFile[] = [
  file('refused', 'a picture named Word', 'a.docx', () => PNG),
  file('refused', 'Word named PDF', 'a.pdf', sound),
  file('refused', 'a web page named Word', 'a.docx', () => strToU8('<html><p>Bonjour</p></html>')),
  file('refused', 'a workbook named Word', 'a.docx', () =>
    zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }),
  ),
  file('refused', 'a PDF named Markdown', 'a.md', pdf),
  file('refused', 'a PDF named text', 'a.txt', pdf),
  file('refused', 'Word named text', 'a.txt', sound),
  file('refused', 'Word named HTML', 'a.html', sound),
  file('refused', 'Word named RTF', 'a.rtf', sound),
  file('refused', 'Word named OpenDocument', 'a.odt', sound),
  file('refused', 'RTF named Markdown', 'a.md', () => strToU8('{\\rtf1\\ansi Bonjour\\par}')),
  file('refused', 'RTF named Word', 'a.docx', () => strToU8('{\\rtf1\\ansi Bonjour\\par}')),
  file('refused', 'zeros named text', 'a.txt', () => zeros(1000)),
  ...['docx', 'odt', 'pdf', 'html', 'md', 'txt', 'rtf'].map((ending) =>
    file('refused', `nothing named ${ending}`, `a.${ending}`, () => zeros(0)),
  ),
  file('refused', 'a protected Word file', 'a.docx', () =>
    compoundFile(['EncryptionInfo', 'EncryptedPackage']),
  ),
  file('refused', 'Word before 2007', 'a.doc', () => compoundFile(['WordDocument', '1Table'])),
  file('refused', 'Word before 2007 named docx', 'a.docx', () => compoundFile(['WordDocument'])),
  file('either', 'Word with macros', 'a.docm', () =>
    wordFile(par('Bonjour'), { 'word/vbaProject.bin': compoundFile(['VBA']) }),
  ),
  file('refused', 'a protected PDF', 'a.pdf', () =>
    strToU8(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n' +
        `3 0 obj<</Filter/Standard/V 1/R 2/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>/P -4>>endobj\n` +
        'trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<41><41>]>>\n%%EOF',
    ),
  ),
];

const DEEP = 100_000;
const nested = (open: string, close: string, count = DEEP): string =>
  `${open.repeat(count)}Bonjour${close.repeat(count)}`;

/** Structures deeper than any stack. */
const NESTED: readonly HostileFile[] = [
  file('either', 'nested divs', 'a.html', () => strToU8(nested('<div>', '</div>'))),
  slow('either', 'nested lists', 'a.html', () => strToU8(nested('<ul><li>', '</li></ul>'))),
  slow('either', 'nested tables', 'a.html', () =>
    strToU8(nested('<table><tr><td>', '</td></tr></table>', 20_000)),
  ),
  slow('either', 'nested bold', 'a.html', () => strToU8(`<p>${nested('<b>', '</b>')}</p>`)),
  file('either', 'nested controls', 'a.docx', () =>
    wordFile(nested('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>')),
  ),
  slow('either', 'nested tables', 'a.docx', () =>
    wordFile(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 20_000)),
  ),
  file('either', 'nested spans', 'a.odt', () =>
    odtFile(`<text:p>${nested('<text:span>', '</text:span>')}</text:p>`),
  ),
  slow('either', 'nested lists', 'a.odt', () =>
    odtFile(nested('<text:list><text:list-item>', '</text:list-item></text:list>')),
  ),
  file('either', 'nested groups', 'a.rtf', () => strToU8(`{\\rtf1 ${nested('{', '}')}}`)),
  file('either', 'nested quotes', 'a.md', () => strToU8(nested('>', '', 20_000))),
  file('either', 'nested lists', 'a.md', () => strToU8(nested('- ', '', 20_000))),
  file('either', 'brackets', 'a.md', () => strToU8(nested('[', ']', 20_000))),
  slow('either', 'parentheses', 'a.md', () => strToU8(`[a]${nested('(', ')', 20_000)}`)),
  slow('either', 'stars', 'a.md', () => strToU8('*a **b '.repeat(10_000))),
  file('either', 'backticks', 'a.md', () =>
    strToU8(Array.from({ length: 900 }, (_, n) => '`'.repeat(n)).join(' a ')),
  ),
  slow('either', 'angles', 'a.md', () => strToU8('<a '.repeat(20_000))),
  slow('either', 'braces', 'a.txt', () => strToU8('{'.repeat(100_000))),
  file('either', 'one long word', 'a.txt', () => strToU8('a'.repeat(300_000))),
  slow('either', 'only spaces', 'a.txt', () => strToU8(`a${' '.repeat(300_000)}b`)),
  slow('either', 'parentheses', 'a.txt', () => strToU8(`Présents : ${'('.repeat(50_000)}`)),
  slow('either', 'commas', 'a.txt', () => strToU8(`Présents : ${'A B, '.repeat(10_000)}`)),
  slow('either', 'questions', 'a.txt', () => strToU8('Où ? '.repeat(10_000))),
  slow('either', 'dates', 'a.txt', () =>
    strToU8('lundi 15 septembre 2025 de 13h30 à 15h '.repeat(2000)),
  ),
  slow('either', 'passwords', 'a.txt', () => strToU8('Mot de passe : licorne8\n\n'.repeat(2000))),
  slow('either', 'numbers', 'a.txt', () => strToU8('12 34 56 78 90 '.repeat(8000))),
];

const LINE = 'Épinal : 54 inclusions, 3 dossiers en attente, la convention est signée depuis peu.';
const repeated = (text: string, size: number): Uint8Array => {
  const one = strToU8(text);
  const all = new Uint8Array(Math.ceil(size / one.length) * one.length);
  for (let at = 0; at < all.length; at += one.length) all.set(one, at);
  return all;
};
const join = (...parts: Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
const noise = (size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) bytes[at] = (at * 2654435761) >>> 13;
  return bytes;
};
const BIG = 50 * MB;

/** Files of 50 MB: of text, which no CR is, and of pictures, which a CR may well be. */
const BIGGEST: readonly HostileFile[] = [
  file('either', 'text', 'a.md', () => repeated(`${LINE}\n\n`, BIG)),
  slow('either', 'text', 'a.txt', () => repeated(`${LINE}\n\n`, BIG)),
  slow('either', 'one line', 'a.txt', () => repeated(`${LINE} `, BIG)),
  file('either', 'text', 'a.html', () => repeated(`<p>${LINE}</p>\n`, BIG)),
  slow('either', 'text', 'a.rtf', () =>
    join(strToU8('{\\rtf1 '), repeated(`${LINE}\\par\n`, BIG), strToU8('}')),
  ),
  slow('either', 'text', 'a.docx', () =>
    wordFile('', {
      'word/document.xml': join(
        strToU8(
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>',
        ),
        repeated(par(LINE), BIG),
        strToU8('</w:body></w:document>'),
      ),
    }),
  ),
  slow('either', 'text', 'a.odt', () => odtFile(`<text:p>${LINE}</text:p>`.repeat(BIG / 120))),
  slow('either', 'many pages', 'a.pdf', () =>
    toPdf({ blocks: Array.from({ length: 30_000 }, () => paragraph(run(LINE))) }),
  ),
  slow('either', 'noise', 'a.pdf', () => join(pdf(), noise(BIG))),
  slow('read', 'a picture', 'a.docx', () =>
    wordFile(par('Compte-rendu'), { 'word/media/image1.jpeg': noise(BIG) }),
  ),
  slow('read', 'a picture', 'a.html', () =>
    join(
      strToU8('<p>Bonjour</p><img src="data:image/png;base64,'),
      repeated('iVBORw0KGgo', BIG),
      strToU8('">'),
    ),
  ),
  slow('read', 'a picture', 'a.rtf', () =>
    join(
      strToU8('{\\rtf1 Bonjour\\par{\\pict\\pngblip '),
      repeated('89504e47', BIG),
      strToU8('}}'),
    ),
  ),
];

export const HOSTILE_FILES = { bombs: BOMBS, misnamed: MISNAMED, nested: NESTED, biggest: BIGGEST };
