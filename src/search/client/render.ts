import type { Guide } from '../guide.ts';
import type { Passage, Piece } from '../passage.ts';
import { KINDS } from '../record.ts';
import { dateInWords, minutesLabel } from '../sentences.ts';
import { element } from './dom.ts';

/** The sections that were found; those of one CR that follow each other share its number and date. */
export function passageList(
  passages: readonly Passage[],
  guide: Guide,
  opened: (passage: Passage) => void,
): HTMLOListElement {
  const list = element('ol', 'find-hits');
  let [route, own] = ['', element('ul', 'find-passages')];
  for (const passage of passages) {
    if (route !== passage.route) {
      [route, own] = [passage.route, element('ul', 'find-passages')];
      list.append(element('li', 'find-hit', noteOf(route, guide), own));
    }
    own.append(passageItem(passage, opened));
  }
  return list;
}

/** Number and date of a CR, for the margin. */
function noteOf(route: string, guide: Guide): HTMLElement {
  const note = element('div', 'find-note');
  const minutes = guide.minutes.find((one) => one.route === route);
  if (minutes === undefined) return note;
  const time = element('time', 'find-date', dateInWords(minutes.date));
  time.dateTime = minutes.date;
  if (minutes.number !== null) note.append(element('h3', 'find-number', minutesLabel(minutes)));
  note.append(minutes.number === null ? element('h3', 'find-date', time) : time);
  return note;
}

function passageItem(passage: Passage, opened: (passage: Passage) => void): HTMLLIElement {
  const link = element('a', 'find-link');
  link.href = passage.href;
  link.append(
    element('b', '', ...passage.title.map(pieceNode)),
    ' ',
    element('small', '', passage.isRemark ? 'remarque' : KINDS[passage.kind].one),
    ' ',
    element('span', '', ...passage.excerpt.map(pieceNode)),
  );
  link.addEventListener('click', () => {
    opened(passage);
  });
  const item = element('li', '', link);
  item.dataset['searchResult'] = '';
  return item;
}

function pieceNode({ text, hit }: Piece): Node {
  return hit ? element('mark', '', text) : document.createTextNode(text);
}
