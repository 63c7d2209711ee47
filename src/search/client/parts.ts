/** The elements of a search (`markup.ts`) that its script works on. */
export interface Parts {
  form: HTMLFormElement;
  field: HTMLInputElement;
  filters: HTMLFieldSetElement;
  site: HTMLSelectElement;
  annee: HTMLSelectElement;
  genre: HTMLSelectElement;
  tri: HTMLSelectElement;
  status: HTMLElement;
  /** What is said of the query: corrected words, an abbreviation's meaning. */
  said: HTMLElement;
  alert: HTMLElement;
  retry: HTMLButtonElement;
  results: HTMLElement;
}

/** @throws {Error} naming the part that the search lacks. */
export function partsOf(root: HTMLElement): Parts {
  const part = <T extends Element>(selector: string, kind: new () => T): T => {
    const found = root.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`The search has no ${selector}.`);
    return found;
  };
  return {
    form: part('form', HTMLFormElement),
    field: part('[name=q]', HTMLInputElement),
    filters: part('fieldset', HTMLFieldSetElement),
    site: part('[name=site]', HTMLSelectElement),
    annee: part('[name=annee]', HTMLSelectElement),
    genre: part('[name=genre]', HTMLSelectElement),
    tri: part('[name=tri]', HTMLSelectElement),
    status: part('[role=status]', HTMLElement),
    said: part('.find-said', HTMLElement),
    alert: part('[role=alert]', HTMLElement),
    retry: part('.find-problem button', HTMLButtonElement),
    results: part('.find-results', HTMLElement),
  };
}
