/** The service worker that answers this page, or `null`. */
export function controller(): ServiceWorker | null {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  return serviceWorker?.controller ?? null;
}
