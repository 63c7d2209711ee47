// Webinars that are over leave the list of those to come: a build knows no today.
import '../mark-past.early.ts';

const gone = document.querySelector('[data-gone]');
const list = gone?.querySelector('ul');
for (const item of document.querySelectorAll('[data-coming] > li')) {
  // Oldest first in the page: the last that goes over is the newest.
  if (item.querySelector('[data-past]') !== null) list?.prepend(item);
}
if (list?.firstElementChild != null) gone?.removeAttribute('hidden');
