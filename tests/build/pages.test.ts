import { HtmlValidate } from 'html-validate';
import { parse } from 'parse5';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import portalConfig from '../../portal.config.ts';
import { pagesOf, readableSite } from '../support/readable-site.ts';

const portal = inject('portal');
let site: Map<string, Buffer>;
let pages: [string, string][];

beforeAll(async () => {
  site = await readableSite(portal);
  pages = pagesOf(site);
}, 60_000);

/** Every attribute of a page's elements. */
function* attributesOf(html: string): Generator<{ tag: string; name: string; value: string }> {
  interface Node {
    nodeName: string;
    attrs?: { name: string; value: string }[];
    childNodes?: Node[];
    content?: Node;
  }
  const open = [parse(html) as unknown as Node];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const { name, value } of node.attrs ?? []) yield { tag: node.nodeName, name, value };
    open.push(...(node.childNodes ?? []));
    if (node.content !== undefined) open.push(node.content);
  }
}

describe('every page, read with the passphrase', () => {
  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: {
        // How Astro and Prettier write markup, and French titles longer than search engines show.
        'doctype-style': 'off',
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'long-title': 'off',
        // Everything comes from the portal itself.
        'require-sri': ['error', { target: 'crossorigin' }],
        // A phone's keyboard must not begin a passphrase with a capital: HTML lets every control say so.
        'input-attributes': 'off',
        // Filters act as they are set; without a script they are not shown.
        'wcag/h32': 'off',
      },
    });
    const faults: string[] = [];
    for (const [path, html] of pages) {
      const report = await validator.validateString(html, path);
      for (const { messages } of report.results) {
        for (const { ruleId, message, line, column } of messages) {
          faults.push(`${path}:${String(line)}:${String(column)} ${ruleId}: ${message}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(pages.length).toBeGreaterThan(20);
  }, 60_000);

  it('links to pages, files and anchors that are there', () => {
    const ids = new Map(
      pages.map(([path, html]) => [
        path,
        new Set(
          [...attributesOf(html)].filter(({ name }) => name === 'id').map((one) => one.value),
        ),
      ]),
    );
    const dangling: string[] = [];
    let links = 0;
    for (const [path, html] of pages) {
      for (const { tag, name, value } of attributesOf(html)) {
        if (!['href', 'src', 'action', 'poster'].includes(name) || tag === 'base') continue;
        const own = path.replace(/index\.html$/, '');
        const from = new URL(portalConfig.base.replace(/\/$/, '') + own, 'https://portal.test');
        const to = new URL(value, from);
        if (to.origin !== from.origin) continue;
        links += 1;
        const inside = `/${to.pathname.slice(portalConfig.base.length)}`;
        const target = inside.endsWith('/') ? `${inside}index.html` : inside;
        const anchor = decodeURIComponent(to.hash.slice(1));
        const isThere = site.has(decodeURIComponent(target));
        const hasAnchor = anchor === '' || (ids.get(target)?.has(anchor) ?? false);
        if (!isThere || !hasAnchor) dangling.push(`${path} → ${value}`);
      }
    }
    expect(dangling).toEqual([]);
    expect(links).toBeGreaterThan(500);
  });

  it('holds no handler, no style and no script of its own: the policy allows files only', () => {
    const own = pages.flatMap(([path, html]) => [
      ...[...attributesOf(html)]
        .filter(({ name }) => name === 'style' || name.startsWith('on'))
        .map(({ tag, name }) => `${path} ${tag}[${name}]`),
      ...(/<script(?![^>]*\bsrc=)[^>]*>[^<]/.test(html) ? [`${path} inline script`] : []),
    ]);
    expect(own).toEqual([]);
  });
});
