const SCRIPT = /<script type="module"( src="[^"]*")><\/script>/g;

/**
 * A page whose module scripts stand in the head and hold back its first picture. They run when the
 * page is read, as they would at its end; but what they show, hide or sort never moves before a
 * reader's eyes. Browsers without `blocking` (Firefox) draw as before.
 */
export function withEarlyScripts(html: string): string {
  const end = html.indexOf('</head>');
  if (end < 0) return html;
  const [head, body] = [html.slice(0, end), html.slice(end)];
  const scripts = Array.from(
    body.matchAll(SCRIPT),
    ([, source = '']) => `<script type="module" blocking="render"${source}></script>`,
  );
  return head + scripts.join('') + body.replace(SCRIPT, '');
}
