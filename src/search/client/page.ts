import { addressOf, readState, type SearchState } from '../state.ts';
import { searchIndex } from './search-index.ts';
import { startView } from './view.ts';

/** Results that are shown at first. */
const LIMIT = 15;

const root = document.querySelector<HTMLElement>('[data-search-page]');
if (root !== null) startPage(root);

/** Brings the search page to life: its address says what is asked, back and forward included. */
function startPage(page: HTMLElement): void {
  const { base = '/', index = '/pagefind/' } = page.dataset;
  const view = startView(page, {
    index: searchIndex(base, index),
    base,
    limit: LIMIT,
    changed: (state, how) => {
      keepInAddress(state, how === 'typing');
    },
  });
  const read = (): void => {
    view.show(readState(new URLSearchParams(location.search)));
  };
  addEventListener('popstate', read);
  read();
  if (view.field.value === '') view.field.focus();
}

/** What is typed changes the entry of the browser's history; what is chosen makes a new one. */
function keepInAddress(state: SearchState, isTyping: boolean): void {
  const address = addressOf(location.pathname, state);
  if (address === location.pathname + location.search) return;
  if (isTyping) history.replaceState(history.state, '', address);
  else history.pushState(null, '', address);
}
