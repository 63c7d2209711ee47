import { describe, expect, it } from 'vitest';
import { outline, read } from './fixture.ts';

const lines = async (html: string) => outline((await read('cr.html', html)).root);

it('reads the divs and breaks of a mail as paragraphs', async () => {
  expect(
    await lines(
      '<div>Bonjour,</div><div><br></div><div>un<br>deux<br><br>trois</div><p><o:p>&nbsp;</o:p></p>',
    ),
  ).toEqual(['p Bonjour,', 'p un\\deux', 'p trois']);
});

it('leaves out scripts, styles and hidden words, and says so', async () => {
  const { root, notes } = await read(
    'cr.html',
    '<style>p{}</style><script>f()</script><p>vu<span style="display: none">tu</span></p>',
  );
  expect(outline(root)).toEqual(['p vu']);
  expect(notes).toHaveLength(1);
});

it('reads Word’s list paragraphs, bold by style and underline', async () => {
  expect(
    await lines(
      "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>un</p>" +
        '<p><span style="font-weight:700">gras</span> et <u>souligné</u></p>',
    ),
  ).toEqual(['- un', 'p **gras** et **souligné**']);
});

it('keeps the lines of the source, and a title that the page does not say', async () => {
  const { root } = await read('cr.html', '<title>38e conférence</title>\n<p>a</p>\n\n<p>b</p>');
  expect(outline(root)).toEqual(['p 38e conférence', 'p a', 'p b']);
  expect(root.children[2]?.position?.start.line).toBe(4);
});

it('drops marks of notes and what leads back from them', async () => {
  expect(
    await lines(
      '<p>au 5 mai<a href="#_ftn1"><sup>[1]</sup></a> et m<sup>2</sup></p><p><a href="#_ftnref1">[1]</a> Hors site.</p>',
    ),
  ).toEqual(['p au 5 mai et m2', 'p Hors site.']);
});

it('leaves review comments out, and says so', async () => {
  const { root, notes } = await read(
    'cr.html',
    "<p>vu<a class='MsoCommentReference' href='#_msocom_1'>[LB1]</a></p><div style='mso-element:comment-list'><p>à revoir</p></div>",
  );
  expect(outline(root)).toEqual(['p vu']);
  expect(notes.join()).toContain('commentaires');
});

it('parts text that only breaks part, in cells and in the page itself', async () => {
  expect(
    await lines(
      '<body>Bonjour,<br><br>Voici<table><tr><td>a<br><br>b</td><td>c</td></tr></table></body>',
    ),
  ).toEqual(['p Bonjour,', 'p Voici', '| a\\b | c |']);
});

it('keeps columns in place beside cells that span rows', async () => {
  expect(
    await lines(
      '<table><tr><td rowspan=2>Épinal</td><td>54</td></tr><tr><td>un départ</td></tr></table>',
    ),
  ).toEqual(['| Épinal | 54 |', '|  | un départ |']);
});

it('numbers Word’s list paragraphs as they are numbered', async () => {
  const item = (mark: string, text: string) =>
    `<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>${mark}</span>${text}</p>`;
  const { root } = await read('cr.html', `${item('3.', 'Trois ?')}<p>Oui.</p>`);
  expect(root.children[0]).toMatchObject({ type: 'list', ordered: true, start: 3 });
});

describe('blocks where none may stand', () => {
  it.each([
    [
      '<h2>Points|/h2><ul><li>10</li></ul>fin <b>gras</b>',
      ['h2 Points|/h2>', '- 10', 'p fin **gras**'],
    ],
    ['<h2><b>Points<ul><li>a</li></ul></b></h2>', ['h2 **Points**', '- **a**']],
    ['<h2><div>Titre</div><div>suite</div></h2>', ['h2 Titre', 'p suite']],
    ['<h2>A<table><tr><td>b<td>c</table></h2>', ['h2 A', '| b | c |']],
    ['<b><p>un</p>deux<ul><li>x</li></ul></b>', ['p **un**', 'p **deux**', '- **x**']],
    ['<em><table><tr><td>a<td>b</table></em>', ['| _a_ | _b_ |']],
  ])('are taken out: %s', async (html, found) => {
    expect(outline((await read('cr.html', `<body>${html}`)).root)).toEqual(found);
  });
});
