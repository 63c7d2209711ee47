import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { parse } from 'yaml';
import { ImportError } from '../../../src/ingest/errors.ts';
import {
  importMinutes,
  type ImportResult,
  type ImportSettings,
} from '../../../src/ingest/import.ts';
import { htmlReport } from '../../../src/ingest/review/html.ts';
import { review } from '../../../src/ingest/review/review.ts';
import { terminalReport } from '../../../src/ingest/review/terminal.ts';
import { readPeople } from '../../../src/library/people.ts';
import { type Document, secretsOf } from './document.ts';
import { refusalFault } from './french.ts';
import { bare, missingWords, visibleWords, wordsOf } from './words.ts';

/** A law that an import broke. `detail` may hold words of the document: never print it whole. */
export interface Breach {
  law: 'lost' | 'run' | 'secret' | 'refused' | 'crash' | 'printed' | 'unsteady' | 'slow';
  detail: string;
}

const parser = remark().use(remarkGfm).use(remarkMdx);
const TEXT_NODES = new Set(
  'root paragraph heading text strong emphasis delete list listItem blockquote table tableRow tableCell break thematicBreak link inlineCode code mdxJsxFlowElement mdxJsxTextElement'.split(
    ' ',
  ),
);
const COMPONENTS = new Set(
  'Preamble Boilerplate Label Evidence Answer Redacted Question Training Webinar SiteNews Picture'.split(
    ' ',
  ),
);

/** Longest that one small document may take, in milliseconds, on a busy machine. */
const SLOW = 20_000;

/** Parts a written file into frontmatter and body. */
function partsOf(mdx: string): { frontmatter: unknown; body: string } {
  const [, yaml = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(mdx) ?? [];
  return { frontmatter: parse(yaml), body };
}

function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

/** Blocks of a tree as lines of text: what stands between two of them is no word. */
function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('children' in node) {
    const isInline =
      /^(?:paragraph|heading|tableCell|strong|emphasis|delete|link|mdxJsxTextElement)$/.test(
        node.type,
      );
    const inner = node.children.map(textOf).join(isInline ? '' : '\n');
    return node.type === 'mdxJsxFlowElement' ? `\n${inner}\n` : inner;
  }
  return 'value' in node ? node.value : '';
}

/** What in a body is more than text in our components; `null` when nothing is. */
function codeIn(tree: Root): string | null {
  for (const node of nodesOf(tree)) {
    if (!TEXT_NODES.has(node.type)) return node.type;
    if (node.type === 'link' && !/^(?:https?:|mailto:|tel:)/i.test(node.url)) return 'link target';
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') continue;
    if (!COMPONENTS.has(node.name ?? '')) return `<${node.name ?? ''}>`;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute') return 'spread';
      const { value } = attribute;
      const isData = typeof value === 'string' || /^\d+(?:\.\d+)?$/.test(value?.value ?? '');
      if (!isData) return `attribute ${attribute.name}`;
    }
  }
  return null;
}

/** Whether a text tells a secret: in any Unicode form or case, in an address, or escaped. */
export function tells(text: string, secret: string): boolean {
  const wanted = bare(secret).replace(/\s+/g, '');
  const readings = [text, text.replace(/\\(?=[!-/:-@[-`{-~])/g, ''), decoded(text)];
  return readings.some((reading) => bare(reading).replace(/\s+/g, '').includes(wanted));
}

const decoded = (text: string): string =>
  text
    .replace(/(?:%[0-9a-f]{2})+/gi, (codes) =>
      UTF8.decode(Uint8Array.from(codes.matchAll(/[^%]{2}/g), ([code]) => parseInt(code, 16))),
    )
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');
const UTF8 = new TextDecoder();
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Runs a function and returns what it printed meanwhile. */
async function printed(action: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const kept = { ...console };
  const keep = (...values: unknown[]): void => void lines.push(values.map(String).join(' '));
  Object.assign(console, { log: keep, info: keep, warn: keep, error: keep, debug: keep });
  try {
    await action();
  } finally {
    Object.assign(console, kept);
  }
  return lines.join('\n');
}

const people = readPeople('.', {});

/** Both reports that a person reads of an import. */
async function reports(result: ImportResult, { sites }: ImportSettings): Promise<string> {
  const context = { file: 'cr', sites, people, library: [], glossary: new Set<string>() };
  const reviewed = review(result, { ...context, today: '2026-01-01' });
  return `${terminalReport(reviewed)}\n${await htmlReport([reviewed], '2026-01-01')}`;
}

/** Imports a file and holds it against the three laws; `document` is what it was written from. */
export async function breaches(
  file: { name: string; bytes: Uint8Array },
  document: Document,
  settings: ImportSettings,
): Promise<Breach[]> {
  const found: Breach[] = [];
  const secrets = secretsOf(document);
  const start = performance.now();
  const output = await printed(async () => {
    try {
      const result = await importMinutes(file, settings);
      const { frontmatter, body } = partsOf(result.mdx);
      const tree = parser.parse(body);
      const code = codeIn(tree);
      if (code !== null) found.push({ law: 'run', detail: code });
      if (typeof frontmatter !== 'object') found.push({ law: 'run', detail: 'frontmatter' });
      const lost = missingWords(visibleWords(document), wordsOf(textOf(tree)));
      if (lost.length > 0) found.push({ law: 'lost', detail: lost.join(' ') });
      const told = [result.mdx, JSON.stringify(result.json), await reports(result, settings)].join(
        '\n',
      );
      for (const secret of secrets)
        if (tells(told, secret)) found.push({ law: 'secret', detail: secret });
    } catch (cause) {
      found.push(...faultsOf(cause, secrets));
    }
  });
  if (output !== '') found.push({ law: 'printed', detail: output });
  if (performance.now() - start > SLOW) found.push({ law: 'slow', detail: '' });
  return found;
}

/** A refusal is a breach here: every document that these tests write is a sound CR. */
function faultsOf(cause: unknown, secrets: readonly string[]): Breach[] {
  if (!(cause instanceof ImportError)) {
    const error = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    return [{ law: 'crash', detail: error }];
  }
  const found: Breach[] = [{ law: 'refused', detail: cause.message }];
  if (secrets.some((secret) => tells(cause.message, secret)))
    found.push({ law: 'secret', detail: cause.message });
  return found;
}

/**
 * Imports bytes that need be no CR: it may be read or refused, but only in French, at once, and
 * with nothing on the terminal.
 */
export async function refusalBreaches(
  file: { name: string; bytes: Uint8Array },
  settings: ImportSettings,
): Promise<Breach[]> {
  const found: Breach[] = [];
  const start = performance.now();
  const output = await printed(async () => {
    try {
      await importMinutes(file, settings);
    } catch (cause) {
      if (!(cause instanceof ImportError)) found.push(...faultsOf(cause, []));
      else {
        const fault = refusalFault(cause.message);
        if (fault !== null) found.push({ law: 'refused', detail: `${fault}: ${cause.message}` });
      }
    }
  });
  if (output !== '') found.push({ law: 'printed', detail: output });
  if (performance.now() - start > SLOW) found.push({ law: 'slow', detail: '' });
  return found;
}
