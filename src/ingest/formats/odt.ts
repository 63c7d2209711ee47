import type { Root } from 'xast';
import { appendix, numbered } from './nodes.ts';
import { type OdtContext, odtBlocks } from './odt-blocks.ts';
import { readStyles } from './odt-styles.ts';
import { openPackage, partText } from './package.ts';
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
  const context: OdtContext = {
    styleOf: readStyles(content, styles),
    numbered: countingLists([content, ...(styles === null ? [] : [styles])]),
    notes: [],
    hidden: false,
  };
  const blocks = odtBlocks(body, context);
  const root = numbered([...blocks, ...appendix('Notes', context.notes)]);
  const notes = context.hidden
    ? [
        'Le fichier contenait du texte masqué, que ses lecteurs ne voient pas : il a été laissé de côté.',
      ]
    : [];
  return Promise.resolve({ root, notes });
}

/** List styles whose first level is a number. */
function countingLists(roots: readonly Root[]): Set<string> {
  const found = roots.flatMap((root) =>
    findAll(root, (element) => element.name === 'text:list-style'),
  );
  return new Set(
    found.flatMap((style) => {
      const first = style.children.find((child) => child.type === 'element');
      const name = style.attributes['style:name'];
      return first?.name === 'text:list-level-style-number' && name != null ? [name] : [];
    }),
  );
}
