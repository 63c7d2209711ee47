import type { PhrasingContent, RootContent } from 'mdast';
import { tableOf } from './cells.ts';
import { textNode } from './nodes.ts';
import { addParagraph, type Draft, emptyDraft } from './rtf-paragraphs.ts';
import { RtfPictures } from './rtf-pictures.ts';
import type { Destination, RtfState } from './rtf-state.ts';

/** What an RTF file holds, and what of it was left out. */
export interface RtfContent {
  blocks: RootContent[];
  notes: RootContent[];
  /** Paragraphs of headers and footers. */
  margins: RootContent[];
  pictures: ReadonlyMap<string, Uint8Array>;
  hidden: boolean;
}

/** Text beside the body's: its draft is put aside while it is read. */
type Aside = Extract<Destination, 'note' | 'margin' | 'box'>;

const isAside = (destination: Destination): destination is Aside =>
  destination === 'note' || destination === 'margin' || destination === 'box';

/** Collects blocks from the text and paragraph marks of an RTF file. */
export class RtfBuilder {
  #blocks: RootContent[] = [];
  #draft = emptyDraft(false);
  /** Drafts that wait for the end of a note, margin or box within them. */
  #outer: { draft: Draft; aside: Aside }[] = [];
  #asides: Record<Aside, RootContent[]> = { note: [], margin: [], box: [] };
  #bytes: number[] = [];
  #bytesState: RtfState | null = null;
  #link: { url: string } | null = null;
  #instruction = '';
  #cell: RootContent[] = [];
  #row: RootContent[][] = [];
  #rows: RootContent[][][] = [];
  #hidden = false;
  readonly pictures = new RtfPictures();
  /** Name of the shape's property that was read last. */
  property = '';

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

  /** The beginning of a note, margin or box: the paragraph around it waits. */
  openAside(aside: Aside): void {
    this.#flush();
    this.#outer.push({ draft: this.#draft, aside });
    this.#draft = emptyDraft(false);
  }

  /** The end of a group: text beside the body's is complete, a field's address known. */
  leave(state: RtfState, outer: RtfState): void {
    this.#flush();
    if (state.destination === 'picture' && outer.destination !== 'picture') {
      const url = this.pictures.close();
      if (url !== null) this.#draft.children.push({ type: 'image', url, alt: '' });
    }
    if (isAside(state.destination) && state.destination !== outer.destination) {
      const waiting = this.#outer.pop();
      if (waiting !== undefined) {
        this.#endParagraph(this.#asides[waiting.aside]);
        this.#draft = waiting.draft;
      }
    }
    if (state.inResult && !outer.inResult) this.#link = null;
    if (state.destination === 'instruction' && outer.destination !== 'instruction') {
      const url = /HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/i.exec(this.#instruction)?.[1];
      if (url !== undefined) this.#link = { url };
      this.#instruction = '';
    }
  }

  control(word: string, value: number | null, state: RtfState): void {
    this.#flush();
    if (state.skipped || state.destination === 'bullet') return;
    if (word === 'par' || word === 'sect' || word === 'page') this.#paragraph();
    else if (word === 'line') this.#draft.children.push({ type: 'break' });
    else if (word === 'pard') {
      this.#draft.level = null;
      this.#draft.inTable = false;
      this.#draft.hanging = false;
    } else if (word === 'fi') this.#draft.hanging = (value ?? 0) < 0;
    else if (word === 'intbl') this.#draft.inTable = true;
    else if (word === 'outlinelevel') this.#draft.level = (value ?? 0) + 1;
    else if (word === 'cell') this.#endCell();
    // A table in a cell is read as the paragraphs of its cells.
    else if (word === 'nestcell') this.#endParagraph(this.#cell);
    else if (word === 'row') {
      if (this.#row.length > 0) this.#rows.push(this.#row);
      this.#row = [];
    } else if (word === 'fldrslt') state.inResult = true;
  }

  /** The rank of a heading's style; what the paragraph itself says comes after it. */
  headingStyle(level: number): void {
    this.#flush();
    this.#draft.level = level;
  }

  finish(): RtfContent {
    this.#flush();
    this.#paragraph();
    this.#endTable();
    const { note, margin } = this.#asides;
    return {
      blocks: this.#blocks,
      notes: note,
      margins: margin,
      pictures: this.pictures.found,
      hidden: this.#hidden,
    };
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
    const aside = this.#outer.at(-1)?.aside;
    if (aside !== undefined) this.#endParagraph(this.#asides[aside]);
    else if (this.#draft.inTable) {
      this.#endParagraph(this.#cell);
      this.#draft.inTable = true;
    } else {
      this.#endTable();
      this.#endParagraph(this.#blocks);
    }
  }

  #endCell(): void {
    this.#endParagraph(this.#cell);
    this.#row.push(this.#cell);
    this.#cell = [];
    this.#draft.inTable = true;
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
    const draft = this.#draft;
    const { level, inTable, hanging } = draft;
    this.#draft = { ...emptyDraft(inTable), level, hanging };
    addParagraph(draft, target);
    // Boxes stand behind the paragraph they are tied to.
    if (target !== this.#asides.box && this.#outer.length === 0)
      target.push(...this.#asides.box.splice(0));
  }
}
