/**
 * Elements that part words wherever they stand. Every other one, such as `<b>`, `<ins>` or one that
 * browsers do not know, may stand inside a word: `<b>c</b>anari`.
 */
const PARTING =
  'address|article|aside|audio|blockquote|body|br|button|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hgroup|hr|html|iframe|img|input|legend|li|link|listing|main|menu|meta|nav|noframes|noscript|object|ol|optgroup|option|p|plaintext|pre|script|search|section|select|style|summary|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|ul|video|xmp';
/** The same in Word, OpenDocument and their like: `w:p`, `text:tab`, `table:table-cell`. */
const PARTING_IN_OFFICE =
  '\\w+:(?:p|h|br|cr|tab|tc|tr|td|s|line-break|list|list-item|table-cell|table-row)';
const ATTRIBUTES = `(?:\\s(?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}')*)?`;
const INLINE_TAG = new RegExp(
  `</?(?!(?:${PARTING}|${PARTING_IN_OFFICE})(?![\\w:.-]))[a-z][\\w:.-]*${ATTRIBUTES}/?>|<!--[^]*?-->`,
  'gi',
);

/** An HTML or XML text without its tags. */
export function withoutTags(html: string): string {
  return html.replace(/<(script|style)\b[^]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' ');
}

/** A text without the tags and comments that stand inside words: what they cut in two is joined again. */
export const withoutInlineTags = (html: string): string => html.replace(INLINE_TAG, '');
