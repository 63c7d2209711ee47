import { describe, expect, it } from 'vitest';
import { joinLines } from '../../../../src/ingest/formats/hyphens.ts';
import { dropRunning, type Span, toLines } from '../../../../src/ingest/formats/pdf-lines.ts';
import { measure, toGroups } from '../../../../src/ingest/formats/pdf-paragraphs.ts';

const LETTER = 5;
const span = (text: string, y: number, x = 70, size = 12): Span => ({
  text,
  x,
  right: x + text.length * LETTER,
  y,
  size,
  bold: false,
  italic: false,
  url: null,
});
const groups = (...pages: Span[][]): string[] => {
  const lines = pages.flatMap((page, index) => toLines(page, index + 1));
  return toGroups(lines, measure(lines)).map((group) =>
    group.lines
      .map((line) => line.text.slice(group.lines[0] === line ? group.bullet : 0))
      .join(' '),
  );
};
const full = 'une ligne de texte qui va jusqu’au bord de la page';

describe('text of a PDF', () => {
  it('puts raised letters and bullets on their line', () => {
    const spans = [span('1', 700), span('er', 704, 75, 7), span('mars', 700, 95)];
    expect(toLines(spans, 1).map((line) => line.text)).toEqual(['1er mars']);
    expect(
      groups([span('●', 700), span('un', 700, 90), span('●', 686), span('deux', 686, 90)]),
    ).toEqual(['un', 'deux']);
  });

  it('parts paragraphs where a line was ended by hand, or a gap stands', () => {
    expect(groups([span(full, 700), span('suite.', 686), span('Autre.', 672)])).toEqual([
      `${full} suite.`,
      'Autre.',
    ]);
    expect(groups([span(full, 700), span(full, 686), span(full, 672), span('fin', 640)])).toEqual([
      `${full} ${full} ${full}`,
      'fin',
    ]);
  });

  it('joins a paragraph across pages', () => {
    expect(groups([span(full, 60)], [span('et sa fin.', 700)])).toEqual([`${full} et sa fin.`]);
  });

  it('drops what comes back on the pages, and page numbers', () => {
    const page = (number: number) =>
      toLines(
        [
          span('Conférence – avril', 800),
          span(`texte ${'abc'.repeat(number)}`, 500),
          span(`page ${String(number)} / 3`, 30),
        ],
        number,
      );
    const kept = dropRunning([page(1), page(2), page(3)]);
    expect(kept.flat().map((line) => line.text)).toEqual([
      'texte abc',
      'texte abcabc',
      'texte abcabcabc',
    ]);
  });

  it.each([
    ['une consul-', 'tation', 'une consultation'],
    ['l’après-', 'midi', 'l’après-midi'],
    ['La Roche-', 'sur-Yon', 'La Roche-sur-Yon'],
    ['Jean-', 'Marie', 'Jean-Marie'],
    ['peut-', 'être', 'peut-être'],
    ['fin', 'suite', 'fin suite'],
  ])('joins « %s » and « %s »', (before, after, joined) => {
    expect(joinLines(before, after, new Set(['roche-sur-yon', 'roche-sur']))).toBe(joined);
  });
});
