// The contents beside the text follow the reader: the entry of what stands at the top is current.
const rail = document.querySelector('.contents-rail nav');
const entries = [...(rail?.querySelectorAll<HTMLAnchorElement>('a[href^="#"]') ?? [])].flatMap(
  (link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target === null ? [] : [{ link, target }];
  },
);

/** Share of the window, from its top, in which a heading counts as being read. */
const READING = 0.3;

function follow(): void {
  const limit = innerHeight * READING;
  const current = entries.findLast(({ target }) => target.getBoundingClientRect().top <= limit);
  for (const entry of entries) {
    if (entry === current) entry.link.setAttribute('aria-current', 'true');
    else entry.link.removeAttribute('aria-current');
  }
  if (rail === null || current === undefined) return;
  // Only the list scrolls, never the page.
  const { top, bottom } = rail.getBoundingClientRect();
  const at = current.link.getBoundingClientRect();
  if (at.top < top) rail.scrollTop -= top - at.top;
  if (at.bottom > bottom) rail.scrollTop += at.bottom - bottom;
}

const observer = new IntersectionObserver(follow, {
  rootMargin: `0px 0px -${String(100 * (1 - READING))}% 0px`,
});
for (const { target } of entries) observer.observe(target);
