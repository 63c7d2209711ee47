import {
  caching,
  type Headers,
  IMMUTABLE_PREFIX,
  SECURITY,
  type Site,
  TRANSPORT,
  UNINDEXED,
  unindexed,
} from './headers.ts';

/**
 * `_headers` of Netlify and Cloudflare Pages, at the root of what is published. Both join the values of
 * all rules that match, so that no header stands in two of them; without a rule both have files
 * revalidated.
 */
export function netlifyHeaders(site: Site): string {
  const rules: [string, Headers][] = [
    [`${site.base}*`, { ...SECURITY, ...TRANSPORT }],
    [`${site.base}${IMMUTABLE_PREFIX}*`, caching(site.base + IMMUTABLE_PREFIX, site.base)],
    ...unindexed(site).map((prefix): [string, Headers] => [`${prefix}/*`, UNINDEXED]),
  ];
  return rules
    .map(([path, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
      return `${[path, ...lines].join('\n')}\n`;
    })
    .join('\n');
}
