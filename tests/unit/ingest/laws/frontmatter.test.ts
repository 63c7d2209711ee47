import { afterEach, describe, expect, it } from 'vitest';
import { importMinutes } from '../../../../src/ingest/import.ts';
import { ContentError } from '../../../../src/minutes/errors.ts';
import { splitFrontmatter } from '../../../../src/minutes/frontmatter.ts';
import { settings } from './settings.ts';

declare global {
  var __ran: boolean | undefined;
}
afterEach(() => {
  globalThis.__ran = undefined;
});

const RUNS = 'globalThis.__ran = true';
const BODIES = [RUNS, `module.exports = (() => { ${RUNS} })()`, `{ "title": (${RUNS}) }`];
const LANGUAGES = [
  'js',
  'javascript',
  'coffee',
  'coffeescript',
  'cson',
  'json',
  'toml',
  ' js',
  '\tjs',
];

describe('frontmatter', () => {
  it.each(LANGUAGES)('in %j never runs', (language) => {
    for (const body of BODIES) {
      const text = `---${language}\n${body}\n---\n\nTexte.\n`;
      expect(() => splitFrontmatter({ path: 'a.mdx', text })).toThrow(ContentError);
    }
    expect(globalThis.__ran).toBeUndefined();
  });

  it.each([`t: !!js/function "${RUNS}"`, `t: !!js/undefined ''`, '<<: *x', '&a [*a, *a'])(
    'runs no tag of YAML: %j',
    (yaml) => {
      try {
        const { data } = splitFrontmatter({ path: 'a.mdx', text: `---\n${yaml}\n---\n` });
        expect(JSON.stringify(data)).not.toContain('function (');
      } catch (cause) {
        expect(cause).toBeInstanceOf(ContentError);
      }
      expect(globalThis.__ran).toBeUndefined();
    },
  );

  it('keeps what YAML 1.1 would turn into numbers, dates and booleans', () => {
    const yaml = 'start: 13:30\ncode: 01000\nday: 2025-10-16\nanswer: non\nword: no\nold: 0o17';
    const { data } = splitFrontmatter({ path: 'a.mdx', text: `---\n${yaml}\n---\n` });
    expect(data).toMatchObject({ start: '13:30', day: '2025-10-16', answer: 'non', word: 'no' });
  });

  it('does not drown in aliases of aliases', () => {
    const levels = 'bcdefghij'.split('').map((name, at) => {
      const before = `*${'abcdefghij'.charAt(at)}`;
      return `${name}: &${name} [${Array.from({ length: 10 }, () => before).join(', ')}]`;
    });
    const text = `---\na: &a [x, x]\n${levels.join('\n')}\n---\n`;
    expect(() => splitFrontmatter({ path: 'a.mdx', text })).toThrow(ContentError);
  });

  it.each(LANGUAGES)('of a Markdown source in %j is text like the rest', async (language) => {
    const source = `---${language}\n${RUNS}\n---\n\n# 7e conférence du lundi 15 janvier 2024`;
    const bytes = new TextEncoder().encode(source);
    const { mdx } = await importMinutes({ name: 'cr.md', bytes }, settings);
    expect(globalThis.__ran).toBeUndefined();
    expect(mdx).toContain('globalThis');
    expect(mdx).toMatch(/^---\n(?:number|title):/);
  });
});
