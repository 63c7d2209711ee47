import type { Document, Line } from '../document.ts';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const inline = (line: Line): string =>
  line
    .map(({ text, bold, italic, underline, href }) => {
      let written = escaped(text);
      if (underline === true) written = `<u>${written}</u>`;
      if (italic === true) written = `<em>${written}</em>`;
      if (bold === true) written = `<strong>${written}</strong>`;
      return href === undefined ? written : `<a href="${escaped(href)}">${written}</a>`;
    })
    .join('');

/** The document as a web page. */
export function toHtml({ blocks }: Document): string {
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return `<h${block.level}>${inline(block.line)}</h${block.level}>`;
    if (block.kind === 'list') {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`;
    }
    if (block.kind === 'table')
      return `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
    return `<p>${inline(block.line)}</p>`;
  });
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>\n${body.join('\n')}\n</body></html>`;
}
