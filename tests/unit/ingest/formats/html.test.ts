import { expect, it } from 'vitest';
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
