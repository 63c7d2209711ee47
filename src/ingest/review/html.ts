import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { formatDate } from '../../typography/format.ts';
import { typeset } from '../../typography/typeset.ts';
import { type Entry, type Group, openPoints, type Review } from './entry.ts';
import { nothingIn, type Section, sectionsOf } from './sections.ts';
import { reportStyle } from './style.ts';

/**
 * The reviews of one run as a page of its own: nothing is fetched, nothing runs, and only its own
 * style counts. All text of CRs is escaped.
 * @param day on which it is written, ISO 8601.
 */
export async function htmlReport(reviews: readonly Review[], day: string): Promise<string> {
  const policy = `default-src 'none'; style-src 'sha256-${await sha256(reportStyle)}'; base-uri 'none'; form-action 'none'`;
  const page = h('html', { lang: 'fr' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', titleOf(reviews)),
      h('style', reportStyle),
    ]),
    h('body', [
      h('main', [head(reviews, day), ...reviews.map(reviewElement)]),
      h('footer', [
        h(
          'p',
          typeset(
            'Cette page cite des comptes-rendus réservés : ne la publiez pas, effacez-la après relecture.',
          ),
        ),
      ]),
    ]),
  ]);
  return toHtml({ type: 'root', children: [{ type: 'doctype' }, page] });
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function titleOf(reviews: readonly Review[]): string {
  const [only] = reviews;
  if (reviews.length === 1 && only !== undefined) return `Relecture de ${only.file}`;
  return `Relecture de ${String(reviews.length)} comptes-rendus`;
}

function head(reviews: readonly Review[], day: string): Element {
  const open = reviews.reduce((all, one) => all + openPoints(one), 0);
  const count =
    open === 0
      ? 'aucun point à regarder'
      : open === 1
        ? '1 point à regarder'
        : `${String(open)} points à regarder`;
  const children: ElementContent[] = [
    h('h1', typeset(titleOf(reviews))),
    h('p.lead', typeset(`${formatDate(day)} : ${count}.`)),
  ];
  if (reviews.length > 1) children.push(contents(reviews));
  return h('header', children);
}

/** One row a file, with the count of each section. */
function contents(reviews: readonly Review[]): Element {
  const titles = reviews[0] === undefined ? [] : sectionsOf(reviews[0]).map(({ title }) => title);
  return h('table', [
    h(
      'thead',
      h('tr', [
        h('th', { scope: 'col' }, 'Fichier'),
        ...titles.map((title) => h('th', { scope: 'col' }, title)),
      ]),
    ),
    h(
      'tbody',
      reviews.map((review, index) =>
        h('tr', [
          h('th', { scope: 'row' }, [
            h('a', { href: `#${anchorOf(index)}` }, review.file),
            h('span.target', ` → ${review.id}`),
          ]),
          ...sectionsOf(review).map(({ title, entries }) =>
            h(
              entries.length === 0 ? 'td.zero' : 'td',
              { dataTitle: title },
              entries.length === 0 ? '–' : String(entries.length),
            ),
          ),
        ]),
      ),
    ),
  ]);
}

const anchorOf = (index: number): string => `fichier-${String(index + 1)}`;

function reviewElement(review: Review, index: number): Element {
  const sections = sectionsOf(review);
  const none = nothingIn(sections);
  return h('article', { id: anchorOf(index) }, [
    h('h2', [review.file, ' ', h('span.target', `→ ${review.id}.mdx`)]),
    ...sections
      .filter(({ entries }) => entries.length > 0)
      .map((section) => sectionElement(section, review.unit)),
    ...(none === '' ? [] : [h('p.none', typeset(none))]),
    h('details', { open: review.found.length > 0 && openPoints(review) === 0 }, [
      h('summary', 'Tout ce qui a été trouvé'),
      ...review.found.map((group) => groupElement(group, review.unit)),
    ]),
  ]);
}

function sectionElement({ title, hint, entries }: Section, unit: Review['unit']): Element {
  return h('section', { className: title === 'Sensible' ? ['now'] : [] }, [
    h('h3', [title, ' ', h('span.count', String(entries.length))]),
    h('p.hint', typeset(hint)),
    h(
      'ol',
      entries.map((entry) => entryElement(entry, unit)),
    ),
  ]);
}

function groupElement({ title, entries }: Group, unit: Review['unit']): Element {
  return h('section', [
    h('h4', title),
    h(
      'ol',
      entries.map((entry) => entryElement(entry, unit)),
    ),
  ]);
}

function entryElement({ what, why, line, sentence }: Entry, unit: Review['unit']): Element {
  return h('li', [
    h('span.place', line === null ? '' : typeset(`${unit} ${String(line)}`)),
    h('div', [
      h('p', [typeset(what), ...(why === undefined ? [] : [h('span.why', typeset(` — ${why}`))])]),
      ...(sentence === null ? [] : [h('blockquote', h('p', typeset(sentence)))]),
    ]),
  ]);
}
