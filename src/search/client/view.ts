import type { Passage } from '../passage.ts';
import { countSentence } from '../sentences.ts';
import type { SearchState } from '../state.ts';
import { noteArrival } from './arrival-note.ts';
import { button, element } from './dom.ts';
import { awaitFilters, dropFilters, fillFilters, readFilters } from './filters.ts';
import { helpElement, saidElements, statusOfNothing } from './help.ts';
import { walkResults } from './keyboard.ts';
import { type Parts, partsOf } from './parts.ts';
import { recentElement } from './recent-list.ts';
import { rememberSearch } from './recent.ts';
import { passageList } from './render.ts';
import { type Answer, type SearchIndex } from './search-index.ts';

const TYPING_PAUSE = 180;
const UNREACHABLE =
  'La recherche n’a pas pu lire son index. Vérifiez la connexion, puis réessayez\u00a0; si cela dure, rechargez la page\u00a0: la phrase de passe sera peut-être redemandée.';
const PARTIAL =
  'Une partie de l’index n’a pas pu être lue\u00a0: il peut manquer des résultats. Vérifiez la connexion, puis réessayez.';

/** How a search stands where it is: on its page or in the dialog. */
export interface ViewOptions {
  index: SearchIndex;
  base: string;
  /** How many results are shown at first. */
  limit: number;
  /** Told of each change: `typing` goes on, or something was `chosen`. */
  changed: (state: SearchState, how: 'typing' | 'chosen') => void;
  /** What leads to results beyond the limit; by default a button that shows more. */
  rest?: (state: SearchState, total: number) => HTMLElement;
  /** A result was opened. */
  opened?: () => void;
  /** The form leads to the search's own page. */
  leads?: boolean;
}

/** A search at work. */
export interface View {
  state: () => SearchState;
  /** Asks for a state, as from an address. */
  show: (state: SearchState) => void;
  field: HTMLInputElement;
}

/** Brings a search to life: it answers as one types, says what it found, and drops overtaken answers. */
export function startView(root: HTMLElement, options: ViewOptions): View {
  const parts = partsOf(root);
  const { field, form, filters, tri, results } = parts;
  let exact = false;
  let limit = options.limit;
  let latest = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const state = (): SearchState => ({
    text: field.value,
    filters: readFilters(parts),
    sort: tri.value === 'date' ? 'date' : 'pertinence',
    exact,
  });
  const fill = (next: SearchState): void => {
    field.value = next.text;
    tri.value = next.sort === 'date' ? 'date' : '';
    exact = next.exact;
    fillFilters(parts, next.filters);
  };
  const choose = (next: SearchState): void => {
    fill(next);
    limit = options.limit;
    options.changed(next, 'chosen');
    void run();
    field.focus();
  };
  const run = async (): Promise<void> => {
    const mine = ++latest;
    const asked = state();
    if (asked.text.trim().length < 2) {
      filters.hidden = true;
      say(parts, asked.text.trim() === '' ? '' : 'Tapez au moins deux lettres.');
      if (asked.text.trim() === '')
        results.append(
          recentElement((text) => {
            choose({ ...asked, text });
          }),
        );
      return;
    }
    if (results.childElementCount === 0) parts.status.textContent = 'Recherche…';
    awaitFilters(parts);
    try {
      const answer = await options.index.search({ ...asked, limit });
      if (mine === latest) showAnswer(asked, answer);
    } catch (error) {
      console.error(error);
      if (mine !== latest) return;
      dropFilters(parts);
      say(parts, '', UNREACHABLE);
    }
  };
  const showAnswer = (asked: SearchState, answer: Answer): void => {
    fillFilters(parts, asked.filters, answer);
    const problem = answer.partial ? PARTIAL : '';
    parts.said.replaceChildren(...saidElements(asked, answer, options.base, choose));
    if (answer.total === 0) {
      say(parts, answer.partial ? '' : statusOfNothing(asked, answer), problem);
      if (!answer.partial) results.append(helpElement(asked, answer, options.base, choose));
      return;
    }
    const isByDate = asked.sort === 'date' || answer.query.concepts.length === 0;
    say(parts, countSentence({ ...answer, isByDate }), problem);
    const open = (passage: Passage): void => {
      remember(asked, answer, passage);
      options.opened?.();
    };
    results.append(passageList(answer.passages, answer.guide, open));
    if (answer.passages.length < answer.total) results.append(rest(asked, answer));
  };
  const rest = (asked: SearchState, { total, passages }: Answer): HTMLElement => {
    if (options.rest !== undefined) return options.rest(asked, total);
    const more = button('Afficher la suite', () => {
      limit += options.limit;
      const shown = passages.length;
      void run().then(() => {
        results.querySelectorAll<HTMLElement>('[data-search-result] a')[shown]?.focus();
      });
    });
    return element('p', 'find-rest', more);
  };

  field.addEventListener('input', () => {
    exact = false;
    limit = options.limit;
    clearTimeout(typing);
    typing = setTimeout(() => {
      options.changed(state(), 'typing');
      void run();
    }, TYPING_PAUSE);
  });
  for (const select of filters.querySelectorAll('select')) {
    select.addEventListener('change', () => {
      limit = options.limit;
      options.changed(state(), 'chosen');
      void run();
    });
  }
  parts.retry.addEventListener('click', () => void run());
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
  form.addEventListener('submit', (event) => {
    clearTimeout(typing);
    if (field.value.trim().length >= 2) rememberSearch(field.value.trim());
    if (options.leads === true) return;
    event.preventDefault();
    options.changed(state(), 'chosen');
    void run();
  });
  walkResults(field, results);
  return {
    field,
    state,
    show: (next) => {
      fill(next);
      void run();
    },
  };
}

/** Says something in place of what was there. */
function say(parts: Parts, message: string, problem = ''): void {
  parts.status.textContent = message;
  parts.alert.textContent = problem;
  parts.retry.hidden = problem === '';
  if (message === '' || message.startsWith('Tapez')) parts.said.replaceChildren();
  parts.results.replaceChildren();
}

function remember(asked: SearchState, { query }: Answer, passage: Passage): void {
  rememberSearch(asked.text.trim());
  const to = passage.href;
  noteArrival({ to, asked: query.concepts.flatMap(({ spellings }) => spellings.flat()) });
}
