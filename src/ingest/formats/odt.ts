import type { RootContent } from 'mdast';
import type { Root } from 'xast';
import { words } from '../../minutes/text.ts';
import { appendix, nodeText, numbered, paragraphOf, textNode } from './nodes.ts';
import { notesFor } from './notes.ts';
import { type OdtContext, odtBlocks } from './odt-blocks.ts';
import { readLists } from './odt-lists.ts';
import { readStyles } from './odt-styles.ts';
import { openPackage, packagePictures, partText } from './package.ts';
import { refuseMisnamed, refuseProtected } from './refusals.ts';
import type { SourceDocument, SourceFile } from './source.ts';
import { findAll, findFirst, parseXml } from './xml.ts';

/**
 * Reads an OpenDocument text (.odt): tracked deletions and hidden text left out, notes after the
 * body.
 * @throws {ImportError} for a file that is protected, damaged, bloated or no OpenDocument text.
 */
export async function readOdt(file: SourceFile): Promise<SourceDocument> {
  const parts = openPackage(file, 'OpenDocument (.odt)', (path) =>
    /^(?:content|styles|META-INF\/manifest)\.xml$/.test(path),
  );
  if (partText(parts, 'META-INF/manifest.xml')?.includes('encryption-data') === true)
    throw refuseProtected(file.name);
  const xml = partText(parts, 'content.xml');
  const content = xml === null ? null : parseXml(xml, file.name);
  const body = content && findFirst(content, 'office:text');
  if (content === null || body === null) throw refuseMisnamed(file.name, 'OpenDocument (.odt)');
  const stylesXml = partText(parts, 'styles.xml');
  const styles = stylesXml === null ? null : parseXml(stylesXml, file.name);
  const roots = [content, ...(styles === null ? [] : [styles])];
  const context: OdtContext = {
    styleOf: readStyles(content, styles),
    lists: readLists(roots),
    notes: [],
    hidden: false,
    comments: false,
  };
  const blocks = odtBlocks(body, context);
  const { hidden, comments } = context;
  const said = [...blocks, ...context.notes];
  const margins = styles === null ? [] : marginBlocks(styles, context, said);
  return Promise.resolve({
    pictures: packagePictures(file, 'OpenDocument (.odt)', (path) =>
      /^Pictures\/[^/]+$/.test(path),
    ),
    root: numbered([
      ...blocks,
      ...appendix('Notes', context.notes),
      ...appendix('En-tête et pied de page', margins),
    ]),
    notes: notesFor({ hidden, comments }),
  });
}

/** Paragraphs of the master pages' headers and footers that say a word the body does not; each once. */
function marginBlocks(
  styles: Root,
  context: OdtContext,
  body: readonly RootContent[],
): RootContent[] {
  const known = new Set(body.flatMap((block) => words(nodeText(block))));
  const margins = findAll(styles, ({ name }) =>
    /^style:(?:header|footer)(?:-left|-first)?$/.test(name),
  );
  const lines = margins
    .flatMap((margin) => findAll(margin, ({ name }) => /^text:[ph]$/.test(name)))
    .flatMap((line) => odtBlocks({ ...line, name: 'margin', children: [line] }, context))
    .map((block) => nodeText(block).replace(/\s+/g, ' ').trim());
  return [...new Set(lines)]
    .filter((line) => words(line).some((word) => /\p{L}{2}/u.test(word) && !known.has(word)))
    .filter((line) => !/^page\s*(?:\/|sur|de)?\s*$/i.test(line))
    .map((line) => paragraphOf([textNode(line)]));
}
