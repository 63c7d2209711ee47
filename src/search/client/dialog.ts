import dialogStyles from '../../styles/search-dialog.css?url';
import styles from '../../styles/search.css?url';
import { searchMarkup } from '../markup.ts';
import { addressOf, NO_FILTERS } from '../state.ts';
import { button, element, link } from './dom.ts';
import { searchIndex, type SearchIndex } from './search-index.ts';
import { startView, type View } from './view.ts';

/** Results in the dialog; the page has the rest. */
const LIMIT = 7;

let index: SearchIndex | null = null;
let shown: { dialog: HTMLDialogElement; view: View } | null = null;

/** Opens the search over the page. `opener` leads to the search's own page, and carries its addresses. */
export function openSearchDialog(opener: HTMLAnchorElement): void {
  // Where the vault writes pages into one document, the dialog of the last page is gone with it.
  if (shown?.dialog.isConnected !== true) shown = makeDialog(opener);
  const { dialog, view } = shown;
  if (dialog.open) return;
  dialog.showModal();
  view.field.focus();
  view.field.select();
  view.show(view.state());
}

function makeDialog(opener: HTMLAnchorElement): { dialog: HTMLDialogElement; view: View } {
  addStyles();
  const { base = '/', index: indexPath = '/pagefind/' } = opener.dataset;
  const page = opener.pathname;
  const dialog = element('dialog', 'find-dialog');
  dialog.setAttribute('aria-labelledby', 'find-title');
  const title = element('h2', 'visually-hidden', 'Rechercher dans les comptes-rendus');
  title.id = 'find-title';
  const root = element('div', 'find');
  root.innerHTML = searchMarkup(page, 'find-dialog-field');
  const close = button('Fermer', () => {
    dialog.close();
  });
  close.className = 'find-close';
  const keys = element('p', 'find-keys');
  keys.setAttribute('aria-hidden', 'true');
  keys.append(key('↑', '↓'), ' choisir ', key('Entrée'), ' ouvrir ', key('Échap'), ' fermer');
  dialog.append(title, close, root, keys);
  document.body.append(dialog);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });

  index ??= searchIndex(base, indexPath);
  const view = startView(root, {
    index,
    base,
    limit: LIMIT,
    leads: true,
    changed: () => undefined,
    rest: (state, total) => {
      const all = link(addressOf(page, state), `Voir les ${total} passages`);
      all.classList.add('find-choice');
      return element('p', 'find-rest', all);
    },
    opened: () => {
      dialog.close();
    },
  });
  view.show({ text: '', filters: NO_FILTERS, sort: 'pertinence', exact: false });
  return { dialog, view };
}

function key(...names: string[]): HTMLElement {
  return element('span', '', ...names.map((name) => element('kbd', '', name)));
}

function addStyles(): void {
  for (const href of [styles, dialogStyles]) {
    if (document.querySelector(`link[href="${href}"]`) !== null) continue;
    const sheet = element('link', '');
    sheet.rel = 'stylesheet';
    sheet.href = href;
    document.head.append(sheet);
  }
}
