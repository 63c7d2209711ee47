import type { UnlockAnswer, UnlockRequest } from './protocol.ts';
import { unlockRooms } from './unlock-rooms.ts';

// A dedicated worker: deriving the key blocks the thread that runs it.
addEventListener('message', (event: MessageEvent<UnlockRequest>) => {
  const answer = (value: UnlockAnswer): void => {
    postMessage(value);
  };
  unlockRooms(event.data).then(
    (unlocked) => {
      answer({ unlocked });
    },
    (cause: unknown) => {
      answer({ failure: cause instanceof Error ? cause.message : String(cause) });
    },
  );
});
