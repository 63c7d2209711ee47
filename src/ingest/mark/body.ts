import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';
import type { Block } from '../blocks/block.ts';
import { cutBlock } from '../blocks/flatten.ts';
import { answerLabelLength } from '../recognise/questions.ts';
import type { NewsEntry } from '../recognise/news.ts';
import type { Reading } from '../recognise/index.ts';
import type { QuestionEntry } from '../recognise/questions.ts';
import { element } from './elements.ts';
import { markEvidence } from './evidence.ts';
import { emit, labelled } from './emit.ts';

interface Span {
  from: number;
  to: number;
  render: () => RootContent[];
}

/** The body of a CR as mdast: its whole text in order, marked with our components. */
export function markBody(reading: Reading): Root {
  const blocks = markEvidence(reading);
  const headings = headingDepths(reading);
  const spans = spansOf({ ...reading, blocks }, headings);
  return { type: 'root', children: render(blocks, 0, blocks.length, spans, headings) };
}

/** Renders a range: spans as their components, headings as such, the rest as it is. */
function render(
  blocks: readonly Block[],
  from: number,
  to: number,
  spans: readonly Span[],
  headings: ReadonlyMap<number, Heading['depth']>,
): RootContent[] {
  const nodes: RootContent[] = [];
  let plain: Block[] = [];
  const flush = (): void => {
    nodes.push(...emit(plain));
    plain = [];
  };
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    const span = spans.find((item) => item.from === index && item.to <= to && item.to > index);
    const depth = headings.get(index);
    if (span !== undefined) {
      flush();
      nodes.push(...span.render());
      index = span.to - 1;
    } else if (depth !== undefined) {
      flush();
      nodes.push({ type: 'heading', depth, children: headingContent(block.children) });
    } else plain.push(block);
  }
  flush();
  return nodes;
}

function spansOf(reading: Reading, headings: ReadonlyMap<number, Heading['depth']>): Span[] {
  const { blocks, zones } = reading;
  const none = new Map<number, Heading['depth']>();
  const plain = (from: number, to: number) => () => emit(blocks.slice(from, to));
  const spans: Span[] = [];
  const add = (span: Span): void => {
    if (spans.every((other) => span.to <= other.from || span.from >= other.to)) spans.push(span);
  };
  const start = zones.find(
    (zone) =>
      !['head', 'next', 'participants', 'excused', 'agenda', 'highlights'].includes(zone.topic),
  );
  const preamble = start?.from ?? blocks.length;
  if (preamble > 0)
    add({ from: 0, to: preamble, render: () => [element('Preamble', {}, plain(0, preamble)())] });
  const closing = zones.find((zone) => zone.topic === 'closing');
  if (closing !== undefined) {
    add({
      from: closing.from,
      to: blocks.length,
      render: () => [element('Boilerplate', {}, plain(closing.from, blocks.length)())],
    });
  }
  for (const entry of reading.news)
    add({ from: entry.from, to: entry.to, render: () => [newsElement(blocks, entry)] });
  for (const entry of reading.questions)
    add({ from: entry.from, to: entry.to, render: () => [questionElement(blocks, entry)] });
  for (const entry of reading.trainings) {
    const block = blocks[entry.index];
    if (block === undefined) continue;
    const content = labelled(block, entry.label)?.label;
    add({
      from: entry.index,
      to: entry.index + 1,
      render: () => [
        element('Training', { site: entry.site }, content ? [content] : emit([block])),
      ],
    });
  }
  const inside = [...spans];
  reading.ranges.forEach((range, index) => {
    const webinar = (reading.webinars[index] ?? reading.webinars[0])?.value;
    if (
      webinar === undefined ||
      (index > 0 && reading.webinars.length === 1 && reading.ranges.length > 1)
    )
      return;
    const from = headings.has(range.from) ? range.from + 1 : range.from;
    const attributes = { date: webinar.date, registration: webinar.registration };
    add({
      from,
      to: range.to,
      render: () => [element('Webinar', attributes, render(blocks, from, range.to, inside, none))],
    });
  });
  return spans;
}

function newsElement(blocks: readonly Block[], entry: NewsEntry): RootContent {
  const first = blocks[entry.from];
  const rest = blocks.slice(entry.from + 1, entry.to);
  const own = first && labelled(first, entry.label);
  const following =
    own?.rest.length === 0 && rest[0] !== undefined
      ? [{ ...rest[0], joined: false }, ...rest.slice(1)]
      : rest;
  const { inclusions, followed, waiting, fte } = entry.figures;
  return element(
    'SiteNews',
    {
      site: entry.sites.join(' '),
      inclusions: inclusions?.value ?? null,
      followed: followed?.value ?? null,
      waiting: waiting?.value ?? null,
      fte: fte?.value ?? null,
    },
    [...(own ? [own.label] : []), ...emit(own ? following : blocks.slice(entry.from, entry.to))],
  );
}

function questionElement(blocks: readonly Block[], entry: QuestionEntry): RootContent {
  const block = blocks[entry.from];
  if (block === undefined) return element('Question', { status: 'open' }, []);
  const [asked, rest] = entry.answerStart < 0 ? [block, null] : cutBlock(block, entry.answerStart);
  const answers = [...(rest === null ? [] : [rest]), ...blocks.slice(entry.from + 1, entry.to)];
  const question =
    labelled(asked, entry.start)?.label ??
    emit([{ ...asked, kind: 'paragraph', joined: false }])[0];
  const first = answers[0];
  const label = first === undefined ? 0 : answerLabelLength(first.text);
  const lead = first && labelled(first, label);
  const answer = [...(lead ? [lead.label] : []), ...emit(lead ? answers.slice(1) : answers)];
  return element('Question', { status: entry.answer === null ? 'open' : 'answered' }, [
    ...(question === undefined ? [] : [question]),
    ...(answer.length === 0 ? [] : [element('Answer', {}, answer)]),
  ]);
}

/** Depth of each heading outside the preamble: bold and short lines 2, real ones relative to the highest. */
function headingDepths(reading: Reading): Map<number, Heading['depth']> {
  const headed = reading.zones.filter((zone) => zone.headed);
  const real = headed.filter((zone) => zone.level <= 6).map((zone) => zone.level);
  const highest = Math.min(...real, 6);
  const depths = new Map<number, Heading['depth']>();
  for (const zone of headed) {
    const depth = zone.level > 6 ? 2 : Math.min(zone.level - highest + 2, 4);
    depths.set(zone.from, depth as Heading['depth']);
  }
  return depths;
}

/** A heading's words: emphasis around the whole goes, and the colon that ended the line. */
function headingContent(children: readonly PhrasingContent[]): PhrasingContent[] {
  const only = children.length === 1 ? children[0] : undefined;
  if (only?.type === 'strong' || only?.type === 'emphasis') return headingContent(only.children);
  const last = children.at(-1);
  if (last?.type !== 'text') return [...children];
  return [...children.slice(0, -1), { ...last, value: last.value.replace(/\s*:\s*$/, '') }];
}
