// A sentence that a figure leads to may stand in a folded part of the page.
function openTarget(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id === '' ? null : document.getElementById(id);
  const folded = target?.closest('details:not([open])');
  if (!target || !folded) return;
  folded.setAttribute('open', '');
  target.scrollIntoView({ block: 'center' });
}

addEventListener('hashchange', openTarget);
openTarget();
