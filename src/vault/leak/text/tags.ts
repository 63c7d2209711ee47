/** Elements that stand inside a word: `<b>c</b>anari`. */
const INLINE = 'a|abbr|b|bdi|bdo|cite|code|em|font|i|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr';
const INLINE_TAG = new RegExp(
  `</?(?:${INLINE}|w:(?!p\\b|br\\b|tab\\b)\\w+|text:span)(?:\\s[^<>]*)?/?>|<!--[^]*?-->`,
  'gi',
);

/** An HTML or XML text without its tags. */
export function withoutTags(html: string): string {
  return html.replace(/<(script|style)\b[^]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' ');
}

/** A text without the tags and comments that stand inside words: what they cut in two is joined again. */
export const withoutInlineTags = (html: string): string => html.replace(INLINE_TAG, '');
