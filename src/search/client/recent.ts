/** Where the vault finds what a reader left on the device, and removes it when she signs out. */
const KEY = 'portal-left-recent-searches';
const MOST = 6;

/** The last searches of this device, newest first; none where the browser keeps nothing. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return []; // storage refused, or something else wrote there
  }
}

/** Remembers a search that led somewhere. */
export function rememberSearch(text: string): void {
  const searches = [text, ...recentSearches().filter((one) => one !== text)].slice(0, MOST);
  write(JSON.stringify(searches));
}

export function forgetSearches(): void {
  write(null);
}

function write(value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, value);
  } catch {
    // The browser keeps nothing: nor do we.
  }
}
