import type { Heading, RootContent } from 'mdast';
import { assignAnchors, headingAnchor } from '../minutes/anchors.ts';
import { splitFrontmatter } from '../minutes/frontmatter.ts';
import {
  attribute,
  blockText,
  type Component,
  isComponent,
  parseMdx,
  plainText,
  walk,
} from '../minutes/mdast.ts';
import type { Minutes } from '../minutes/minutes.ts';
import { ECNP, namesOf, type SiteTable, slugsOf } from '../minutes/sites.ts';
import { summaryRecords } from './summary.ts';
import type { Kind, SearchRecord } from './record.ts';

/** A section that is being gathered: from one heading to the next. */
interface Open {
  anchor: string;
  title: string;
  lines: string[];
  kind: Kind;
  sites: string[];
}

/** What pages fold away: it repeats the summary, or every CR has it. */
const FOLDED = ['Preamble', 'Boilerplate'];

/**
 * The sections of a CR that search can find: its summary and participants, each heading's own text,
 * each site's news, each question with its answers. Anchors are those of its page.
 * @param mdx the text of the CR's file, which `minutes` was read from
 */
export function recordsOf(
  minutes: Minutes,
  file: { path: string; text: string },
  sites: SiteTable,
): SearchRecord[] {
  const tree = parseMdx(splitFrontmatter(file).body);
  assignAnchors(tree);
  const { date, route } = minutes;
  const page = `/cdp/comptes-rendus/${route}/`;
  const records: SearchRecord[] = [...summaryRecords(minutes, page, sites)];
  const title = records[0]?.title ?? '';
  let open: Open = { anchor: '', title, lines: [], kind: 'programme', sites: [] };
  const add = ({ anchor, lines, ...rest }: Open): void => {
    const text = lines.filter((line) => line !== '').join('\n');
    if (text === '') return;
    records.push({ ...rest, url: anchor === '' ? page : `${page}#${anchor}`, text, date, route });
  };
  const visit = (node: RootContent): void => {
    if (node.type === 'heading') {
      add(open);
      open = headed(node);
    } else if (!isComponent(node)) {
      open.lines.push(blockText(node));
    } else if (node.name === 'SiteNews') {
      add(newsOf(node, sites));
    } else if (node.name === 'Question') {
      add(questionOf(node));
    } else if (!FOLDED.includes(node.name ?? '')) {
      gather(node, open);
    }
  };
  tree.children.forEach(visit);
  add(open);
  return records;
}

function headed(heading: Heading): Open {
  const title = plainText(heading);
  return { anchor: headingAnchor(heading), title, lines: [], kind: 'programme', sites: [] };
}

const text = (node: Component, name: string): string => String(attribute(node, name) ?? '');

function newsOf(node: Component, sites: SiteTable): Open {
  const slugs = text(node, 'site');
  return {
    anchor: text(node, 'anchor'),
    title: namesOf(slugs, sites),
    lines: [blockText(node, ['Label'])],
    kind: 'nouvelles',
    sites: slugsOf(slugs),
  };
}

function questionOf(node: Component): Open {
  const answers = [...walk(node)].filter((inner) => isComponent(inner, 'Answer'));
  const title = blockText(node, ['Answer', 'Label']).replaceAll('\n', ' ');
  const answer = answers.map((one) => blockText(one, ['Label'])).join('\n');
  // One that nobody answered is found by its own words.
  const lines = [answer.trim() === '' ? 'Question sans réponse.' : answer];
  return { anchor: text(node, 'anchor'), title, lines, kind: 'questions', sites: [] };
}

/** Trainings and webinars have no anchor of their own: they belong to their heading. */
function gather(node: Component, open: Open): void {
  open.lines.push(blockText(node));
  if (node.name === 'Training') {
    open.kind = 'formations';
    for (const slug of slugsOf(text(node, 'site'))) {
      if (slug !== ECNP && !open.sites.includes(slug)) open.sites.push(slug);
    }
  }
  if (node.name === 'Webinar' && open.kind === 'programme') open.kind = 'webinaires';
}
