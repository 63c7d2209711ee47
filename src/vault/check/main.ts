// The first script of the gate, for any browser: written so that those of 2009 can run it (functions
// and no declarations of variables, as the bundler refuses to turn `let` into what they know).
// 1. A share link leaves the address bar before anything else is loaded.
// 2. Where this browser cannot open the vault here, it says so: the gate's own script could not.

/* eslint-disable @typescript-eslint/prefer-includes, @typescript-eslint/prefer-string-starts-ends-with -- what these rules prefer is too new for the browsers this is for */

interface Global {
  isSecureContext?: boolean;
  portalShare?: string;
  crypto?: { subtle?: unknown };
}

function takeShareLink(hash: string): void {
  if (hash.indexOf('#acces=') !== 0) return;
  (window as unknown as Global).portalShare = hash;
  history.replaceState(null, '', location.pathname + location.search + anchorIn(hash));
}

function anchorIn(hash: string): string {
  return hash.indexOf('&ancre=') < 0 ? '' : '#' + hash.slice(hash.indexOf('&ancre=') + 7);
}

function isPlainHttp(): boolean {
  return (
    (window as unknown as Global).isSecureContext === false ||
    (location.protocol === 'http:' &&
      !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname))
  );
}

/** What is missing, each as a reader may look it up. */
function missing(global: Record<string, unknown>): string[] {
  return ([] as string[]).concat(
    hasCrypto(global) ? [] : ['le déchiffrement (Web Crypto)'],
    global['WebAssembly'] ? [] : ['le calcul de la clé (WebAssembly)'],
    global['Worker'] && global['BroadcastChannel'] ? [] : ['le travail en arrière-plan (Worker)'],
    global['DecompressionStream'] ? [] : ['la décompression (DecompressionStream)'],
    'noModule' in document.createElement('script') && 'findLast' in Array.prototype
      ? []
      : ['le JavaScript d’aujourd’hui (modules)'],
  );
}

function hasCrypto(global: Global): boolean {
  return Boolean(global.crypto && global.crypto.subtle); // eslint-disable-line @typescript-eslint/prefer-optional-chain -- too new
}

function refuse(text: string, address: string | null): void {
  document.documentElement.setAttribute('data-blocked', '');
  window.onload = function () {
    say(document.getElementById('status'), text, address);
  };
}

function say(place: HTMLElement | null, text: string, address: string | null): void {
  if (place === null) return;
  place.appendChild(document.createTextNode(text));
  if (address !== null) addLink(place.appendChild(document.createElement('a')), address);
}

function addLink(link: HTMLAnchorElement, address: string): void {
  link.href = address;
  link.appendChild(document.createTextNode('Ouvrir l’adresse en https'));
}

function judge(lacks: string[]): void {
  if (isPlainHttp()) {
    refuse(
      'Le portail ne s’ouvre pas à une adresse en http\u00a0: le navigateur n’y déchiffre rien. ',
      'https://' + location.host + location.pathname + location.search,
    );
  } else if (lacks.length > 0) {
    refuse(
      'Ce navigateur est trop ancien pour ouvrir le portail. Il lui manque\u00a0: ' +
        lacks.join(', ') +
        '. Mettez-le à jour, ou ouvrez cette adresse avec Firefox, Chrome, Edge ou Safari d’après 2023.',
      null,
    );
  }
}

takeShareLink(location.hash);
judge(missing(window as unknown as Record<string, unknown>));
