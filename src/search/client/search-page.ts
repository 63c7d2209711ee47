import { prepareQuery } from '../query.ts';
import { countSentence, nothingSentence } from '../sentences.ts';
import { walkResults } from './keyboard.ts';
import { pageParts, type PageParts } from './page-parts.ts';
import { helpElement, hitList } from './render.ts';
import { openSearchIndex, type SearchIndex } from './search-index.ts';

const TYPING_PAUSE = 220;
const UNREACHABLE =
  'La recherche n’a pas pu lire son index. Vérifiez la connexion, puis réessayez\u00a0; si cela dure, rechargez la page\u00a0: la phrase de passe sera peut-être redemandée.';
const PARTIAL =
  'Une partie de l’index n’a pas pu être lue\u00a0: il peut manquer des résultats. Vérifiez la connexion, puis réessayez.';

/** Brings a search page to life: reads `?q=` and `?annee=`, searches as one types, keeps the URL. */
export function startSearchPage(root: HTMLElement): void {
  const parts = pageParts(root);
  const index = openSearchIndex(parts.base, parts.indexPath);
  const run = searcher(parts, index);
  const { field, year, form, results } = parts;

  const asked = new URLSearchParams(location.search);
  field.value = asked.get('q') ?? '';
  let typing: ReturnType<typeof setTimeout> | undefined;
  const soon = (pause: number): void => {
    clearTimeout(typing);
    typing = setTimeout(() => void run(), pause);
  };
  field.addEventListener('input', () => {
    soon(TYPING_PAUSE);
  });
  year.addEventListener('change', () => {
    soon(0);
  });
  parts.retry.addEventListener('click', () => {
    soon(0);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    soon(0);
  });
  walkResults(field, results);

  offerYears(parts, asked.get('annee') ?? '');
  if (field.value === '') field.focus();
  void run();
}

/** The one search of the page: an answer that a newer question has overtaken is dropped. */
function searcher(parts: PageParts, index: SearchIndex): () => Promise<void> {
  let latest = 0;
  const { field, year, results, status, alert, retry } = parts;

  const show = (message: string, content: HTMLElement | null, problem: string): void => {
    status.textContent = message;
    results.replaceChildren(...(content === null ? [] : [content]));
    alert.textContent = problem;
    retry.hidden = problem === '';
  };
  const again = (text: string, when: string): void => {
    field.value = text;
    year.value = when;
    field.focus();
    void run();
  };
  const run = async (): Promise<void> => {
    const mine = ++latest;
    const query = prepareQuery(field.value);
    keepInUrl(query.text, year.value);
    if (query.term === '') {
      show(query.text === '' ? '' : 'Tapez au moins deux lettres.', null, '');
      return;
    }
    if (results.childElementCount === 0) status.textContent = 'Recherche…';
    try {
      const answer = await index.search(query, year.value);
      if (mine !== latest) return;
      offerYears(parts, year.value, answer.years);
      if (answer.passages > 0) {
        show(countSentence(answer), hitList(answer.hits), answer.partial ? PARTIAL : '');
      } else if (answer.partial) {
        show('', null, PARTIAL);
      } else {
        show(nothingSentence(query.text, year.value), helpElement(query, year.value, again), '');
      }
    } catch (error) {
      console.error(error);
      if (mine === latest) show('', null, UNREACHABLE);
    }
  };
  return run;
}

/** Fills the list of years; a year that the URL asks for is there from the start. */
function offerYears({ year }: PageParts, chosen: string, known: readonly string[] = []): void {
  const years = [...new Set([...known, ...(/^\d{4}$/.test(chosen) ? [chosen] : [])])];
  year.replaceChildren(new Option('toutes', ''), ...years.map((value) => new Option(value, value)));
  year.value = years.includes(chosen) ? chosen : '';
  const frame = year.closest('label');
  if (frame !== null) frame.hidden = known.length < 2 && year.value === '';
}

function keepInUrl(text: string, year: string): void {
  const address = new URL(location.href);
  for (const [name, value] of [
    ['q', text],
    ['annee', year],
  ] as const) {
    if (value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}
