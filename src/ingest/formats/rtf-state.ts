/** What the text of a group is: the body's, that of something beside it, or a picture. */
export type Destination = 'body' | 'instruction' | 'bullet' | 'note' | 'margin' | 'box' | 'picture';

/** What holds for the text of a group; groups inside begin with a copy. */
export interface RtfState {
  bold: boolean;
  italic: boolean;
  underline: boolean;
  hidden: boolean;
  /** Text of this group is not the document's: fonts, styles, pictures. */
  skipped: boolean;
  /** Whether only `\*` at its beginning says so, to readers that do not know its destination. */
  starred: boolean;
  destination: Destination;
  /** Whether it is the name of a shape's property. */
  naming: boolean;
  /** Whether it is the text of a field, such as a link's. */
  inResult: boolean;
  /** Characters to skip behind `\u`. */
  fallback: number;
  codePage: string;
}

export const START: RtfState = {
  bold: false,
  italic: false,
  underline: false,
  hidden: false,
  skipped: false,
  starred: false,
  destination: 'body',
  naming: false,
  inResult: false,
  fallback: 1,
  codePage: 'windows-1252',
};

/** Destinations whose text is none of the document's. */
export const SKIPPED = new Set(
  'fonttbl colortbl stylesheet info object listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata colorschememapping latentstyles datastore template filetbl mmathPr pgptbl nonshppict nonesttables bkmkstart bkmkend annotation atnid atnauthor atnref atndate atnicn ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn xe tc private operator author title subject keywords comment sp shprslt formfield ffdeftext datafield mvf'.split(
    ' ',
  ),
);

/** Destinations of text beside the body's, by their control words. */
export const DESTINATIONS: Readonly<Record<string, Destination>> = {
  listtext: 'bullet',
  pntext: 'bullet',
  fldinst: 'instruction',
  footnote: 'note',
  header: 'margin',
  headerl: 'margin',
  headerr: 'margin',
  headerf: 'margin',
  footer: 'margin',
  footerl: 'margin',
  footerr: 'margin',
  footerf: 'margin',
  shptxt: 'box',
  dptxbxtext: 'box',
};

/** Destinations behind `\*` that lead to text or pictures all the same: shapes, tables in tables. */
export const PASSED = new Set(['shpinst', 'shppict', 'do', 'nesttableprops', 'shpgrp']);

/** Characters that control words stand for. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
  '{': '{',
  '}': '}',
  '\\': '\\',
};

/** Marks that a control word switches: `\b` on, `\b0` off. */
export function switchMark(state: RtfState, word: string, value: number | null): void {
  const on = value !== 0;
  if (word === 'b') state.bold = on;
  else if (word === 'i') state.italic = on;
  else if (word === 'v') state.hidden = on;
  else if (word === 'ulnone') state.underline = false;
  else if (/^ul(?:d|db|dash|dashd|dashdd|th|thd|w|wave|ldash)?$/.test(word)) state.underline = on;
  else if (word === 'plain')
    Object.assign(state, { bold: false, italic: false, underline: false, hidden: false });
}

/** The decoder's name for a code page of Windows or Mac. */
export function codePageName(number: number): string {
  if (number === 10000) return 'macintosh';
  if (number === 65001) return 'utf-8';
  return number === 874 || (number >= 1250 && number <= 1258)
    ? `windows-${String(number)}`
    : 'windows-1252';
}
