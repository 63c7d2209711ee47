import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import portal from '../../../portal.config.ts';
import { caddyfile } from '../../../src/headers/caddy.ts';
import { headersOf, OPENED_PAGE, SECURITY, TRANSPORT } from '../../../src/headers/headers.ts';
import { netlifyHeaders } from '../../../src/headers/netlify.ts';
import { nginxConfiguration } from '../../../src/headers/nginx.ts';
import { contentPolicy, headerPolicy } from '../../../src/headers/policy.ts';
import { NEXT_RULES, NEXT_RULES_HASH } from '../../../src/headers/next-page.ts';
import { siteOf } from '../../../src/headers/site.ts';

const site = { host: 'portail.example', base: '/depot/', prefixes: ['/cdp/', '/atelier/'] };

/** The sources of each directive. */
const read = (policy: string): Map<string, string[]> =>
  new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );

/** The rules of a `_headers` file, as both hosts read it. @throws {Error} at a line that is neither */
function readHeadersFile(text: string): [prefix: string, headers: Record<string, string>][] {
  const rules: [string, Record<string, string>][] = [];
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const header = /^ {2}([A-Za-z-]+): (\S.*)$/.exec(line);
    const path = /^(\/[^\s:*]*)\*$/.exec(line);
    if (path !== null) rules.push([path[1] ?? '', {}]);
    else if (header === null || rules.length === 0)
      throw new Error(`Not a line of _headers: ${line}`);
    else Object.assign(rules.at(-1)?.[1] ?? {}, { [header[1] ?? '']: header[2] });
  }
  return rules;
}

describe('the content security policy', () => {
  it('allows nothing inline but one rule, nothing evaluated and no other site', () => {
    for (const policy of [contentPolicy('page'), contentPolicy('search'), headerPolicy()]) {
      const sources = new Set([...read(policy).values()].flat());
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|data:/);
      expect([...sources].toSorted()).toEqual(
        [
          "'none'",
          "'self'",
          ...(policy.includes('wasm') ? ["'wasm-unsafe-eval'", NEXT_RULES_HASH] : []),
          'blob:',
        ].toSorted(),
      );
    }
  });

  it('allows scripts out of blobs and WebAssembly only where they are needed', () => {
    expect(read(contentPolicy('page')).get('script-src')).toEqual(["'self'"]);
    expect(read(contentPolicy('search')).get('script-src')).toContain("'wasm-unsafe-eval'");
    expect(contentPolicy('gate')).toBe(contentPolicy('search'));
  });

  it('knows the rule by its hash, and the rule says only that a marked link comes next', () => {
    const hash = createHash('sha256').update(NEXT_RULES).digest('base64');
    expect(NEXT_RULES_HASH).toBe(`'sha256-${hash}'`);
    expect(JSON.parse(NEXT_RULES)).toEqual({
      prefetch: [{ where: { selector_matches: '[data-vault-next]' }, eagerness: 'immediate' }],
    });
  });

  it('of the header is no narrower than that of any page, as both hold', () => {
    const header = read(headerPolicy());
    for (const [name, sources] of read(contentPolicy('gate'))) {
      expect(header.get(name), name).toEqual(sources);
    }
    expect(header.get('frame-ancestors')).toEqual(["'none'"]);
    // Browsers complain of it in a <meta>.
    expect(contentPolicy('gate')).not.toContain('frame-ancestors');
  });
});

describe('the headers of a file', () => {
  it('let only files with a name of their content be kept', () => {
    const cache = (path: string) => headersOf(path, site)['Cache-Control'];
    expect(cache('/depot/_astro/a.css')).toContain('immutable');
    for (const path of ['/depot/cdp/', '/depot/_vault/coordination/00', '/depot/vault-worker.js'])
      expect(cache(path)).toBe('no-cache');
  });

  it('keep gates and sealed files out of search engines, and public pages in', () => {
    const robots = (path: string) => headersOf(path, site)['X-Robots-Tag'];
    expect(robots('/depot/cdp/')).toBe('noindex');
    expect(robots('/depot/_vault/manifest.json')).toBe('noindex');
    expect(robots('/depot/webinaires/')).toBeUndefined();
  });

  it('are the same for a page that the vault opened, but for its own policy', () => {
    for (const [name, value] of Object.entries(SECURITY)) {
      if (name !== 'Content-Security-Policy') expect(OPENED_PAGE[name]).toBe(value);
    }
    expect(OPENED_PAGE['Content-Security-Policy']).toBe("frame-ancestors 'none'");
  });
});

describe('header files', () => {
  it('hold every header once for a host that joins the values of all rules', () => {
    const rules = netlifyHeaders(site).split('\n\n');
    const names = rules.flatMap((rule) => rule.match(/^ {2}[\w-]+(?=:)/gm) ?? []);
    const counted = names.filter((name) => !name.includes('X-Robots-Tag'));
    expect(new Set(counted).size).toBe(counted.length);
    expect(rules[0]).toContain('/depot/*\n');
  });

  it('is well formed for Netlify and Cloudflare Pages, and gives each file its headers', () => {
    const text = netlifyHeaders(site);
    const rules = readHeadersFile(text);
    // Cloudflare's limits.
    expect(rules.length).toBeLessThanOrEqual(100);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(2000);
    for (const path of [
      '/depot/',
      '/depot/cdp/x/',
      '/depot/_astro/a.css',
      '/depot/_vault/gate.js',
    ]) {
      const { 'Cache-Control': cache, ...wanted } = { ...headersOf(path, site), ...TRANSPORT };
      const sent = Object.fromEntries(
        rules
          .filter(([prefix]) => path.startsWith(prefix))
          .flatMap(([, headers]) => Object.entries(headers)),
      );
      // Without a rule both hosts have files revalidated.
      expect(sent).toEqual(cache === 'no-cache' ? wanted : { ...wanted, 'Cache-Control': cache });
    }
  });

  it.each([
    ['nginx.conf', nginxConfiguration],
    ['Caddyfile', caddyfile],
    ['_headers', netlifyHeaders],
  ])('docs/deploiement/%s is what this configuration makes', (name, write) => {
    const file = readFileSync(
      new URL(`../../../docs/deploiement/${name}`, import.meta.url),
      'utf8',
    );
    expect(file === write(siteOf(portal)), 'run: npm run headers').toBe(true);
  });

  it.each([nginxConfiguration, caddyfile])('carry every header', (write) => {
    const text = write(site);
    for (const [name, value] of Object.entries(SECURITY))
      expect(text).toContain(`${name} "${value}"`);
    expect(text).toContain('Strict-Transport-Security');
  });
});
