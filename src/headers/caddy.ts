import {
  caching,
  IMMUTABLE_PREFIX,
  SECURITY,
  type Site,
  TRANSPORT,
  UNINDEXED,
  unindexed,
} from './headers.ts';

/** A site of Caddy 2, which gets its certificate by itself. */
export function caddyfile(site: Site): string {
  const { host, base } = site;
  const kept = caching(base + IMMUTABLE_PREFIX, base)['Cache-Control'] ?? '';
  const asked = caching(base, base)['Cache-Control'] ?? '';
  const headers = Object.entries({ ...SECURITY, ...TRANSPORT })
    .map(([name, value]) => `\t\t${name} "${value}"`)
    .join('\n');
  const gated = unindexed(site).map((prefix) => `${prefix}/*`);
  return `# Caddyfile (Caddy 2). Made by: npm run headers
(portal) {
	header {
${headers}
		-Server
	}
}

${host} {
	# The content of dist/${base === '/' ? '' : ` stands in the folder ${base} of this one`}
	root * /var/www/${host}
	encode gzip

	import portal
	@kept path ${base}${IMMUTABLE_PREFIX}*
	@asked not path ${base}${IMMUTABLE_PREFIX}*
	header @kept Cache-Control "${kept}"
	header @asked Cache-Control "${asked}"
	@gated path ${gated.join(' ')}
	header @gated X-Robots-Tag "${UNINDEXED['X-Robots-Tag'] ?? ''}"

	file_server
	# Caddy drops all headers before it handles an error; a missing file is never to be kept.
	handle_errors {
		import portal
		header Cache-Control "${asked}"
		rewrite * ${base}404.html
		file_server
	}
}
`;
}
