/** The dialog of what is kept on this device, as its script speaks to it. */
export interface DeviceDialog {
  /** Says something, with what can be done about it; a text alone is followed by "Fermer". */
  show: (text: string, ...actions: readonly DialogAction[]) => void;
  /** How far a download is; `null` when none goes on. */
  progress: (part: { value: number; max: number; text: string } | null) => void;
  open: () => void;
  readonly isOpen: boolean;
}

/** A button of the dialog. */
export interface DialogAction {
  label: string;
  act: () => void;
}

/** Makes the dialog and puts it on the page. */
export function deviceDialog(title: string, close: string): DeviceDialog {
  const dialog = document.createElement('dialog');
  dialog.className = 'vault-dialog';
  const heading = document.createElement('h2');
  heading.id = 'vault-dialog-title';
  heading.textContent = title;
  dialog.setAttribute('aria-labelledby', heading.id);
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', title);
  const count = document.createElement('p');
  count.className = 'count';
  const buttons = document.createElement('div');
  buttons.className = 'buttons';
  dialog.append(heading, said, bar, count, buttons);
  document.body.append(dialog);

  const progress: DeviceDialog['progress'] = (part) => {
    bar.hidden = count.hidden = part === null;
    if (part === null) return;
    bar.max = part.max;
    bar.value = part.value;
    count.textContent = part.text;
  };
  progress(null);
  const closing = {
    label: close,
    act: () => {
      dialog.close();
    },
  };
  return {
    show: (text, ...actions) => {
      said.textContent = text;
      buttons.replaceChildren(...[...actions, closing].map(button));
    },
    progress,
    open: () => {
      if (!dialog.open) dialog.showModal();
    },
    get isOpen() {
      return dialog.open;
    },
  };
}

function button({ label, act }: DialogAction): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}
