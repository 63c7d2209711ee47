// `sessionStorage`, where the browser has one: it throws where cookies are blocked.

/** A note this tab made, or `null`. */
export function readNote(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null; // this tab remembers nothing: as if nothing had been noted
  }
}

/** Makes a note that lasts as long as this tab. @returns whether it could be kept. */
export function writeNote(name: string, value = '1'): boolean {
  try {
    sessionStorage.setItem(name, value);
    return true;
  } catch {
    return false; // the caller does without
  }
}

/** Removes notes. @returns whether any of them was there. */
export function takeNotes(isOurs: (name: string) => boolean): boolean {
  try {
    const names = Object.keys(sessionStorage).filter(isOurs);
    for (const name of names) sessionStorage.removeItem(name);
    return names.length > 0;
  } catch {
    return false; // nothing can have been noted
  }
}

/** What pages keep for whoever is signed in (the last searches) is named so, in either storage. */
const LEFT = 'portal-left-';

/** Removes what pages kept for the reader whose session is over. */
export function forgetLeft(): void {
  try {
    for (const storage of [localStorage, sessionStorage]) {
      for (const name of Object.keys(storage)) {
        if (name.startsWith(LEFT)) storage.removeItem(name);
      }
    }
  } catch {
    // The browser stores nothing: nothing was left.
  }
}
