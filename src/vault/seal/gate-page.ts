import { contentPolicy } from '../../headers/policy.ts';
import { utf8 } from '../format/bytes.ts';
import { SESSION, versioned } from './shell.ts';
import type { SiteFile } from './site-file.ts';

/** The vault's scripts and styles as files of the site; `/_vault/fonts.css` may be among them. */
export interface ClientBundle {
  files: SiteFile[];
}

/** Where the vault's own files are. */
interface Addresses {
  base: string;
  client: ClientBundle;
}

/** Escapes a text for HTML. */
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Address of a file of the vault, which names its content where that is known. */
function addressOf({ base, client }: Addresses, name: string): string {
  const path = `/_vault/${name}`;
  const file = client.files.find((each) => each.path === path);
  return base + (file === undefined ? path : versioned(path, file.bytes)).slice(1);
}

/** Asks for the upright faces at once, so that the form does not move when they arrive. */
function preloads({ client }: Addresses): string {
  const fonts = client.files.find(({ path }) => path === '/_vault/fonts.css');
  const faces = new TextDecoder().decode(fonts?.bytes).match(/@font-face\s*\{[^}]*\}/g) ?? [];
  const files = faces
    .filter((face) => !/font-style:\s*italic/.test(face))
    .flatMap((face) => [...face.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)])
    .map(([, file = '']) => escape(file));
  return [...new Set(files)]
    .map((file) => `<link rel="preload" href="${file}" as="font" type="font/woff2" crossorigin>\n`)
    .join('');
}

/** The page every gated address answers with: the sign-in form, and nothing of what lies behind. */
export function gatePage(
  settings: Addresses & { programme: string; community: string; contact: string },
): string {
  const { base } = settings;
  const [programme = '', community = '', contact = ''] = [
    settings.programme,
    settings.community,
    settings.contact,
  ].map(escape);
  const at = (name: string): string => addressOf(settings, name);
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${contentPolicy('gate')}">
<script src="${at('check.js')}"></script>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${programme}</title>
<link rel="icon" href="${base}favicon.svg" type="image/svg+xml">
${preloads(settings)}<link rel="stylesheet" href="${at('fonts.css')}">
<link rel="stylesheet" href="${at('gate.css')}">
<script src="${at('gate.js')}" data-base="${base}" data-unlock="${at('unlock.js')}" defer></script>
</head>
<body>
<main>
<div class="label">
<p class="programme">Programme ${programme}</p>
<h1>${community}</h1>
<noscript><p>Cette page déchiffre les comptes-rendus sur votre appareil&nbsp;: elle a besoin de JavaScript. Activez-le, puis rechargez la page.</p></noscript>
<form data-gate hidden>
<input type="text" autocomplete="username" value="${programme}" hidden>
<label for="passphrase">Phrase de passe</label>
<div class="field"><input id="passphrase" type="password" autocomplete="current-password" autocapitalize="none" spellcheck="false" required aria-describedby="alert"><button type="button" data-show aria-pressed="false" aria-controls="passphrase">Afficher</button></div>
<p id="alert" role="alert"></p>
<label class="keep"><input type="checkbox" data-keep> Garder ouvert 30&nbsp;jours sur cet appareil</label>
<button type="submit">Entrer</button>
</form>
<p id="status" role="status" data-status></p>
</div>
<footer><p>Phrase de passe perdue&#8239;? Écrivez à <a href="mailto:${contact}">${contact}</a></p><p><a href="${base}">Page publique</a></p></footer>
</main>
</body>
</html>
`;
}

/** A gated page with the script that signs out and guards against reading after it. */
export function withSessionScript(file: SiteFile, settings: Addresses, room: string): SiteFile {
  if (!file.path.endsWith('.html')) return file;
  const html = new TextDecoder().decode(file.bytes);
  if (html.includes(SESSION)) return file;
  const own = settings.client.files.find(({ path }) => path.startsWith(SESSION));
  const address = settings.base + (own?.path ?? `${SESSION}js`).slice(1);
  const script = `<script src="${address}" data-base="${settings.base}" data-room="${room}" defer></script>`;
  if (!html.includes('</head>'))
    throw new Error(`${file.path}: a gated page without </head>; the vault adds its script there.`);
  return { path: file.path, bytes: utf8(html.replace('</head>', `${script}</head>`)) };
}
