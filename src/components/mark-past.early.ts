// What is past is decided when the page is read: a build knows no today.
const now = new Date();
const two = (value: number): string => String(value).padStart(2, '0');
const today = `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

const dated = [...document.querySelectorAll<HTMLElement>('[data-until]')];
for (const element of dated) {
  element.toggleAttribute('data-past', (element.dataset['until'] ?? '') < today);
}
if (dated.length > 0 && dated.every((element) => element.hasAttribute('data-past'))) {
  for (const element of document.querySelectorAll('[data-when-all-past]')) {
    element.removeAttribute('hidden');
  }
}
