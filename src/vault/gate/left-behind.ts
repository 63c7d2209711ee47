import { forgetCiphertext, isCiphertextKept } from '../client/ciphertext.ts';
import { NOTES } from '../client/notes.ts';
import { takeNotes } from '../client/tab-storage.ts';
import type { GateForm } from './form.ts';

const CLOSED = 'La session est fermée dans tous les onglets.';
const LEFT = `${CLOSED} Des pages chiffrées restent sur cet appareil\u00a0: elles ne se lisent pas sans phrase de passe.`;
const REMOVED = 'Les pages gardées sur cet appareil ont été effacées.';
const NOT_REMOVED =
  'Les pages chiffrées n’ont pas pu être effacées. Effacez les données de ce site dans les réglages du navigateur.';

/** After signing out: says that it is done, and lets the reader remove what is kept, ciphertext as it is. */
export async function tellSignedOut(form: GateForm): Promise<void> {
  if (!takeNotes((name) => name === NOTES.signedOut)) return;
  if (!(await isCiphertextKept())) {
    form.note(CLOSED);
    return;
  }
  const remove = (): void => {
    forgetCiphertext().then(
      () => {
        navigator.serviceWorker.controller?.postMessage('packs');
        form.note(REMOVED);
      },
      (cause: unknown) => {
        console.warn('vault:', cause instanceof Error ? cause.message : cause);
        form.note(NOT_REMOVED);
      },
    );
  };
  form.note(LEFT, { label: 'Les effacer', act: remove });
}
