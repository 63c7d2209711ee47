import { expect, it } from 'vitest';
import { filled } from '../../../src/build/filled.ts';

it('says the portal’s names where a source takes them, and leaves the rest', () => {
  const source =
    '`du programme ${programme.name}, et` <p>{portal.programme.team}</p> {programme.x}';
  expect(filled(source, { name: 'OMBELLE', team: 'ÉQUIPE' })).toBe(
    '`du programme OMBELLE, et` <p>ÉQUIPE</p> {programme.x}',
  );
});
