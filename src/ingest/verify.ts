import type { Nodes, Root } from 'mdast';
import { checkNode } from '../minutes/components.ts';
import { attribute, isComponent, parseMdx, walk } from '../minutes/mdast.ts';
import { fold, oneLine, words } from '../minutes/text.ts';
import { ImportError } from './errors.ts';
import { plainWords } from './plain-words.ts';
import { type Secret, secretSpans } from './redact.ts';

/**
 * Holds what was written against its source, by the importer's three laws: every word of the source
 * stands in the body (secrets excepted), nothing in it runs, no secret is in the file.
 * @throws {ImportError} when one of them is broken; nothing may be written then.
 */
export function verify(source: Root, body: string, file: string, secrets: readonly Secret[]): void {
  const wanted = wordsOf(source, secrets);
  const plain = plainWords(body);
  const isSure = plain !== null && missing(wanted, plain).length === 0;
  const lost = isSure ? [] : missing(wanted, wordsOf(parsed(body), []));
  if (lost.length > 0) {
    const secretWords = fold(secrets.map(({ value }) => value).join(' '));
    const first = lost.find((word) => !secretWords.includes(word));
    const named = first === undefined ? '' : ` (le premier : « ${first} »)`;
    throw new ImportError(
      `L’import perdrait ${String(lost.length)} mot(s) du compte-rendu${named} : rien n’a été écrit.`,
      'Signalez-le à l’équipe du portail en joignant le fichier.',
    );
  }
  if (secrets.length > 0 && tells(file, secrets)) {
    throw new ImportError(
      'Un mot de passe ou un numéro secret resterait dans le texte : rien n’a été écrit.',
      'Retirez-le du compte-rendu, puis recommencez.',
    );
  }
}

function tells(file: string, secrets: readonly Secret[]): boolean {
  const written = fold(oneLine(file).replace(/\\/g, ''));
  return secrets.some(({ value }) => written.includes(fold(value)));
}

/** The body as it will be read; a body that could not be, or that holds code, is never written. */
function parsed(body: string): Root {
  try {
    const tree = parseMdx(body);
    for (const node of walk(tree)) if (node.type !== 'root') checkNode(node, 'compte-rendu', 1);
    return tree;
  } catch (cause) {
    throw new ImportError(
      'Le texte tel qu’il serait écrit ne se relirait pas : rien n’a été écrit.',
      'Signalez-le à l’équipe du portail en joignant le fichier.',
      { cause },
    );
  }
}

const LEAVES = new Set(['paragraph', 'heading', 'tableCell', 'code', 'html']);

/** The words of a tree, read block by block so that emphasis does not part them. */
function wordsOf(tree: Root, secrets: readonly Secret[]): string[] {
  const found: string[] = [];
  const add = (text: string): void => {
    if (text !== '') found.push(text);
  };
  const visit = (node: Nodes): void => {
    if (LEAVES.has(node.type)) {
      const text = oneLine(leafText(node));
      let from = 0;
      for (const span of secretSpans(text, secrets)) {
        add(text.slice(from, span.start));
        from = span.end;
      }
      add(text.slice(from));
    } else if (isComponent(node, 'Picture')) {
      add(String(attribute(node, 'alt') ?? ''));
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return words(found.join('\n'));
}

function leafText(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  if ('children' in node) return node.children.map(leafText).join('');
  return 'value' in node ? node.value : '';
}

/** Words of `source` that `kept` holds less often. */
function missing(source: readonly string[], kept: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of kept) counts.set(word, (counts.get(word) ?? 0) + 1);
  return source.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}
