import { fold } from '../../minutes/text.ts';
import { correctedText, inQuotes, nothingSentence } from '../sentences.ts';
import { FILTERS, NO_FILTERS, type SearchState } from '../state.ts';
import { button, element, link } from './dom.ts';
import type { Answer } from './search-index.ts';

type Choose = (state: SearchState) => void;

const isFiltered = ({ filters }: SearchState): boolean =>
  FILTERS.some((name) => filters[name] !== '');

/** « Aucun résultat pour… » */
export function statusOfNothing(asked: SearchState, answer: Answer): string {
  return nothingSentence(answer.query.text, isFiltered(asked));
}

/** What is to be said of a query beside its results: what was corrected, what an abbreviation means. */
export function saidElements(
  asked: SearchState,
  { query, corrections, unknown, total }: Answer,
  base: string,
  choose: Choose,
): HTMLElement[] {
  const said: HTMLElement[] = [];
  if (corrections.length > 0) {
    const exactly = button(`chercher exactement ${inQuotes(query.text)}`, () => {
      choose({ ...asked, exact: true });
    });
    const corrected = correctedText(query.text, corrections, fold);
    said.push(element('p', '', `Résultats pour ${inQuotes(corrected)}\u00a0; `, exactly));
  }
  if (total > 0 && unknown.length > 0) {
    const words = unknown.map(({ word }) => inQuotes(word)).join(', ');
    const verb = unknown.length > 1 ? 'ne sont' : 'n’est';
    said.push(element('p', '', `${words} ${verb} dans aucun compte-rendu.`));
  }
  for (const { forms, anchor } of query.terms) {
    const [term = '', ...others] = forms;
    const meaning = others[0] === undefined ? 'dans le glossaire' : `\u00a0: ${others[0]}`;
    const entry = link(`${base}cdp/glossaire/#${anchor ?? ''}`, term);
    said.push(element('p', '', entry, others[0] === undefined ? ` ${meaning}` : meaning));
  }
  return said;
}

/** What may help when nothing was found: each line one thing to do. */
export function helpElement(
  asked: SearchState,
  { query, unknown }: Answer,
  base: string,
  choose: Choose,
): HTMLUListElement {
  const list = element('ul', 'find-help');
  const line = (...content: (string | Node)[]): void => {
    list.append(element('li', '', ...content));
  };
  const instead = (label: string, next: Partial<SearchState>): HTMLButtonElement => {
    const made = button(label, () => {
      choose({ ...asked, ...next });
    });
    made.classList.add('find-choice');
    return made;
  };
  if (isFiltered(asked)) line(instead('Chercher sans les filtres', { filters: NO_FILTERS }));
  if (query.route !== null) {
    const text = query.concepts.map((concept) => concept.text).join(' ');
    line(instead('Chercher dans tous les comptes-rendus', { text }));
  }
  for (const { word, near } of unknown.filter(({ near: { length } }) => length > 0)) {
    const words = near.map((other) => instead(other, { text: replaced(query.text, word, other) }));
    line(`Au lieu de ${inQuotes(word)}\u00a0: `, ...words.flatMap((made) => [made, ' ']));
  }
  const known = query.concepts.filter(({ text }) => unknown.every(({ word }) => word !== text));
  if (known.length > 0 && unknown.length > 0) {
    const text = known.map((concept) => concept.text).join(' ');
    line(instead(`Chercher seulement ${inQuotes(text)}`, { text }));
  }
  line(
    'Voir ',
    link(`${base}cdp/questions/`, 'toutes les questions posées'),
    ', ou ce que veut dire une abréviation dans ',
    link(`${base}cdp/glossaire/`, 'le glossaire'),
    '.',
  );
  return list;
}

const replaced = (text: string, word: string, other: string): string =>
  correctedText(text, [{ from: word, to: other }], fold);
