import type { PhrasingContent, RootContent } from 'mdast';
import { tableOf } from './cells.ts';
import { leadText, withoutMark } from './hand-lists.ts';
import { paragraphOf, textNode } from './nodes.ts';
import type { RtfState } from './rtf-state.ts';

const NUMBER = /^\s*\d{1,2}[.)]\s+/;

/** A paragraph in the making. */
interface Draft {
  children: PhrasingContent[];
  bullet: string | null;
  level: number | null;
  inTable: boolean;
  /** Whether its first line begins left of the others, as a list item's number does. */
  hanging: boolean;
}

const emptyDraft = (inTable: boolean): Draft => ({
  children: [],
  bullet: null,
  level: null,
  inTable,
  hanging: false,
});

/** Collects blocks from the text and paragraph marks of an RTF file. */
export class RtfBuilder {
  #blocks: RootContent[] = [];
  #notes: RootContent[] = [];
  #draft = emptyDraft(false);
  /** The body's draft while a note is read. */
  #outer: Draft | null = null;
  #bytes: number[] = [];
  #bytesState: RtfState | null = null;
  #link: { url: string } | null = null;
  #instruction = '';
  #cell: RootContent[] = [];
  #row: RootContent[][] = [];
  #rows: RootContent[][][] = [];
  #hidden = false;

  /** A byte in the state's code page; bytes of one run are decoded together. */
  byte(byte: number, state: RtfState): void {
    if (this.#bytesState !== state) this.#flush();
    this.#bytesState = state;
    this.#bytes.push(byte);
  }

  text(value: string, state: RtfState): void {
    this.#flush();
    this.#add(value, state);
  }

  /** A paragraph's list mark of old word processors. */
  bullet(): void {
    this.#flush();
    this.#draft.bullet ??= '•';
  }

  openNote(): void {
    this.#flush();
    this.#outer = this.#draft;
    this.#draft = emptyDraft(false);
  }

  /** The end of a group: a note is complete, a field's address known. */
  leave(state: RtfState, outer: RtfState): void {
    this.#flush();
    if (state.destination === 'note' && outer.destination !== 'note' && this.#outer !== null) {
      this.#endParagraph(this.#notes);
      this.#draft = this.#outer;
      this.#outer = null;
    }
    if (state.inResult && !outer.inResult) this.#link = null;
    if (state.destination === 'instruction' && outer.destination !== 'instruction') {
      const url = /HYPERLINK\s+"([^"]+)"/i.exec(this.#instruction)?.[1];
      if (url !== undefined) this.#link = { url };
      this.#instruction = '';
    }
  }

  control(word: string, value: number | null, state: RtfState): void {
    this.#flush();
    if (state.skipped) return;
    if (word === 'par' || word === 'sect' || word === 'page') this.#paragraph();
    else if (word === 'line') this.#draft.children.push({ type: 'break' });
    else if (word === 'pard') {
      this.#draft.level = null;
      this.#draft.inTable = false;
      this.#draft.hanging = false;
    } else if (word === 'fi') this.#draft.hanging = (value ?? 0) < 0;
    else if (word === 'intbl') this.#draft.inTable = true;
    else if (word === 'outlinelevel') this.#draft.level = (value ?? 0) + 1;
    else if (word === 'cell' || word === 'nestcell') {
      this.#endParagraph(this.#cell);
      this.#row.push(this.#cell);
      this.#cell = [];
      this.#draft.inTable = true;
    } else if (word === 'row' || word === 'nestrow') {
      if (this.#row.length > 0) this.#rows.push(this.#row);
      this.#row = [];
    } else if (word === 'fldrslt') state.inResult = true;
  }

  finish(): { blocks: RootContent[]; notes: RootContent[]; hidden: boolean } {
    this.#flush();
    this.#paragraph();
    this.#endTable();
    return { blocks: this.#blocks, notes: this.#notes, hidden: this.#hidden };
  }

  #flush(): void {
    if (this.#bytes.length === 0 || this.#bytesState === null) return;
    const value = new TextDecoder(this.#bytesState.codePage).decode(new Uint8Array(this.#bytes));
    this.#bytes = [];
    this.#add(value, this.#bytesState);
  }

  #add(value: string, state: RtfState): void {
    if (state.destination === 'instruction') this.#instruction += value;
    else if (state.destination === 'bullet')
      this.#draft.bullet = (this.#draft.bullet ?? '') + value;
    else if (state.skipped || value === '') return;
    else if (state.hidden) this.#hidden ||= /[\p{L}\p{N}]/u.test(value);
    else this.#draft.children.push(this.#marked(value, state));
  }

  #marked(value: string, state: RtfState): PhrasingContent {
    let node: PhrasingContent = textNode(value);
    if (this.#link !== null) node = { type: 'link', url: this.#link.url, children: [node] };
    if (state.italic) node = { type: 'emphasis', children: [node] };
    if (state.bold || (state.underline && this.#link === null))
      node = { type: 'strong', children: [node] };
    return node;
  }

  #paragraph(): void {
    if (this.#draft.inTable) {
      this.#endParagraph(this.#cell);
      this.#draft.inTable = true;
      return;
    }
    if (this.#outer === null) this.#endTable();
    this.#endParagraph(this.#outer === null ? this.#blocks : this.#notes);
  }

  #endTable(): void {
    if (this.#row.length > 0) this.#rows.push(this.#row);
    if (this.#rows.length > 0) this.#blocks.push(...tableOf(this.#rows));
    this.#blocks.push(...this.#cell);
    this.#cell = [];
    this.#row = [];
    this.#rows = [];
  }

  /** Ends the draft; its paragraph properties hold for the next one until `\pard`. */
  #endParagraph(target: RootContent[]): void {
    const { level, inTable, hanging } = this.#draft;
    let { children, bullet } = this.#draft;
    this.#draft = { ...emptyDraft(inTable), level, hanging };
    if (children.length === 0) return;
    const number = hanging ? NUMBER.exec(leadText(paragraphOf(children)))?.[0] : undefined;
    if (number !== undefined && bullet === null) {
      bullet = number;
      children = withoutMark(children, NUMBER);
    }
    if (level !== null && level <= 6 && bullet === null) {
      target.push({ type: 'heading', depth: level as 1 | 2 | 3 | 4 | 5 | 6, children });
    } else if (bullet === null) target.push(paragraphOf(children));
    else {
      const ordered = /\d/.test(bullet);
      const last = target.at(-1);
      const item = { type: 'listItem' as const, spread: false, children: [paragraphOf(children)] };
      if (last?.type === 'list' && last.ordered === ordered) last.children.push(item);
      else target.push({ type: 'list', ordered, spread: false, children: [item] });
    }
  }
}
