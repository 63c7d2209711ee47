import { cssUnescaped, loosely, mailUnescaped, unescaped, withBackslashes } from './escapes.ts';
import { withoutInlineTags, withoutTags } from './tags.ts';

/** Soft hyphens and zero-width characters. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** Text in JSON in an attribute is escaped three times. */
const ROUNDS = 4;

/** A text as each of those who might read it would: a browser, a program, an address bar, a calendar. */
export function variants(text: string): Set<string> {
  const found = new Set<string>();
  for (const source of new Set([text, loosely(text)])) {
    for (const form of formsOf(source)) found.add(form.replace(UNSEEN, ''));
  }
  return found;
}

function* formsOf(text: string): Generator<string> {
  const plain = decoded(text);
  yield plain;
  if (text.includes('\\')) yield decoded(text, withBackslashes);
  for (const html of new Set([text, plain])) {
    if (!html.includes('<')) continue;
    yield decoded(withoutTags(html));
    const whole = withoutInlineTags(html);
    // Tags in an attribute would end it early; so a reading that keeps all other tags, too.
    yield decoded(whole);
    yield decoded(withoutTags(whole));
  }
  for (const form of [joined(plain), cssUnescaped(text), unfolded(text)]) {
    if (form !== text && form !== plain) yield decoded(form);
  }
  if (/quoted-printable/i.test(text)) yield decoded(mailUnescaped(text));
}

function decoded(text: string, read = unescaped): string {
  let form = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = read(form);
    if (next === form) break;
    form = next;
  }
  return form;
}

/** Strings that a program puts together: `"le ca" + "nari"`, `"le ca".concat("nari")`; CSS: `"a" "b"`. */
const joined = (text: string): string =>
  text.replace(/(["'`])\s*(?:\+|\.concat\(|\s)\s*["'`]/g, '');

/** Long lines that calendars (RFC 5545) break anywhere. */
const unfolded = (text: string): string =>
  /^BEGIN:V/m.test(text) ? text.replace(/\r?\n[ \t]/g, '') : text;
