const NEWS = {
  passphrase: {
    text: 'La phrase de passe a changé. Vous pouvez finir de lire cette page\u202f; la suivante demandera la nouvelle.',
    reload: 'La demander maintenant',
  },
  version: { text: 'Le portail a été mis à jour.', reload: 'Recharger la page' },
} as const;

/** Says politely, at the foot of the window, what has changed since the page was opened. */
export function tellNews(kind: keyof typeof NEWS): void {
  const { text, reload } = NEWS[kind];
  document.querySelector('.vault-news')?.remove();
  const news = document.createElement('div');
  news.className = 'vault-news';
  news.setAttribute('role', 'status');
  const said = document.createElement('p');
  news.append(
    said,
    button(reload, () => {
      location.reload();
    }),
    button('Plus tard', () => {
      news.remove();
    }),
  );
  document.body.append(news);
  // Put in once the region is there: else some screen readers say nothing.
  said.textContent = text;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}
