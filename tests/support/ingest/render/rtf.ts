import type { Block, Document, Line } from '../document.ts';

const escaped = (text: string): string =>
  text
    .replace(/[\\{}]/g, '\\$&')
    .replaceAll('\t', '\\tab ')
    .replace(/[^ -~]/gu, (character) =>
      character
        .split('')
        .map((unit) => {
          const code = unit.charCodeAt(0);
          return `\\u${code > 32767 ? code - 65536 : code}?`;
        })
        .join(''),
    );

const inline = (line: Line): string =>
  line
    .map(({ text, bold, italic, underline, href }) => {
      const look = `${bold === true ? '\\b' : ''}${italic === true ? '\\i' : ''}${underline === true ? '\\ul' : ''}`;
      const written = `{${look}${look === '' ? '' : ' '}${escaped(text)}}`;
      return href === undefined
        ? written
        : `{\\field{\\*\\fldinst{HYPERLINK "${escaped(href)}"}}{\\fldrslt${written}}}`;
    })
    .join('');

function write(block: Block): string {
  if (block.kind === 'heading')
    return `\\pard\\outlinelevel${block.level - 1} ${inline(block.line)}\\par`;
  if (block.kind === 'list')
    return block.items
      .map(
        (item, index) =>
          `\\pard{\\listtext${block.ordered ? `${index + 1}.` : "\\'b7"}\\tab}${inline(item)}\\par`,
      )
      .join('\n');
  if (block.kind === 'table')
    return block.rows
      .map(
        (row) =>
          `\\trowd\\pard\\intbl ${row.map((cell) => `${inline(cell)}\\cell`).join(' ')}\\row`,
      )
      .join('\n');
  return `\\pard ${inline(block.line)}\\par`;
}

/** The document as Rich Text (1.9.1), every character beyond ASCII as `\uN?`. */
export const toRtf = ({ blocks }: Document): string =>
  `{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Arial;}}\n${blocks.map(write).join('\n')}\n}`;
