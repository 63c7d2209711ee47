import { related, type Asked, wordsIn } from '../words.ts';

/** Marks words in the section that an address leads to, and shows where it begins. */
export function markArrival(anchor: string, asked: readonly Asked[]): void {
  for (const part of sectionAt(anchor)) {
    for (const text of textsIn(part)) markIn(text, asked);
  }
}

/** The elements of the section that an anchor heads, up to the next heading. */
function sectionAt(anchor: string): Element[] {
  const head = anchor === '' ? document.querySelector('main h1') : document.getElementById(anchor);
  if (head === null) return [];
  const section = head.closest('section[aria-labelledby]');
  if (section?.getAttribute('aria-labelledby') === anchor && anchor !== '') return [section];
  const parts = [head];
  for (let next = head.nextElementSibling; next !== null; next = next.nextElementSibling) {
    if (next.matches('h1, h2, h3, section') || next.querySelector('h2, h3') !== null) break;
    parts.push(next);
  }
  return parts;
}

function textsIn(part: Element): Text[] {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.parentElement?.closest('mark, script, style, button, [hidden]') === null)
      texts.push(node);
  }
  return texts;
}

/** Wraps the words from right to left, so that places stay true. */
function markIn(text: Text, asked: readonly Asked[]): void {
  const words = wordsIn(text.data).filter(({ folded }) =>
    asked.some((one) => related(one, folded)),
  );
  for (const { start, end } of [...words].reverse()) {
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, end);
    const mark = document.createElement('mark');
    mark.className = 'arrival';
    range.surroundContents(mark);
  }
}
