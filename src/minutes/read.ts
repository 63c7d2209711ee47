import type { Root, RootContent } from 'mdast';
import { assignAnchors, headingAnchor } from './anchors.ts';
import { checkNode } from './components.ts';
import { ContentError } from './errors.ts';
import { checkFrontmatter, splitFrontmatter } from './frontmatter.ts';
import {
  attribute,
  blockText,
  type Component,
  isComponent,
  parseMdx,
  plainText,
  walk,
} from './mdast.ts';
import {
  type FigureAnchors,
  isFigure,
  type Minutes,
  type Question,
  type SiteNews,
} from './minutes.ts';
import { passagesOf } from './passages.ts';
import { minutesFrontmatter, type MinutesFrontmatter } from './schema.ts';
import { type SiteTable, slugsOf } from './sites.ts';

/** An MDX file of `content/comptes-rendus/`. */
export interface MinutesFile {
  path: string;
  text: string;
}

/**
 * Reads a CR's MDX file into data. The body is checked (text and our components only) and its
 * sections, news, questions, trainings and webinars are gathered with their anchors.
 * @throws {ContentError} naming file, line and field of the first fault.
 */
export function readMinutes(file: MinutesFile, sites: SiteTable): Minutes {
  checkMerged(file);
  const { data, body, bodyLine } = splitFrontmatter(file);
  const frontmatter = checkFrontmatter(minutesFrontmatter, data, file);
  checkSites(frontmatter, file, sites);
  const tree = parseBody(body, file.path, bodyLine);
  for (const node of walk(tree)) {
    if (node.type !== 'root') checkNode(node, file.path, bodyLine);
  }
  assignAnchors(tree);
  const minutes: Minutes = {
    ...frontmatter,
    id: file.path.replace(/^.*[\\/]/, '').replace(/\.mdx?$/, ''),
    route: frontmatter.number === null ? frontmatter.date : String(frontmatter.number),
    inclusionsAnchor: nationalAnchor(tree),
    sections: [],
    news: [],
    questions: [],
    trainings: [],
    webinars: [],
    pictures: [],
    redacted: [],
    passages: passagesOf(tree),
  };
  for (const node of walk(tree)) {
    if (node.type === 'heading') {
      const anchor = headingAnchor(node);
      minutes.sections.push({ anchor, title: plainText(node), depth: node.depth });
    } else if (isComponent(node)) {
      gather(node, minutes, sites, { file: file.path, line: lineOf(node, bodyLine) });
    }
  }
  return minutes;
}

/** Refuses a file in which a correction and a new import still contradict each other. */
function checkMerged(file: MinutesFile): void {
  const line = file.text.split('\n').findIndex((text) => /^(?:<{7}|>{7}) /.test(text));
  if (line < 0) return;
  throw new ContentError(
    { file: file.path, line: line + 1 },
    'a correction and a new import contradict each other here.',
    'Keep one of the two versions, and remove the lines <<<<<<<, ======= and >>>>>>>.',
  );
}

function parseBody(body: string, path: string, bodyLine: number): Root {
  try {
    return parseMdx(body);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const line = (cause as { line?: number }).line;
    throw new ContentError(
      { file: path, line: line === undefined ? undefined : line + bodyLine - 1 },
      `the body is not valid MDX: ${message}`,
      'Close every component on a line of its own, and write \\{ or \\< for these signs.',
    );
  }
}

const lineOf = (node: Component, bodyLine: number): number | undefined =>
  node.position && node.position.start.line + bodyLine - 1;

function checkSites(data: MinutesFrontmatter, file: MinutesFile, sites: SiteTable): void {
  for (const field of ['participants', 'excused'] as const) {
    for (const person of data[field]) {
      if (person.site !== null) checkSite(person.site, sites, { file: file.path, field });
    }
  }
}

function checkSite(slug: string, sites: SiteTable, place: ContentError['place']): void {
  if (slug === 'ecnp' || sites.sites.some((site) => site.slug === slug)) return;
  throw new ContentError(
    place,
    `"${slug}" is no site.`,
    'Use the name of a file of content/sites/ without its ending, or add that file.',
  );
}

function gather(
  node: Component,
  to: Minutes,
  sites: SiteTable,
  place: ContentError['place'],
): void {
  const text = (name: string): string | null => {
    const value = attribute(node, name);
    return value === null ? null : String(value);
  };
  const site = text('site');
  for (const slug of slugsOf(site ?? '')) checkSite(slug, sites, { ...place, field: 'site' });
  switch (node.name) {
    case 'SiteNews':
      for (const slug of slugsOf(site ?? '')) to.news.push(readNews(node, slug));
      break;
    case 'Question':
      to.questions.push(readQuestion(node, place));
      break;
    case 'Training':
      to.trainings.push({
        site,
        text: blockText(node, ['Label']),
        section: to.sections.at(-1)?.anchor ?? null,
      });
      break;
    case 'Webinar':
      to.webinars.push({ date: text('date'), registration: text('registration') });
      break;
    case 'Picture':
      to.pictures.push({ file: text('file') ?? '', alt: text('alt') ?? '' });
      break;
    case 'Redacted':
      to.redacted.push(text('kind') ?? '');
      break;
    default:
  }
}

function readNews(node: Component, site: string): SiteNews {
  const figure = (name: string): number | null => {
    const value = attribute(node, name);
    return typeof value === 'number' ? value : null;
  };
  let label = '';
  for (const inner of walk(node)) {
    if (label === '' && isComponent(inner, 'Label')) label = plainText(inner);
  }
  return {
    site,
    anchor: String(attribute(node, 'anchor') ?? ''),
    label,
    text: blockText(node, ['Label']),
    evidence: evidenceOf(node),
    inclusions: figure('inclusions'),
    followed: figure('followed'),
    waiting: figure('waiting'),
    fte: figure('fte'),
  };
}

/** The anchor of the first sentence that states the national figure: one outside any site's news. */
function nationalAnchor(node: Root | RootContent): string | null {
  if (isComponent(node, 'SiteNews')) return null;
  if (isComponent(node, 'Evidence')) return String(attribute(node, 'anchor'));
  if (!('children' in node)) return null;
  for (const child of node.children) {
    const anchor = nationalAnchor(child);
    if (anchor !== null) return anchor;
  }
  return null;
}

function evidenceOf(news: Component): FigureAnchors {
  const anchors: FigureAnchors = { inclusions: null, followed: null, waiting: null, fte: null };
  for (const node of walk(news)) {
    if (!isComponent(node, 'Evidence')) continue;
    for (const name of String(attribute(node, 'of')).split(' ')) {
      if (isFigure(name)) anchors[name] ??= String(attribute(node, 'anchor'));
    }
  }
  return anchors;
}

function readQuestion(node: Component, place: ContentError['place']): Question {
  const status = attribute(node, 'status');
  if (status !== 'answered' && status !== 'open') {
    throw new ContentError(
      { ...place, field: 'status' },
      `"${String(status)}" is no status of a question.`,
      'Write "answered" or "open".',
    );
  }
  const answers: string[] = [];
  for (const inner of walk(node))
    if (isComponent(inner, 'Answer')) answers.push(blockText(inner, ['Label']));
  const answer = answers.join('\n');
  return {
    anchor: String(attribute(node, 'anchor') ?? ''),
    status,
    question: blockText(node, ['Answer', 'Label']).replaceAll('\n', ' '),
    answer: answer === '' ? null : answer,
  };
}
