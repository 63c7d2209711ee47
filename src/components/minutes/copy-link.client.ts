/** Where it is said that an address was copied, or the address itself where it could not be. */
const note = document.createElement('div');
note.className = 'copy-note';
note.setAttribute('role', 'status');
document.body.append(note);
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Copies a text; false where the browser does not let pages do so. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, or an address without https: the old way asks for none.
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const field = fieldOf(text);
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy'); // eslint-disable-line @typescript-eslint/no-deprecated
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}

function fieldOf(text: string): HTMLInputElement {
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = text;
  return field;
}

/** Shows the address to be copied by hand; Escape leads back to where the reader was. */
function offer(address: string, back: HTMLElement): void {
  const field = fieldOf(address);
  const label = document.createElement('label');
  label.append('Ce navigateur ne laisse pas copier ; voici l’adresse :', field);
  note.replaceChildren(label);
  field.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') back.focus();
  });
  field.addEventListener('blur', () => {
    note.replaceChildren();
  });
  field.focus();
  field.select();
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-copy-link]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  clearTimeout(hiding);
  if (link.hash !== '') history.replaceState(history.state, '', link.hash);
  void copy(link.href).then((done) => {
    if (!done) {
      offer(link.href, link);
      return;
    }
    note.textContent = 'Lien copié';
    hiding = setTimeout(() => {
      note.replaceChildren();
    }, 4000);
  });
});
