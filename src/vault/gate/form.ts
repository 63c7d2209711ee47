/** The gate's form, as its script speaks to it. */
export interface GateForm {
  /** Shows the form; calls back when it is sent. */
  open: (submit: (passphrase: string, kept: boolean) => void) => void;
  /** Says which step goes on, and shows that something does; `null` when none does. */
  busy: (step: string | null) => void;
  /** Says what is wrong, and offers to try again where that may help. */
  alert: (text: string, retry?: () => void) => void;
  /** Says what is wrong with the passphrase and hands it back, selected. */
  refuse: (text: string) => void;
  /** Says something that is not wrong, with something to do about it. */
  note: (text: string, action?: { label: string; act: () => void }) => void;
}

function find<T extends Element>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The gate lacks ${selector}.`);
  return found;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'plain';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

/** Finds the gate's form on the page. */
export function gateForm(): GateForm {
  const form = find('form[data-gate]', HTMLFormElement);
  const input = find('form[data-gate] input[type=password]', HTMLInputElement);
  const keep = find('[data-keep]', HTMLInputElement);
  const submit = find('form[data-gate] button[type=submit]', HTMLButtonElement);
  const show = find('[data-show]', HTMLButtonElement);
  const alert = find('[role=alert]', HTMLElement);
  const status = find('[data-status]', HTMLElement);

  const reveal = (isShown: boolean): void => {
    input.type = isShown ? 'text' : 'password';
    show.textContent = isShown ? 'Masquer' : 'Afficher';
    show.setAttribute('aria-pressed', String(isShown));
  };
  show.addEventListener('click', () => {
    reveal(input.type === 'password');
    input.focus();
  });
  input.addEventListener('input', () => {
    input.removeAttribute('aria-invalid');
  });

  return {
    open: (send) => {
      form.hidden = false;
      input.focus();
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        if (submit.disabled) return;
        reveal(false);
        alert.textContent = '';
        send(input.value, keep.checked);
      });
    },
    busy: (step) => {
      const isBusy = step !== null;
      find('main', HTMLElement).setAttribute('aria-busy', String(isBusy));
      submit.disabled = isBusy;
      input.readOnly = isBusy;
      status.textContent = step ?? '';
    },
    alert: (text, retry) => {
      // Inside a hidden form nothing is read out: an alert shows the form it stands in.
      form.hidden = false;
      alert.replaceChildren(text, ...(retry ? [' ', button('Réessayer', retry)] : []));
    },
    refuse: (text) => {
      alert.textContent = text;
      input.setAttribute('aria-invalid', 'true');
      input.focus();
      input.select();
    },
    note: (text, action) => {
      status.replaceChildren(text, ...(action ? [' ', button(action.label, action.act)] : []));
    },
  };
}
