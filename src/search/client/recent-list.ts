import { button, element } from './dom.ts';
import { forgetSearches, recentSearches } from './recent.ts';

/** The last searches of this device, to be asked again or forgotten; nothing where there are none. */
export function recentElement(choose: (text: string) => void): HTMLElement {
  const recent = element('div', 'find-recent');
  const searches = recentSearches();
  if (searches.length === 0) return recent;
  const list = element('ul', '');
  for (const text of searches) {
    const again = button(text, () => {
      choose(text);
    });
    again.classList.add('find-choice');
    list.append(element('li', '', again));
  }
  const forget = button('Effacer', () => {
    forgetSearches();
    recent.replaceChildren(element('p', '', 'Recherches effacées de cet appareil.'));
  });
  recent.append(element('h3', '', 'Recherches récentes'), list, element('p', '', forget));
  return recent;
}
