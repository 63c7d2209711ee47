import { expect, it } from 'vitest';
import { gatedTerms } from '../../../src/minutes/terms.ts';

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
