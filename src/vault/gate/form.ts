import { OPENING } from '../client/messages.ts';

/** The gate's form, as its script speaks to it. */
export interface GateForm {
  /** Shows the form; calls back when it is sent. */
  open: (submit: (passphrase: string, kept: boolean) => void) => void;
  busy: (isBusy: boolean) => void;
  status: (text: string) => void;
  /** Says what is wrong. */
  alert: (text: string) => void;
  /** Says what is wrong with the passphrase and hands it back, selected. */
  refuse: (text: string) => void;
}

function find<T extends Element>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The gate lacks ${selector}.`);
  return found;
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
    busy: (isBusy) => {
      form.setAttribute('aria-busy', String(isBusy));
      submit.disabled = isBusy;
      submit.textContent = isBusy ? OPENING : 'Entrer';
    },
    status: (text) => {
      status.textContent = text;
    },
    alert: (text) => {
      // Inside a hidden form nothing is read out: an alert shows the form it stands in.
      form.hidden = false;
      alert.textContent = text;
    },
    refuse: (text) => {
      alert.textContent = text;
      input.setAttribute('aria-invalid', 'true');
      input.focus();
      input.select();
    },
  };
}
