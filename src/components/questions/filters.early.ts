import { EVERYTHING, type Filter, matches, readFilter, sayFound, writeFilter } from './filter.ts';

const form = document.querySelector<HTMLFormElement>('[data-filters]');
const sections = [...document.querySelectorAll<HTMLElement>('[data-theme]')];
const clear = document.querySelector('[data-filter-clear]');
const told = document.querySelector('[data-filter-told]');

/** Shows what a filter lets through: questions, their themes, and these in the contents. */
function show(filter: Filter): void {
  let found = 0;
  let all = 0;
  for (const section of sections) {
    const theme = section.dataset['theme'] ?? '';
    let within = 0;
    for (const entry of section.querySelectorAll<HTMLElement>('[data-status]')) {
      const { status = '', when = '' } = entry.dataset;
      const isShown = matches(filter, { status, theme, when: when.split(' ') });
      entry.hidden = !isShown;
      all += 1;
      if (isShown) within += 1;
    }
    section.hidden = within === 0;
    found += within;
    for (const link of document.querySelectorAll(`.contents a[href="#${theme}"]`)) {
      link.closest('li')?.toggleAttribute('hidden', within === 0);
      const count = link.querySelector('.count');
      if (count !== null) count.textContent = String(within);
    }
  }
  const isFiltered = Object.values(filter).some((value) => value !== '');
  if (told) told.textContent = isFiltered ? sayFound(found, all) : '';
  clear?.toggleAttribute('hidden', !isFiltered);
}

function fill(filter: Filter): void {
  for (const [name, value] of Object.entries<string>({ ...filter })) {
    const field = form?.elements.namedItem(name);
    if (!(field instanceof HTMLSelectElement)) continue;
    field.value = value;
    // An address may ask for what is not there any more.
    if (field.selectedIndex < 0) field.value = '';
  }
}

function chosen(): Filter {
  const data = form === null ? new FormData() : new FormData(form);
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { statut: text('statut'), theme: text('theme'), cr: text('cr') };
}

function apply(): void {
  const filter = chosen();
  show(filter);
  history.replaceState(history.state, '', location.pathname + writeFilter(filter) + location.hash);
}

/** A link to one question shows it, whatever the filter of the address says. */
function openTarget(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id === '' ? null : document.getElementById(id);
  if (target?.closest('[hidden]') == null) return;
  fill(EVERYTHING);
  apply();
  target.scrollIntoView();
}

if (form !== null) {
  fill(readFilter(location.search));
  show(chosen());
  form.addEventListener('change', apply);
  clear?.addEventListener('click', () => {
    fill(EVERYTHING);
    apply();
    // The button is gone now.
    form.querySelector('select')?.focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  addEventListener('hashchange', openTarget);
  openTarget();
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-filter]')) {
  link.addEventListener('click', (event) => {
    if (form === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    fill(readFilter(link.search));
    apply();
    form.scrollIntoView({ block: 'center' });
  });
}
