import { OUTDATED } from '../client/published.ts';

// A page that was opened from what is out of date: it may give way to the new one while nobody has begun with it.

/** Calls back when the worker finds that it opened this page from what is out of date. */
export function onOutdated(act: () => void): void {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  serviceWorker?.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.data === OUTDATED) act();
  });
}

/** Milliseconds within which a page may be replaced without a word, if the reader has not begun. */
const JUST_OPENED = 5000;
/** What a reader begins with. */
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'];

/** Watches the reader. @returns whether the page was just opened, and she has not begun with it */
export function watchTouch(): () => boolean {
  let isTouched = false;
  const touch = (): void => {
    isTouched = true;
  };
  for (const type of TOUCHES) addEventListener(type, touch, { once: true, passive: true });
  return () => !isTouched && scrollY < 1 && performance.now() < JUST_OPENED;
}
