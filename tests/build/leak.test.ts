import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copyProject, ROOT, runBuild, type BuildResult } from '../support/build.ts';
import { readDist } from '../support/dist-files.ts';
import { fold, readGatedTexts } from '../support/minutes-text.ts';
import { utf8 } from '../../src/vault/format/bytes.ts';
import { docx, pdf, pdfLiteral, pngWith, zip } from '../unit/vault/canaries/files.ts';

/** A page that anyone can open and that prints the minutes: the mistake the build must catch. */
const LEAKY_PAGE = `---
import { readFileSync } from 'node:fs';
const text = readFileSync('content/comptes-rendus/050.mdx', 'utf8').split('---').at(2) ?? '';
---
<!doctype html>
<html lang="fr"><head><title>Fuite</title></head><body><p>{text.replace(/<[^>]*>/g, ' ')}</p></body></html>
`;

/** Public files that carry it where no page shows it. */
const CARRIERS: [path: string, write: (text: string) => Uint8Array | string][] = [
  ['plan.png', (text) => pngWith('tEXt', Buffer.from(`Comment\0${text}`))],
  [
    'notice.pdf',
    (text) =>
      pdf(deflateSync(`BT (${pdfLiteral(text)}) Tj ET`), { filter: '/Filter /FlateDecode' }),
  ],
  ['notice.docx', docx],
  [
    'pieces.zip',
    (text) => zip('a.ics', utf8(`BEGIN:VEVENT\r\nSUMMARY:${text.replace(/(.{20})/g, '$1\r\n ')}`)),
  ],
  ['style.css', (text) => `p::after{content:"${text}"}`],
  ['outil.js.map', (text) => JSON.stringify({ sourcesContent: [`say("${text}")`] })],
  [
    'plan-du-site.xml',
    (text) => `<url><loc>https://a.example/?q=${encodeURIComponent(text)}</loc></url>`,
  ],
];

const portal = inject('portal');

describe('a public page that shows a sentence of the minutes', () => {
  let scratch: string;
  let out: string;
  let result: BuildResult;

  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'portal-leak-test-'));
    const project = join(scratch, 'project');
    out = join(scratch, 'out');
    copyProject(project);
    mkdirSync(join(project, 'src', 'pages', 'fuite'), { recursive: true });
    writeFileSync(join(project, 'src', 'pages', 'fuite', 'index.astro'), LEAKY_PAGE);
    const minutes = readFileSync(join(project, 'content', 'comptes-rendus', '050.mdx'), 'utf8');
    const sentence = /Depuis le renfort[^.<]*/.exec(minutes)?.[0] ?? '';
    expect(sentence).not.toBe('');
    for (const [path, write] of CARRIERS) {
      writeFileSync(join(project, 'public', path), write(sentence));
    }
    cpSync(portal.dist, out, { recursive: true });
    result = await runBuild({ PORTAL_KEYS: portal.keysFile, PORTAL_OUT: out }, project);
  }, 180_000);

  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  it('fails the build', () => {
    expect(result.code).toBe(1);
  });

  it.each(['fuite/index.html', ...CARRIERS.map(([path]) => path)])('names %s', (path) => {
    const escaped = path.replaceAll('.', '\\.');
    expect(result.output).toMatch(new RegExp(`^  ${escaped}: \\d+ phrases or names`, 'm'));
  });

  it('does not repeat a sentence or a name in the message', () => {
    const message = fold(result.output);
    for (const { people, sentences } of readGatedTexts()) {
      expect(sentences.filter((sentence) => message.includes(sentence)).length).toBe(0);
      expect(people.filter((name) => message.includes(fold(name))).length).toBe(0);
    }
  });

  it('leaves what was published before as it was', () => {
    expect(readDist(out)).toEqual(readDist(portal.dist));
  });
});

describe('a webinar that repeats a sentence of the minutes', () => {
  it('fails the build, which names its page', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'portal-leak-webinar-'));
    try {
      const content = join(scratch, 'content');
      cpSync(join(ROOT, 'content'), content, { recursive: true });
      const minutes = readFileSync(join(content, 'comptes-rendus', '050.mdx'), 'utf8');
      const sentence = /Depuis le renfort[^.]*\./.exec(minutes)?.[0];
      const webinar = join(content, 'webinaires', '2025-10-14.yaml');
      const text = readFileSync(webinar, 'utf8').replace(/^title: .*/m, `title: ${sentence ?? ''}`);
      writeFileSync(webinar, text);
      const keys = { PORTAL_KEYS: portal.keysFile, PORTAL_OUT: join(scratch, 'out') };
      const { code, output } = await runBuild({ ...keys, PORTAL_CONTENT: content });
      expect(sentence).toBeDefined();
      expect(code).toBe(1);
      expect(output).toContain('webinaires/2025-10-14/index.html');
      expect(output).not.toContain('renfort');
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }, 180_000);
});
