/** The elements of a search page that the script works on (`src/components/search/`). */
export interface PageParts {
  /** The site's base, begins and ends with a slash. */
  base: string;
  /** Path of the index, base included. */
  indexPath: string;
  form: HTMLFormElement;
  field: HTMLInputElement;
  year: HTMLSelectElement;
  status: HTMLElement;
  alert: HTMLElement;
  retry: HTMLButtonElement;
  results: HTMLElement;
}

/** @throws {Error} naming the part that the page lacks. */
export function pageParts(root: HTMLElement): PageParts {
  const part = <T extends Element>(selector: string, kind: new () => T): T => {
    const found = root.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`The search page has no ${selector}.`);
    return found;
  };
  return {
    base: root.dataset['base'] ?? '/',
    indexPath: root.dataset['index'] ?? '/pagefind/',
    form: part('form', HTMLFormElement),
    field: part('input[name=q]', HTMLInputElement),
    year: part('select[name=annee]', HTMLSelectElement),
    status: part('[role=status]', HTMLElement),
    alert: part('[role=alert]', HTMLElement),
    retry: part('[data-search-again]', HTMLButtonElement),
    results: part('[data-search-hits]', HTMLElement),
  };
}
