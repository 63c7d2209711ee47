import { describe, expect, it } from 'vitest';
import { outline, read } from './fixture.ts';

const lines = async (text: string) => outline((await read('cr.md', text)).root);

describe('Markdown', () => {
  it('reads text that is indented as text, and keeps what nothing refers to', async () => {
    expect(
      await lines(
        'Un\n\n    deux\n\n[ici]: https://exemple.fr/a\n\n[voir][b]\n\n[b]: https://exemple.fr/b',
      ),
    ).toEqual([
      'p Un',
      'p deux',
      'p ici : [https://exemple.fr/a](https://exemple.fr/a)',
      'p [voir](https://exemple.fr/b)',
    ]);
  });

  it('keeps ticks of tasks and numbers of lists', async () => {
    const { root } = await read('cr.md', '- [x] fait\n- [ ] à faire\n\n3. trois\n4. quatre');
    expect(outline(root)).toEqual(['- ☑ fait', '- ☐ à faire', '- trois', '- quatre']);
    expect(root.children[1]).toMatchObject({ ordered: true, start: 3 });
  });

  it('reads metadata above the text as its lines', async () => {
    const { root } = await read(
      'cr.md',
      '---\ntitle: 50e conférence\ndate: 2026-01-19\n---\n\nTexte',
    );
    expect(outline(root)).toEqual(['p title: 50e conférence', 'p date: 2026-01-19', 'p Texte']);
    expect(root.children.map((node) => node.position?.start.line)).toEqual([2, 3, 6]);
  });

  it('reads bullets of other programs, setext headings and tables', async () => {
    expect(await lines('Titre\n=====\n\n• un\n• deux\n\n| a | b |\n| - | - |\n| c | d |')).toEqual([
      'h1 Titre',
      '- un',
      '- deux',
      '| a | b |',
      '| c | d |',
    ]);
  });

  it('reads a table of one column that no bar tells', async () => {
    expect(await lines('un mot\n:-\nsous lui')).toEqual(['| un mot |', '| sous lui |']);
  });

  it('breaks lines that begin with a label, and joins those that were wrapped', async () => {
    const wide = 'une ligne qui va presque jusqu’au bord de la page telle qu’elle est';
    expect(await lines(`Présents : Zoé\nExcusés : Ève\n\n${wide}\nfin de phrase.`)).toEqual([
      'p Présents : Zoé\\Excusés : Ève',
      `p ${wide}\nfin de phrase.`,
    ]);
  });
});

describe('HTML in Markdown', () => {
  it('is read where it only formats', async () => {
    expect(
      await lines(
        'au 1<sup>er</sup> mai, <u>souligné</u> et <a href="https://exemple.fr">ici</a><br>fin <!-- -->\n\n<table><tr><td>Épinal</td><td>54</td></tr></table>',
      ),
    ).toEqual(['p au 1er mai, **souligné** et [ici](https://exemple.fr)\\fin ', '| Épinal | 54 |']);
  });

  it.each([
    ['un <script>alert(1)</script> ici', 'p un <script>alert(1)</script> ici'],
    ['<script>alert(1)</script>', 'p <script>alert(1)</script>'],
    ['<p onclick="x()">clic</p>', 'p <p onclick="x()">clic</p>'],
    ['<SiteNews site="epinal">', 'p <SiteNews site="epinal">'],
    ['<div style="display:none">caché</div>', 'p <div style="display:none">caché</div>'],
    ['<a href="javascript:x">clic</a>', 'p clic'],
    ['<p><a href="javascript:x()">clic</a></p>', 'p <p><a href="javascript:x()">clic</a></p>'],
    ['<!-- à relire -->', 'p <!-- à relire -->'],
    ['seul <b>', 'p seul <b>'],
  ])('comes out visible: %s', async (source, line) => {
    expect(await lines(source)).toEqual([line]);
  });
});
