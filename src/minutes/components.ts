import type { RootContent } from 'mdast';
import { ContentError } from './errors.ts';
import { type Component, isComponent } from './mdast.ts';
import { isFigure } from './minutes.ts';
import { isPictureName } from './pictures.ts';

type Kind = 'text' | 'number';

/** The components a CR's body may hold, and their attributes: `required` ones first. */
const COMPONENTS: Record<
  string,
  { required: Record<string, Kind>; optional: Record<string, Kind> }
> = {
  Preamble: { required: {}, optional: {} },
  Boilerplate: { required: {}, optional: {} },
  Label: { required: {}, optional: {} },
  Answer: { required: {}, optional: {} },
  Evidence: { required: { of: 'text' }, optional: { anchor: 'text' } },
  Picture: { required: { file: 'text', alt: 'text' }, optional: {} },
  Redacted: { required: { kind: 'text' }, optional: {} },
  Question: { required: { status: 'text' }, optional: { anchor: 'text' } },
  Training: { required: {}, optional: { site: 'text' } },
  Webinar: { required: {}, optional: { date: 'text', registration: 'text' } },
  SiteNews: {
    required: { site: 'text' },
    optional: {
      anchor: 'text',
      inclusions: 'number',
      followed: 'number',
      waiting: 'number',
      fte: 'number',
    },
  },
};

/**
 * Checks that a node of a body is text or one of our components with known attributes: a CR is
 * text, so an expression, an import or a foreign element is refused, never run.
 * @throws {ContentError} with the line of the file.
 */
export function checkNode(node: RootContent, file: string, bodyLine: number): void {
  const line = node.position && node.position.start.line + bodyLine - 1;
  const fail = (what: string, remedy: string, field?: string): never => {
    throw new ContentError({ file, line, field }, what, remedy);
  };
  if (
    node.type === 'mdxjsEsm' ||
    node.type === 'mdxFlowExpression' ||
    node.type === 'mdxTextExpression'
  ) {
    fail(
      'a CR holds text, no code.',
      'Write `\\{` for a brace, or reword a line that begins with import or export.',
    );
  }
  if ('url' in node && (node.type !== 'link' || !isSafeAddress(node.url))) {
    fail(
      `a page of CRs neither fetches nor runs "${node.url.slice(0, 40)}".`,
      'Link to http, https, mailto or tel, and leave pictures out.',
    );
  }
  if (isComponent(node)) checkComponent(node, fail);
}

/** Whether an address may be followed: nothing that runs, nothing of the reader's own machine. */
export function isSafeAddress(url: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:|#)/i.test(url.trim());
}

function checkComponent(
  node: Component,
  fail: (what: string, remedy: string, field?: string) => never,
): void {
  const name = node.name ?? '';
  const known = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
  if (known === undefined) {
    return fail(
      `<${name}> is not a component of CRs.`,
      `Use one of ${Object.keys(COMPONENTS).join(', ')}, or write \\< for the sign.`,
    );
  }
  const kinds = { ...known.required, ...known.optional };
  const seen = new Set<string>();
  for (const item of node.attributes) {
    if (item.type !== 'mdxJsxAttribute') {
      return fail(`<${name}> spreads an expression.`, 'Write each attribute out.');
    }
    const kind = Object.hasOwn(kinds, item.name) ? kinds[item.name] : undefined;
    if (kind === undefined) {
      return fail(
        `<${name}> has no attribute of this name.`,
        `It knows ${Object.keys(kinds).join(', ') || 'none'}.`,
        item.name,
      );
    }
    const { value } = item;
    const isText = typeof value === 'string';
    const isNumber = !isText && value != null && /^\d+(?:\.\d+)?$/.test(value.value.trim());
    if (kind === 'text' ? !isText : !isNumber) {
      return fail(
        `<${name}> wants a ${kind} here.`,
        kind === 'text' ? 'Write it in double quotes.' : 'Write it as {54}.',
        item.name,
      );
    }
    if (
      name === 'Evidence' &&
      item.name === 'of' &&
      (typeof value !== 'string' || !value.split(' ').every(isFigure))
    ) {
      return fail(
        '<Evidence> names an unknown figure.',
        'Write inclusions, followed, waiting or fte.',
        'of',
      );
    }
    const isNamed = typeof value === 'string' && isPictureName(value);
    if (name === 'Picture' && item.name === 'file' && !isNamed) {
      return fail(
        '<Picture> names no picture of this CR.',
        'Write image-1.png (or .jpg, .gif, .webp), a file in the folder that is named like the CR.',
        'file',
      );
    }
    seen.add(item.name);
  }
  for (const required of Object.keys(known.required)) {
    if (!seen.has(required)) fail(`<${name}> lacks this attribute.`, 'Add it.', required);
  }
}
