import type { Root, Text } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { stringify } from 'yaml';
import type { MinutesFrontmatter } from '../minutes/schema.ts';

/** Signs that Markdown or MDX reads somewhere in a text. */
const SIGNS = /[\t\r\n!&*<>[\\\]_`~{|#@]|[ps]:\/|w\./i;
const LETTER_FIRST = /^(?![ie])[\p{L}«“‘…]/u;

/** Whether a text holds nothing that the writer would escape between what stands around it. */
function isPlain(value: string, before: string, after: string): boolean {
  if (SIGNS.test(value) || value === '' || after.startsWith('/')) return false;
  if (/[\r\n]/.test(before) && !LETTER_FIRST.test(value)) return false;
  return (
    !(/^[:.(]/.test(value) && /\S$/.test(before)) && !(value.endsWith(' ') && /[\r\n]/.test(after))
  );
}

/**
 * Where the parser would take text for an address written out, which has the signs behind it for its
 * own, emphasis and tags among them. remark-gfm's writer knows neither `HTTPS://`, nor a sign right
 * behind `www.`, nor an `@` that opens emphasis (whose mark may become `_`, a character of addresses).
 */
const ADDRESS_STARTS = [
  { character: ':', before: '[PSps]', after: '\\/' },
  { character: '.', before: '[Ww]{3}' },
  { character: '@', before: '\\*', after: '[-.\\w]' },
].map((start) => ({
  ...start,
  inConstruct: 'phrasing' as const,
  notInConstruct: ['autolink' as const, 'link' as const, 'image' as const, 'label' as const],
}));

const writer = remark()
  .use({
    settings: {
      bullet: '-',
      rule: '-',
      handlers: {
        text: ({ value }: Text, _, state, info) =>
          isPlain(value, info.before, info.after) ? value : state.safe(value, info),
      },
      resourceLink: true,
      // A line of a CR that begins with these words would be read as code.
      unsafe: [
        { character: 'i', atBreak: true, after: 'mport' },
        { character: 'e', atBreak: true, after: 'xport' },
        ...ADDRESS_STARTS,
      ],
    },
  })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkMdx);

/** Writes a body as MDX; what looks like code in its text comes out escaped. */
export function writeBody(body: Root): string {
  return writer.stringify(body);
}

/** Writes a CR's MDX file. A field that was not found is written as `null`, for ECNP to fill in. */
export function writeMdx(
  frontmatter: Omit<MinutesFrontmatter, 'date'> & { date: string | null },
  body: string,
): string {
  return `---\n${stringify(frontmatter, { lineWidth: 0, version: '1.2' })}---\n\n${body}`;
}
