import type { Piece } from '../excerpt.ts';
import type { Hit, Passage } from '../passages.ts';
import type { Query } from '../query.ts';
import { dateInWords } from '../sentences.ts';

/** The CRs that were found, one row each. */
export function hitList(hits: readonly Hit[]): HTMLOListElement {
  const list = element('ol', 'find-hits');
  list.append(...hits.map(hitElement));
  return list;
}

/** One CR: number and date for the margin, its passages beside them. */
function hitElement(hit: Hit): HTMLLIElement {
  const row = element('li', 'find-hit');
  const note = element('div', 'find-note');
  const heading = element('h2', 'find-number');
  heading.append(hit.number === null ? hit.title : `n°\u00a0${hit.number}`);
  note.append(heading);
  if (hit.date !== '') {
    const time = element('time', 'find-date');
    time.dateTime = hit.date;
    time.append(dateInWords(hit.date));
    note.append(time);
  }
  const list = element('ul', 'find-passages');
  list.append(...hit.passages.map(passageElement));
  row.append(note, list);
  return row;
}

function passageElement(passage: Passage): HTMLLIElement {
  const item = element('li');
  item.dataset['searchResult'] = '';
  const link = element('a', 'find-link');
  link.href = passage.href;
  const title = element('b');
  title.append(...passage.title.map(pieceNode));
  const excerpt = element('span');
  excerpt.append(...passage.excerpt.map(pieceNode));
  link.append(title, ' ', excerpt);
  item.append(link);
  return item;
}

function pieceNode(piece: Piece): Node {
  if (!piece.hit) return document.createTextNode(piece.text);
  const mark = element('mark');
  mark.append(piece.text);
  return mark;
}

/** What may help when nothing was found: each line a sentence, some with a button. */
export function helpElement(
  query: Query,
  year: string,
  search: (text: string, year: string) => void,
): HTMLUListElement {
  const list = element('ul', 'find-help');
  const line = (...content: (string | Node)[]): void => {
    const item = element('li');
    item.append(...content);
    list.append(item);
  };
  const button = (label: string, text: string, when: string): HTMLButtonElement => {
    const control = element('button', 'find-retry');
    control.type = 'button';
    control.append(label);
    control.addEventListener('click', () => {
      search(text, when);
    });
    return control;
  };
  if (year !== '') {
    line(button('Chercher dans toutes les années', query.text, ''));
  }
  const words = query.term.replace(/"/g, '').split(' ');
  if (words.length > 1) {
    line('Chercher un seul de ces mots\u00a0:');
    const last = list.lastElementChild;
    for (const word of words) last?.append(' ', button(word, word, year));
  }
  line(
    'Essayez un mot plus court ou plus courant\u00a0: «\u00a0inscription\u00a0» plutôt que «\u00a0réinscriptions\u00a0».',
  );
  line(
    'Vérifiez l’orthographe, surtout celle des noms propres\u00a0; les accents ne comptent pas.',
  );
  return list;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className?: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== undefined) made.className = className;
  return made;
}
