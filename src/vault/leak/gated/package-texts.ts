import { unescaped } from '../text/escapes.ts';
import { withoutInlineTags, withoutTags } from '../text/tags.ts';
import { utf8Of } from '../text/printable.ts';
import type { Budget } from '../unpack/budget.ts';
import { carve } from '../unpack/carve.ts';

/** Parts of office files that are the same in each of them. */
const FRAME =
  /(?:^|\/)(?:theme|_rels|fonts?|META-INF)\/|(?:styles|settings|fontTable|webSettings|app|numbering|presProps|viewProps|tableStyles|\[Content_Types\]|layout-cache|manifest)[^/]*\.(?:xml|rdf)$|\.rels$|^mimetype$|slide(?:Layout|Master)s?\//i;
const MARKUP = /\.(?:xml|html?|xhtml)$/i;

/** A text, or a file that has some, in a package. */
export type Inner = { text: string } | { name: string; bytes: Buffer };

/** What people wrote into a Word, OpenDocument or other office file, or any archive of files. */
export function* packageTexts(bytes: Buffer, budget: Budget): Generator<Inner> {
  for (const { name = '', bytes: part } of carve(bytes, budget)) {
    if (FRAME.test(name)) continue;
    const text = utf8Of(part);
    if (text !== null && MARKUP.test(name))
      yield { text: unescaped(withoutTags(withoutInlineTags(text))) };
    else yield { name, bytes: part };
  }
}
