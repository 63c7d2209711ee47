// npm run headers: writes the configurations of nginx and Caddy for this portal into
// docs/deploiement/. (`_headers` of Netlify and Cloudflare Pages is part of every build.)
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import portal from '../portal.config.ts';
import { caddyfile } from '../src/headers/caddy.ts';
import { netlifyHeaders } from '../src/headers/netlify.ts';
import { nginxConfiguration } from '../src/headers/nginx.ts';
import { siteOf } from '../src/headers/site.ts';

const folder = join(dirname(import.meta.dirname), 'docs', 'deploiement');
const site = siteOf(portal);

mkdirSync(folder, { recursive: true });
for (const [name, text] of [
  ['nginx.conf', nginxConfiguration(site)],
  ['Caddyfile', caddyfile(site)],
  ['_headers', netlifyHeaders(site)],
] as const) {
  writeFileSync(join(folder, name), text);
  console.log(`✓ docs/deploiement/${name}`);
}
