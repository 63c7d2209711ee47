import type { PhrasingContent } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import { isUsual } from '../../minutes/text.ts';
import { isSafeAddress } from '../../minutes/components.ts';

/** Text of phrasing content, a hard break being a line feed. */
export function phrasingText(children: readonly PhrasingContent[]): string {
  return children
    .map((child) => {
      if (child.type === 'break') return '\n';
      if ('children' in child) return phrasingText(child.children);
      if (child.type === 'text' || child.type === 'inlineCode') return child.value;
      return '';
    })
    .join('');
}

/**
 * A copy of phrasing content with its text in NFC, runs of space made one, spaces gone at both ends
 * and moved out of emphasis, empty emphasis gone. Hard breaks are kept.
 */
export function tidyPhrasing(children: readonly PhrasingContent[]): PhrasingContent[] {
  const state = { space: true };
  const tidied = tidy(children, state);
  return trimEnd(tidied);
}

function tidy(children: readonly PhrasingContent[], state: { space: boolean }): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const child of children) {
    if (child.type === 'break') {
      result.push(child);
      state.space = true;
    } else if (child.type === 'mdxJsxTextElement') {
      result.push(child);
      state.space = false;
    } else if (child.type === 'text' || child.type === 'inlineCode') {
      let { value } = child;
      if (!isUsual(value))
        value = value.normalize('NFC').replace(/[\u00ad\u200b\u200c\u2060\ufeff]/g, '');
      value = value.replace(/\s+/g, ' ');
      if (state.space) value = value.replace(/^ /, '');
      if (value === '') continue;
      state.space = value.endsWith(' ');
      result.push({ ...child, value });
    } else if (child.type === 'image' || child.type === 'imageReference') {
      // A page fetches nothing that a CR names: a picture is its words.
      const alt = (child.alt ?? '').trim();
      if (alt !== '') result.push({ type: 'text', value: alt });
      state.space = false;
    } else if ('children' in child) {
      const inner = tidy(child.children, state);
      if (child.type === 'linkReference' || (child.type === 'link' && !isSafeAddress(child.url))) {
        result.push(...inner);
        continue;
      }
      if (phrasingText(inner) === '') {
        // Emphasis around nothing but a space or a break: what it holds stays, it goes.
        result.push(...inner);
        continue;
      }
      const last = inner.at(-1);
      const hang = last?.type === 'text' && last.value.endsWith(' ') ? ' ' : '';
      const kept = hang === '' ? inner : trimEnd(inner);
      if (kept.length > 0) result.push({ ...child, children: kept });
      if (hang !== '') result.push({ type: 'text', value: hang });
    } else result.push(child);
  }
  return mergeTexts(result);
}

function mergeTexts(children: PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (child.type === 'text' && last?.type === 'text') {
      merged[merged.length - 1] = { ...last, value: last.value + child.value };
    } else merged.push(child);
  }
  return merged;
}

function trimEnd(children: PhrasingContent[]): PhrasingContent[] {
  const last = children.at(-1);
  if (last === undefined) return children;
  if (last.type === 'text') {
    const value = last.value.replace(/ +$/, '');
    return value === ''
      ? trimEnd(children.slice(0, -1))
      : [...children.slice(0, -1), { ...last, value }];
  }
  return children;
}

/** Cuts phrasing content at an offset of its text; emphasis and links that span it stand on both sides. */
export function cutPhrasing(
  children: readonly PhrasingContent[],
  offset: number,
): [PhrasingContent[], PhrasingContent[]] {
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  let at = 0;
  for (const child of children) {
    const length = phrasingText([child]).length;
    if (at + length <= offset) before.push(child);
    else if (at >= offset) after.push(child);
    else if (child.type === 'text' || child.type === 'inlineCode') {
      before.push({ ...child, value: child.value.slice(0, offset - at) });
      after.push({ ...child, value: child.value.slice(offset - at) });
    } else if ('children' in child) {
      const [left, right] = cutPhrasing(child.children, offset - at);
      before.push({ ...child, children: left });
      after.push({ ...child, children: right });
    } else after.push(child);
    at += length;
  }
  return [before, after];
}
