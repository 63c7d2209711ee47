import { takeArrival } from './arrival-note.ts';

// The script of every gated page: opens the search when it is asked for, and loads nothing before.

const opener = document.querySelector<HTMLAnchorElement>('a[data-search-open]');

/** The search's own page is the search: its field is enough. */
function fieldOfPage(): HTMLInputElement | null {
  return document.querySelector('[data-search-page] input[name=q]');
}

function open(from: HTMLAnchorElement): void {
  const field = fieldOfPage();
  if (field !== null) {
    field.focus();
    field.select();
    return;
  }
  import('./dialog.ts').then(
    ({ openSearchDialog }) => {
      openSearchDialog(from);
    },
    (error: unknown) => {
      // The script could not be read (a bad line, a new version): the page may be.
      console.warn('search:', error);
      location.assign(from.href);
    },
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable]') !== null;

/** Marks the words of the hit that led here. */
function arrive(): void {
  const arrival = takeArrival(location.pathname + location.hash);
  if (arrival === null) return;
  void import('./arrival.ts').then(({ markArrival }) => {
    markArrival(decodeURIComponent(location.hash.slice(1)), arrival.asked);
  });
}

if (opener !== null) {
  document.addEventListener('click', (event) => {
    const from =
      event.target instanceof Element ? event.target.closest('a[data-search-open]') : null;
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (from === null || !isPlain) return;
    event.preventDefault();
    open(opener);
  });
  document.addEventListener('keydown', (event) => {
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isK =
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (event.defaultPrevented || !(isK || (isSlash && !isTyping(event.target)))) return;
    event.preventDefault();
    open(opener);
  });
}
addEventListener('hashchange', arrive);
arrive();
