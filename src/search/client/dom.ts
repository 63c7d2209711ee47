/** Makes an element with a class and content. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
  ...content: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

/** A button that does something. */
export function button(label: string, act: () => void): HTMLButtonElement {
  const made = element('button', 'find-button', label);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

/** A link to a page of the portal. */
export function link(href: string, ...content: (string | Node)[]): HTMLAnchorElement {
  const made = element('a', '', ...content);
  made.href = href;
  return made;
}
