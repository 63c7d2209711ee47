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
 * A server of nginx. What may be kept and what may be indexed stand in maps: `add_header` in a
 * `location` would drop those of the server.
 */
export function nginxConfiguration(site: Site): string {
  const { host, base } = site;
  const kept = caching(base + IMMUTABLE_PREFIX, base)['Cache-Control'] ?? '';
  const asked = caching(base, base)['Cache-Control'] ?? '';
  const robots = UNINDEXED['X-Robots-Tag'] ?? '';
  const headers: Headers = {
    ...SECURITY,
    ...TRANSPORT,
    'Cache-Control': '$portal_cache',
    'X-Robots-Tag': '$portal_robots',
  };
  return `# nginx, in the context "http". Made by: npm run headers
map $uri $portal_cache {
    default "${asked}";
    ~^${pattern(base + IMMUTABLE_PREFIX)} "${kept}";
}
map $uri $portal_robots {
    default "";
${unindexed(site)
  .map((prefix) => `    ~^${pattern(prefix)}/ "${robots}";`)
  .join('\n')}
}

server {
    listen 80;
    server_name ${host};
    return 301 https://$host$request_uri;
}

server {
    # From nginx 1.25.1 on, rather: "listen 443 ssl;" and "http2 on;"
    listen 443 ssl http2;
    server_name ${host};
    # ssl_certificate     /etc/letsencrypt/live/${host}/fullchain.pem;
    # ssl_certificate_key /etc/letsencrypt/live/${host}/privkey.pem;

    # The content of dist/${base === '/' ? '' : ` stands in the folder ${base} of this one`}
    root /var/www/${host};
    index index.html;
    error_page 404 ${base}404.html;
    charset utf-8;
    etag on;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json image/svg+xml;

    # "always": with errors, too. An empty value sends no header.
${lines(headers)}

    location / {
        try_files $uri $uri/ =404;
    }
}
`;
}

const lines = (headers: Headers): string =>
  Object.entries(headers)
    .map(([name, value]) => `    add_header ${name} "${value}" always;`)
    .join('\n');

/** A path as a regular expression. */
const pattern = (path: string): string => path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
