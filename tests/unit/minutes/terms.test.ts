import { expect, it } from 'vitest';
import { gatedTerms, minutesTexts } from '../../../src/minutes/terms.ts';

it('lists titles, people and addresses even of a file with other faults', () => {
  const text =
    '---\ntitle: 7e conférence\nwrong: 1\nparticipants: [{ name: Jeanne EXEMPLE }]\nexcused: [{ name: Paul ESSAI, site: nulle-part }]\n---\n\nÉcrire à <a@example.org> {x}.';
  expect(gatedTerms([{ path: 'a.mdx', text }])).toEqual([
    '7e conférence',
    'Jeanne EXEMPLE',
    'Paul ESSAI',
    'a@example.org',
  ]);
});

it('gives every text of the frontmatter, of the body, and of attributes', () => {
  const text =
    '---\ntitle: un\nagenda: [deux]\nparticipants: [{ name: trois, role: quatre }]\nsource: { file: cinq.docx }\n---\n\nsix <Picture alt="sept" /> <Label>huit</Label> [neuf](mailto:a@example.org)';
  const texts = minutesTexts([{ path: 'a.mdx', text }]).join(' ');
  for (const word of 'un deux trois quatre cinq.docx six sept huit neuf a@example.org'.split(' ')) {
    expect(texts).toContain(word);
  }
  expect(texts).not.toMatch(/Picture|mailto/);
});
