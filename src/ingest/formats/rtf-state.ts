/** What holds for the text of a group; groups inside begin with a copy. */
export interface RtfState {
  bold: boolean;
  italic: boolean;
  underline: boolean;
  hidden: boolean;
  /** Text of this group is not the document's: fonts, styles, pictures, headers. */
  skipped: boolean;
  /** What the group's text is: a field's instruction, a note, a list's typed bullet. */
  destination: 'body' | 'instruction' | 'note' | 'bullet';
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
  destination: 'body',
  inResult: false,
  fallback: 1,
  codePage: 'windows-1252',
};

/** Destinations whose text is none of the document's. */
export const SKIPPED = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata colorschememapping latentstyles datastore template filetbl mmathPr pgptbl pntext nonshppict bkmkstart bkmkend annotation atnid atnauthor atnref atndate atnicn ftnsep ftnsepc aftnsep aftnsepc xe tc private operator author title subject keywords comment'.split(
    ' ',
  ),
);

/** Characters that control words stand for. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: ' ',
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
  '-': '',
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
  else if (/^ul(?:d|db|dash|dashd|dashdd|th|w|wave)?$/.test(word)) state.underline = on;
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
