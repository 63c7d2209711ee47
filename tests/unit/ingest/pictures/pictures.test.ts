import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importMinutes } from '../../../../src/ingest/import.ts';
import { withoutMetadata } from '../../../../src/ingest/pictures/metadata.ts';
import { pictureInfo } from '../../../../src/minutes/pictures.ts';
import { readMinutes } from '../../../../src/minutes/read.ts';
import { docx, odt, par, run } from '../formats/fixture.ts';
import { sites } from '../../sites.fixture.ts';
import { type MadePage, type MadePicture, pdf, type Piece } from '../formats/pdf-file.ts';
import { dataAddress, gif, jpeg, png, webp } from './fixture.ts';

const TITLE = '7e conférence des coordinations locales du lundi 15 janvier 2024 de 13h30 à 15h';
const imported = (name: string, source: Uint8Array | string) =>
  importMinutes(
    { name, bytes: typeof source === 'string' ? new TextEncoder().encode(source) : source },
    { sites, redact: ['password'], importedAt: '2026-01-01T00:00:00Z' },
  );
const bodyOf = (mdx: string): string[] =>
  mdx
    .replace(/^---[^]*?\n---\n/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^<\/?Preamble>$/.test(line));
const HEAD =
  'number: 7\ntitle: CR\ndate: 2024-01-15\nstart: null\nend: null\nnext: []\ninclusions: null\nparticipants: []\nexcused: []\nagenda: []\nhighlights: []\nsource: { file: a.md, sha256: ' +
  `"${'0'.repeat(64)}", importedAt: "2026-01-01T00:00:00Z" }\n`;
/** A grey JPEG of 40 by 30 that decoders can read. */
const PHOTO =
  '/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAeACgDASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AAAAAAAAAAAAA/9k=';
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('bytes of a picture', () => {
  it.each([
    ['png', png(40, 30), 40, 30],
    ['gif', gif(40, 30), 40, 30],
    ['webp', webp(40, 30), 40, 30],
    // Held upright, the phone's picture is shown turned.
    ['jpg', jpeg(40, 30), 30, 40],
  ] as const)(
    'tell kind and size of a %s, and keep nothing private',
    (type, bytes, width, height) => {
      expect(latin(bytes)).toContain('Secret');
      expect(pictureInfo(bytes)).toEqual({ type, width, height });
      const clean = withoutMetadata(bytes, type);
      expect(clean).not.toBeNull();
      expect(latin(clean ?? bytes)).not.toContain('Secret');
      expect(pictureInfo(clean ?? new Uint8Array())).toEqual({ type, width, height });
    },
  );

  it.each([
    ['an SVG', strToU8('<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>  ')],
    ['an EMF', Uint8Array.of(1, 0, 0, 0, ...Array.from({ length: 60 }, () => 7))],
    ['HTML', strToU8('<!doctype html><p>bonjour à toutes et à tous</p>')],
  ])('tell that %s is none', (_, bytes) => {
    expect(pictureInfo(bytes)).toBeNull();
  });

  it('tell a picture that stops before its end', () => {
    expect(withoutMetadata(png(40, 30).subarray(0, 60), 'png')).toBeNull();
    expect(withoutMetadata(jpeg(40, 30).subarray(0, 80), 'jpg')).toBeNull();
    expect(withoutMetadata(gif(40, 30).subarray(0, 40), 'gif')).toBeNull();
    expect(withoutMetadata(webp(40, 30).subarray(0, 40), 'webp')).toBeNull();
  });
});

describe('pictures of a CR', () => {
  it('come out of Markdown and HTML where they stood, in order, described or to be', async () => {
    const one = dataAddress(png(60, 40));
    const two = dataAddress(jpeg(80, 50), 'image/jpeg');
    const md = await imported(
      'cr.md',
      `${TITLE}\n\nAvant ![Carte des sites](${one}) après.\n\n![](${two})`,
    );
    expect(bodyOf(md.mdx)).toEqual([
      TITLE,
      'Avant après.',
      '<Picture file="image-1.png" alt="Carte des sites" />',
      '<Picture file="image-2.jpg" alt="" />',
    ]);
    expect(md.json.pictures).toEqual([
      { file: 'image-1.png', alt: 'Carte des sites', line: 3 },
      { file: 'image-2.jpg', alt: '', line: 5 },
    ]);
    expect(md.json.doubts.map(({ field, sentence }) => [field, sentence])).toContainEqual([
      'pictures',
      'image-2.jpg',
    ]);
    expect(md.pictures.map(({ bytes }) => pictureInfo(bytes)?.type)).toEqual(['png', 'jpg']);
    const html = await imported(
      'cr.html',
      `<p>${TITLE}</p><p><img src="${one}" alt="Carte des sites">Après.</p>`,
    );
    expect(bodyOf(html.mdx)).toEqual([
      TITLE,
      '<Picture file="image-1.png" alt="Carte des sites" />',
      'Après.',
    ]);
    expect(() => readMinutes({ path: '007.mdx', text: html.mdx }, sites)).not.toThrow();
  });

  it('come out of Word files', async () => {
    const picture = (alt: string) =>
      `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="Image 1" descr="${alt}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="p1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const plain = docx(par(run(TITLE)) + par(run('Voici : ') + picture('Courbe des inclusions')), {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p1" Type="${office}/image" Target="media/image7.jpeg"/></Relationships>`,
    });
    const { mdx, pictures } = await imported(
      'cr.docx',
      zipSync({ ...unzipSync(plain), 'word/media/image7.jpeg': png(60, 40) }),
    );
    expect(bodyOf(mdx)).toEqual([
      TITLE,
      'Voici :',
      '<Picture file="image-1.png" alt="Courbe des inclusions" />',
    ]);
    expect(pictures[0]?.bytes).toEqual(withoutMetadata(png(60, 40), 'png'));
  });

  it('come out of OpenDocument texts', async () => {
    const plain = odt(
      `<text:p>${TITLE}</text:p><text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc xmlns:svg="v">Un graphique</svg:desc></draw:frame></text:p>`,
    );
    const { mdx } = await imported(
      'cr.odt',
      zipSync({ ...unzipSync(plain), 'Pictures/a.png': png(60, 40) }),
    );
    expect(mdx).toContain('<Picture file="image-1.png" alt="Un graphique" />');
  });

  it('come out of Rich Text, inline, beside the text or as bytes; each once', async () => {
    const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
    const wrapped = hex(png(60, 40)).replace(/(.{127})/g, '$1\r\n');
    const binary = latin(jpeg(80, 50));
    const rtf =
      String.raw`{\rtf1\ansi\ansicpg1252 ${TITLE.replace('é', "\\'e9")}\par ` +
      String.raw`Voici : {\*\shppict{\pict{\*\picprop{\sp{\sn a}{\sv 00}}}\picw60\pngblip{\*\blipuid 0011} ${wrapped}}}` +
      String.raw`{\nonshppict{\pict\wmetafile8 0100}}la suite.\par ` +
      String.raw`{\v{\pict\pngblip ${hex(png(60, 42))}}}{\header{\pict\pngblip ${hex(png(60, 43))}}}` +
      String.raw`{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 75}}{\sp{\sn pib}{\sv {\pict\jpegblip\bin${String(binary.length)} ${binary}}}}}}` +
      String.raw`Fin.\par {\pict\emfblip 0100}}`;
    const { mdx, pictures, notes } = await imported('cr.rtf', Buffer.from(rtf, 'latin1'));
    expect(bodyOf(mdx)).toEqual([
      TITLE,
      'Voici : la suite.',
      '<Picture file="image-1.png" alt="" />',
      '<Picture file="image-2.jpg" alt="" />',
      'Fin.',
    ]);
    expect(pictures.map(({ bytes }) => bytes)).toEqual([
      withoutMetadata(png(60, 40), 'png'),
      withoutMetadata(jpeg(80, 50), 'jpg'),
    ]);
    expect(notes.join()).toContain('1 dans un format');
  });

  it('come out of PDF files where they stand, photographs as they are, each once', async () => {
    const photo = Buffer.from(PHOTO, 'base64');
    const paragraph = (y: number): Piece[] =>
      [
        'Un paragraphe dont la première ligne va jusqu’au bord de la page où la photo, à',
        'droite, se tient.',
      ].map((text, index) => ({ text, x: 60, y: y - index * 14 }));
    const logo = { width: 30, height: 20, pixels: [9, 9, 9], at: [60, 790, 60, 40] } as const;
    const chart = {
      width: 50,
      height: 40,
      pixels: [200, 30, 30],
      at: [60, 300, 200, 160],
    } as const;
    const page = (name: string, ...pictures: MadePicture[]): MadePage => ({
      pieces: [
        { text: `${name} un.`, x: 60, y: 760 },
        ...(name === 'Site' ? paragraph(700) : []),
        { text: `${name} deux.`, x: 60, y: 600 },
        { text: `${name} trois.`, x: 60, y: 200 },
      ],
      pictures: [logo, ...pictures],
    });
    const beside = { width: 40, height: 30, pixels: photo, at: [450, 660, 60, 50] } as const;
    const ground = {
      width: 60,
      height: 80,
      pixels: [250, 250, 250],
      at: [0, 0, 595, 842],
    } as const;
    const bullet = { width: 20, height: 20, pixels: [0, 0, 0], at: [40, 600, 8, 8] } as const;
    const { mdx, pictures, notes } = await imported(
      'cr.pdf',
      pdf([
        page('Site', chart, beside),
        page('Page', { ...chart, at: [60, 250, 200, 160] }, ground, bullet),
      ]),
    );
    const shown = bodyOf(mdx).map((line) => /file="([^"]+)"/.exec(line)?.[1] ?? line);
    expect(shown.map((line) => line.replace(/^Un paragraphe.*se tient\.$/, 'whole'))).toEqual([
      'Site un.',
      'whole',
      'image-1.jpg',
      'Site deux.',
      'image-2.png',
      'Site trois.',
      'Page un.',
      'Page deux.',
      'image-2.png',
      'Page trois.',
    ]);
    expect(pictures[0]?.bytes).toEqual(withoutMetadata(photo, 'jpg'));
    expect(pictureInfo(pictures[1]?.bytes ?? new Uint8Array())).toEqual({
      type: 'png',
      width: 50,
      height: 40,
    });
    expect(notes.join()).toContain('2 qui revient');
  });

  it('stay out where they are decoration, cannot be shown, or are not in the file; and it is said', async () => {
    const tiny = dataAddress(png(4, 4));
    const svg = dataAddress(strToU8('<svg onload="x()"></svg>'.padEnd(60)), 'image/svg+xml');
    const logo = dataAddress(png(60, 40));
    const source = `${TITLE}\n\n![](${tiny})\n\n![Plan](${svg})\n\n![](${logo}) a\n\n![](${logo}) b\n\n![](${logo}) c\n\n![](https://exemple.fr/x.png)\n\n![](image-1.png)`;
    const { mdx, notes, pictures } = await imported('cr.md', source);
    expect(bodyOf(mdx)).toEqual([
      TITLE,
      '\\[image : Plan]',
      '<Picture file="image-1.png" alt="" />',
      'a',
      'b',
      'c',
    ]);
    expect(pictures).toHaveLength(1);
    expect(notes.join('\n')).toMatch(
      /1 dans un format[^]*1 trop petite[^]*2 répétée[^]*2 qui n’est pas/,
    );
  });

  it('lose descriptions that programs make up or that tell a secret', async () => {
    const one = dataAddress(png(60, 40));
    const alts = ['Image 3', 'capture.PNG', 'Le mot de passe est licorne88', 'Accès licorne88'];
    const source = `${TITLE}\n\nMot de passe : licorne88\n\n${alts.map((alt, index) => `![${alt}](${dataAddress(png(60, 41 + index))})`).join('\n\n')}\n\n![Un plan. Description générée automatiquement](${one})`;
    const { mdx, json } = await imported('cr.md', source);
    expect(json.pictures.map(({ alt }) => alt)).toEqual(['', '', '', '', 'Un plan.']);
    expect(mdx).not.toContain('licorne');
  });

  it('keep the lines of a list and of a table around them', async () => {
    const one = dataAddress(png(60, 40));
    const { mdx } = await imported(
      'cr.md',
      `${TITLE}\n\n- un ![](${one})\n- deux\n\n| a | b |\n| - | - |\n| ![](${dataAddress(png(60, 41))}) | d |`,
    );
    expect(bodyOf(mdx)).toEqual([
      TITLE,
      '- un',
      '<Picture file="image-1.png" alt="" />',
      '- deux',
      '| a | b |',
      '| - | - |',
      '| | d |',
      '<Picture file="image-2.png" alt="" />',
    ]);
  });
});

it.each([
  '../image-1.png',
  'image-1.svg',
  'https://exemple.fr/image-1.png',
  'image-0.png',
  'logo.png',
])('refuses <Picture file="%s">', (file) => {
  const text = `---\n${HEAD}---\n\n<Picture file="${file}" alt="" />\n`;
  expect(() => readMinutes({ path: '007.mdx', text }, sites)).toThrow(/names no picture/);
});
