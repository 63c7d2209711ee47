import { describe, expect, it } from 'vitest';
import {
  remarkMinutes,
  type RenderedMinutes,
} from '../../../src/components/minutes/remark-minutes.ts';
import {
  attribute,
  type Component,
  isComponent,
  parseMdx,
  plainText,
  walk,
} from '../../../src/minutes/mdast.ts';
import { headingAnchor } from '../../../src/minutes/anchors.ts';
import { siteTable } from '../../../src/minutes/sites.ts';

const department = { code: '01', name: 'Ain' };
const coordinates = { latitude: 46, longitude: 5 };
const sites = siteTable([
  { slug: 'la-lune', name: 'La Lune', aliases: ['Satellite'], department, coordinates },
  { slug: 'mars', name: 'Mars', aliases: [], department, coordinates },
]);

function run(body: string): {
  components: Component[];
  contents: RenderedMinutes['contents'];
  text: string;
} {
  const tree = parseMdx(body);
  const file = { path: '/somewhere/012.mdx', data: { astro: { frontmatter: {} } } };
  remarkMinutes({ sites: () => sites })(tree, file);
  const { contents } = file.data.astro.frontmatter as RenderedMinutes;
  const components = [...walk(tree)].filter((node) => isComponent(node));
  return { components, contents, text: plainText(tree) };
}

describe('remarkMinutes', () => {
  it('drops a label that is the site’s name, however spelt, and its punctuation', () => {
    for (const label of [
      '**<Label>la lune :</Label>**',
      '**<Label>La  Lune</Label>** :',
      '<Label>La-Lune,</Label>',
    ]) {
      const { components, text } = run(
        `<SiteNews site="la-lune">\n\n${label} tout va bien\n\n</SiteNews>\n`,
      );
      expect(text).toBe('tout va bien');
      expect(components.map(({ name }) => name)).toEqual(['SiteNews']);
      expect(components[0] && attribute(components[0], 'label')).toBeNull();
      expect(components[0] && attribute(components[0], 'minutes')).toBe('012');
    }
  });
  it('keeps a label that says something else', () => {
    const { components } = run(
      '<Training site="la-lune">\n\n<Label>Satellite,</Label> un\n\n</Training>\n',
    );
    expect(components[0] && attribute(components[0], 'label')).toBe('Satellite');
  });
  it('names both sites of a text that speaks for two', () => {
    const { components, contents } = run(
      '<SiteNews site="la-lune mars">\n\n<Label>La Lune et Mars :</Label> oui\n\n</SiteNews>\n',
    );
    expect(contents).toMatchObject([{ anchor: 'la-lune-mars', title: 'La Lune et Mars' }]);
    expect(components[0] && attribute(components[0], 'label')).toBeNull();
  });
  it('heads a question with its anchor and leaves the answer', () => {
    const tree = parseMdx('<Question status="open">\n\n**Qui vient ?**\n\nSuite.\n\n</Question>\n');
    remarkMinutes({ sites: () => sites })(tree, { data: {} });
    const heading = [...walk(tree)].find((node) => node.type === 'heading');
    expect(heading && headingAnchor(heading)).toBe('question-qui-vient-suite');
    expect(plainText(tree)).toBe('Qui vient ?Suite.');
  });
  it('drops what only announces a question or an answer, and keeps who asks', () => {
    const asked = (q: string, a: string): string =>
      run(
        `<Question status="answered">\n\n**<Label>${q}</Label> Qui ?**\n\n<Answer>\n\n<Label>${a}</Label> Moi.\n\n</Answer>\n\n</Question>\n`,
      ).text;
    expect(asked('Q :', 'R :')).toBe('Qui ?Moi.');
    expect(asked('Question 3 :', 'Réponse :')).toBe('Qui ?Moi.');
    expect(asked('Mars :', 'R, la Lune :')).toBe('Mars : Qui ?R, la Lune : Moi.');
  });
  it('gathers contents in order, without ECNP’s remarks', () => {
    const { contents } = run(
      '## Vos actualités\n\n<SiteNews site="la-lune" inclusions={3}>\n\nOui.\n\n</SiteNews>\n\n<SiteNews site="ecnp">\n\nNon.\n\n</SiteNews>\n\n## Fin\n',
    );
    expect(contents).toEqual([
      { anchor: 'vos-actualites', title: 'Vos actualités', level: 1, count: null },
      { anchor: 'la-lune', title: 'La Lune', level: 2, count: 3 },
      { anchor: 'fin', title: 'Fin', level: 1, count: null },
    ]);
  });
  it('puts a control beside each heading that copies its address', () => {
    const { components, contents } = run('## Deux mots\n\n### Suite\n\n#### Note\n');
    const heads = components.filter((node) => isComponent(node, 'SectionHead'));
    expect(heads.map((head) => [attribute(head, 'anchor'), attribute(head, 'name')])).toEqual([
      ['deux-mots', 'Deux mots'],
      ['suite', 'Suite'],
    ]);
    expect(contents.map(({ anchor }) => anchor)).toEqual(['deux-mots', 'suite', 'note']);
  });
  it('has paper spell the addresses that the words of a link do not', () => {
    const tree = parseMdx(
      '[ici](https://example.org/a), [https://example.org/b](https://example.org/b), [écrire](mailto:a@example.org)\n',
    );
    remarkMinutes({ sites: () => sites })(tree, { data: {} });
    const spelt = [...walk(tree)].filter(({ data }) => data !== undefined && 'hProperties' in data);
    expect(spelt.map((node) => (node.type === 'link' ? node.url : ''))).toEqual([
      'https://example.org/a',
    ]);
  });
});
