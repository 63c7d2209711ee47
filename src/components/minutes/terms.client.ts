// Explanations of abbreviations show on hover and focus by CSS alone. This adds what CSS cannot: a tap
// opens (not every browser focuses a button that is tapped), Escape or a tap elsewhere closes.
const shown = 'data-open';
const hushed = 'data-hushed';
const all = (): NodeListOf<Element> => document.querySelectorAll('.term');

const within = ({ target }: Event): Element | null =>
  target instanceof Element ? target.closest('.term') : null;

document.addEventListener('click', (event) => {
  const pressed = within(event);
  for (const term of all()) if (term !== pressed) term.removeAttribute(shown);
  pressed?.removeAttribute(hushed);
  pressed?.setAttribute(shown, '');
});

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const term of all()) {
    term.removeAttribute(shown);
    if (term.matches(':hover, :focus-within')) term.setAttribute(hushed, '');
  }
});

for (const term of all()) {
  for (const leaving of ['pointerleave', 'focusout']) {
    term.addEventListener(leaving, () => {
      term.removeAttribute(hushed);
      if (leaving === 'focusout') term.removeAttribute(shown);
    });
  }
}
