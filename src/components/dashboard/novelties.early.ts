// Shows what came since the last visit from this device, which keeps nothing but two dates.
import { visitAt, writeVisits, type Visits } from './visits.ts';

const KEY = 'visits';

function recordVisit(): Visits {
  try {
    const visits = visitAt(Date.now(), localStorage.getItem(KEY));
    localStorage.setItem(KEY, writeVisits(visits));
    return visits;
  } catch {
    return { seen: Date.now(), before: null }; // storage is barred: each visit is the first
  }
}

const { before } = recordVisit();
const box = document.querySelector<HTMLElement>('[data-novelties]');
if (box !== null && before !== null) {
  const fresh = [...box.querySelectorAll<HTMLElement>('[data-at]')].map((item) => ({
    item,
    isFresh: Date.parse(item.dataset['at'] ?? '') > before,
  }));
  const shown = fresh.filter(({ isFresh }) => isFresh).slice(0, Number(box.dataset['most']));
  const title = box.querySelector('[data-title]');
  if (shown.length > 0) {
    if (title !== null) title.textContent = 'Depuis votre dernière visite';
    for (const { item } of fresh) item.hidden = true;
    for (const { item } of shown) item.hidden = false;
  } else {
    const day = new Date(before).toLocaleDateString('fr-FR', { day: 'numeric', month: 'long' });
    const visit = box.querySelector('[data-visit]');
    if (visit !== null) visit.textContent = day.replace(/^1 /, '1er ').replace(' ', '\u00a0');
    box.querySelector('[data-none]')?.removeAttribute('hidden');
    if (title !== null) title.textContent = 'Dernières nouvelles';
  }
}
