import type { Root as HastRoot } from 'hast';

/** Parses HTML as browsers do; positions are those of the text. */
export async function parseHtml(html: string): Promise<HastRoot> {
  const [{ unified }, { default: rehypeParse }] = await Promise.all([
    import('unified'),
    import('rehype-parse'),
  ]);
  // Word writes its list bullets behind conditional comments that only it understands.
  const plain = html.replace(/<!\[(?:if|endif)[^\]]*\]>/gi, (mark) => ' '.repeat(mark.length));
  return unified().use(rehypeParse).parse(plain);
}
