import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copyProject, ROOT, runBuild, type BuildResult } from '../support/build.ts';
import { readDist } from '../support/dist-files.ts';
import { fold, readGatedTexts } from '../support/minutes-text.ts';

/** A page that anyone can open and that prints the minutes: the mistake the build must catch. */
const LEAKY_PAGE = `---
import { readFileSync } from 'node:fs';
const text = readFileSync('content/comptes-rendus/050.mdx', 'utf8').split('---').at(2) ?? '';
---
<!doctype html>
<html lang="fr"><head><title>Fuite</title></head><body><p>{text.replace(/<[^>]*>/g, ' ')}</p></body></html>
`;

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
    cpSync(portal.dist, out, { recursive: true });
    result = await runBuild({ PORTAL_KEYS: portal.keysFile, PORTAL_OUT: out }, project);
  }, 180_000);

  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  it('fails the build', () => {
    expect(result.code).toBe(1);
  });

  it('names the file', () => {
    expect(result.output).toContain('fuite/index.html');
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
