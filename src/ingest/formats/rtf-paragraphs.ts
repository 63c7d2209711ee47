import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { leadText, withoutMark } from './hand-lists.ts';
import { paragraphOf } from './nodes.ts';

const NUMBER = /^\s*\d{1,2}[.)]\s+/;

/** A paragraph in the making. */
export interface Draft {
  children: PhrasingContent[];
  bullet: string | null;
  /** Of a heading: from 1. */
  level: number | null;
  inTable: boolean;
  /** Whether its first line begins left of the others, as a list item's number does. */
  hanging: boolean;
}

export const emptyDraft = (inTable: boolean): Draft => ({
  children: [],
  bullet: null,
  level: null,
  inTable,
  hanging: false,
});

/** Adds a draft to blocks, as the heading, list item or paragraph it is; an empty one is none. */
export function addParagraph(draft: Draft, target: RootContent[]): void {
  const { level, hanging } = draft;
  let { children, bullet } = draft;
  if (children.length === 0) return;
  const number = hanging ? NUMBER.exec(leadText(paragraphOf(children)))?.[0] : undefined;
  if (number !== undefined && bullet === null) {
    bullet = number;
    children = withoutMark(children, NUMBER);
  }
  // A heading keeps its rank whether it is numbered or not.
  if (level !== null && level <= 6) {
    target.push({ type: 'heading', depth: level as 1 | 2 | 3 | 4 | 5 | 6, children });
  } else if (bullet === null) target.push(paragraphOf(children));
  else addItem(bullet, children, target);
}

function addItem(bullet: string, children: PhrasingContent[], target: RootContent[]): void {
  const counted = /\d{1,3}(?=\D*$)/.exec(bullet)?.[0];
  const last = target.at(-1);
  const item: ListItem = { type: 'listItem', spread: false, children: [paragraphOf(children)] };
  const isNext =
    last?.type === 'list' &&
    (last.ordered === true
      ? counted !== undefined && Number(counted) === (last.start ?? 1) + last.children.length
      : counted === undefined);
  if (isNext) last.children.push(item);
  else {
    const list: List = { type: 'list', ordered: false, spread: false, children: [item] };
    target.push(counted === undefined ? list : { ...list, ordered: true, start: Number(counted) });
  }
}
