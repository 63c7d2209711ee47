const SCRIPT = /<script type="module" src="[^"]*\/([^"/]*)"><\/script>/g;

/**
 * A page whose early scripts stand in the head and hold back its first picture. They run when the page
 * is read, as they would at its end; but what they show, hide or sort never moves before a reader's
 * eyes. Browsers without `blocking` (Firefox) draw as before.
 * @param isEarly by name of file, without its folders
 */
export function withEarlyScripts(html: string, isEarly: (name: string) => boolean): string {
  const end = html.indexOf('</head>');
  if (end < 0) return html;
  const early: string[] = [];
  const body = html.slice(end).replace(SCRIPT, (script, name: string) => {
    if (!isEarly(name)) return script;
    early.push(script.replace('type="module"', 'type="module" blocking="render"'));
    return '';
  });
  return html.slice(0, end) + early.join('') + body;
}
