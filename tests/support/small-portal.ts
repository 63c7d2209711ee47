import { crc32, deflateSync } from 'node:zlib';
import { toBase64url, utf8 } from '../../src/vault/format/bytes.ts';
import type { SiteFile } from '../../src/vault/seal/site-file.ts';
import { noise } from './noise.ts';
import { page, type SiteKeys } from './sealed-site.ts';

/** Opens `/cdp/`; the second also opens `/atelier/`. */
export const PASSPHRASE = 'sable renard clocher vapeur';
export const BOTH_ROOMS = 'granit bouleau cascade tambour';

/** Keys whose bytes are all `byte`: another byte is another epoch. */
export function keysOf(byte: number, epoch = 1): SiteKeys {
  const entry = (room: string, add: number) => ({
    room,
    epoch,
    salt: toBase64url(new Uint8Array(16).fill(byte + add)),
    key: toBase64url(new Uint8Array(32).fill(byte + add)),
  });
  return {
    passphrases: [
      { room: 'coordination', label: 'a', passphrase: PASSPHRASE },
      { room: 'coordination', label: 'b', passphrase: BOTH_ROOMS },
      { room: 'ecnp', label: 'b', passphrase: BOTH_ROOMS },
    ],
    epochs: [entry('coordination', 0), entry('ecnp', 1)],
  };
}

/** Bytes of the large attachment: more than two chunks, and such that they do not compress. */
export const ATTACHMENT = noise(2_500_000);

/** Pages, a picture, data and an attachment. @param word stands on the first page */
export function smallPortal(word: string, base = '/'): SiteFile[] {
  const filler = Array.from({ length: 60 }, (_, at) => `<p>Ligne ${at}.</p>`).join('');
  const home = page(
    'Accueil',
    `<p>${word}</p><img src="${base}cdp/point.png" alt="point"><a id="next" href="${base}cdp/suite/">Suite</a> <a id="csv" href="${base}cdp/donnees.csv" download>CSV</a> <a id="pdf" href="${base}cdp/annexe.pdf">Annexe</a>${filler}<h2 id="repere">Repère</h2><p>Au repère.</p>${filler}`,
    base,
  );
  return [
    { path: '/index.html', bytes: page('Page publique', `<a href="${base}cdp/">Entrer</a>`, base) },
    { path: '/favicon.svg', bytes: utf8('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    { path: '/cdp/index.html', bytes: home },
    {
      path: '/cdp/suite/index.html',
      bytes: page(
        'Suite',
        `<p>Deuxième page.</p><a id="back" href="${base}cdp/">Accueil</a><script type="module" src="${base}_astro/page.js"></script>`,
        base,
      ),
    },
    { path: '/_astro/page.js', bytes: utf8('document.querySelector("h1").dataset.ran = "yes";') },
    { path: '/cdp/point.png', bytes: png() },
    { path: '/cdp/donnees.csv', bytes: utf8('site;inclusions\nun;1\n') },
    { path: '/cdp/annexe.pdf', bytes: ATTACHMENT },
    { path: '/atelier/index.html', bytes: page('Atelier', '<p>Réservé à l’équipe.</p>', base) },
  ];
}

/** A picture of one blue point. */
function png(): Uint8Array {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), body.length + 4);
    return frame;
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 35, 57, 127]))),
    chunk('IEND', new Uint8Array(0)),
  ]);
}
