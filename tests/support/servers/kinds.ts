import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caddyfile } from '../../../src/headers/caddy.ts';
import type { Site } from '../../../src/headers/headers.ts';
import { nginxConfiguration } from '../../../src/headers/nginx.ts';
import { replaced, type Place, type ServerKind } from './running.ts';

const nginx: ServerKind = {
  name: 'nginx',
  adapt: (configuration, { host }, { http, https, root, certificate, key }) =>
    replaced(configuration, [
      ['listen 80;', `listen 127.0.0.1:${String(http)};`],
      ['listen 443 ', `listen 127.0.0.1:${String(https)} `],
      [`/var/www/${host}`, root],
      ['# ssl_certificate ', 'ssl_certificate '],
      ['# ssl_certificate_key ', 'ssl_certificate_key '],
      [`/etc/letsencrypt/live/${host}/fullchain.pem`, certificate],
      [`/etc/letsencrypt/live/${host}/privkey.pem`, key],
    ]),
  check: (file, place) => ['-t', '-c', nginxMain(file, place)],
  run: (file, place) => ['-c', nginxMain(file, place)],
};

/** nginx's own file, as Debian's is: the portal's is included in its context "http". */
function nginxMain(file: string, { folder }: Place): string {
  const main = join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join(' ');
  writeFileSync(
    main,
    `daemon off; master_process off; pid ${join(folder, 'nginx.pid')}; error_log ${join(folder, 'error.log')};
events {}
http { include /etc/nginx/mime.types; default_type application/octet-stream; access_log off; ${temporary}
include ${file}; }
`,
  );
  return main;
}

const caddy: ServerKind = {
  name: 'caddy',
  adapt: (configuration, { host }, { http, https, root, certificate, key }) =>
    `{
	admin off
	http_port ${String(http)}
	https_port ${String(https)}
	auto_https disable_redirects
}
${replaced(configuration, [
  [`root * /var/www/${host}`, `root * ${root}`],
  [`\n${host} {`, `\n${host} {\n\tbind 127.0.0.1\n\ttls ${certificate} ${key}`],
])}`,
  check: (file) => ['validate', '--adapter', 'caddyfile', '--config', file],
  run: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
};

/** The servers, each with the file that is made for it. */
export const SERVERS: readonly {
  name: ServerKind['name'];
  kind: ServerKind;
  file: string;
  write: (site: Site) => string;
}[] = [
  { name: 'nginx', kind: nginx, file: 'nginx.conf', write: nginxConfiguration },
  { name: 'caddy', kind: caddy, file: 'Caddyfile', write: caddyfile },
];
