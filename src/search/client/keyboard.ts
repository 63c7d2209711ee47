/**
 * Lets the arrow keys walk from the search field through the results and back. Enter and Tab keep
 * their own meaning.
 */
export function walkResults(field: HTMLInputElement, results: HTMLElement): void {
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [
      field,
      ...results.querySelectorAll<HTMLElement>('[data-search-result] a, .find-choice'),
    ];
    const here = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[here + step];
    if (here === -1 || next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  field.addEventListener('keydown', move);
  results.addEventListener('keydown', move);
}
