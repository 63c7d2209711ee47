/** A piece of text of a page, set in Helvetica unless it is bold; lengths in points. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  size?: number;
  bold?: boolean;
  /** Turned by a right angle. */
  turned?: boolean;
}

/** What a page of a made PDF holds. */
export interface MadePage {
  pieces: readonly Piece[];
  /** Ruled lines: x1, y1, x2, y2. */
  rules?: readonly (readonly [number, number, number, number])[];
  /** Clickable places: x1, y1, x2, y2, target. */
  links?: readonly (readonly [number, number, number, number, string])[];
  pictures?: readonly MadePicture[];
}

/** A picture of one colour, or a JPEG as it is, drawn at a place. */
export interface MadePicture {
  width: number;
  height: number;
  /** Red, green and blue, or the bytes of a JPEG. */
  pixels: readonly [number, number, number] | Uint8Array;
  /** Left, foot, width and height, in points. */
  at: readonly [number, number, number, number];
}

/** A PDF of A4 pages, written out by hand: two fonts of its reader, text, rules and links. */
export function pdf(pages: readonly MadePage[]): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add('');
  const tree = add('');
  const [plain, bold] = ['Helvetica', 'Helvetica-Bold'].map((name) =>
    add(`<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`),
  );
  const kids = pages.map((page) => {
    const content = [
      ...(page.rules ?? []).map((rule) => {
        const [x1, y1, x2, y2] = rule.map(String);
        return `${x1 ?? ''} ${y1 ?? ''} m ${x2 ?? ''} ${y2 ?? ''} l S`;
      }),
      ...page.pieces.map((piece) => operators(piece)),
      ...(page.pictures ?? []).map(
        ({ at: [x, y, width, height] }, index) =>
          `q ${[width, 0, 0, height, x, y].join(' ')} cm /P${String(index)} Do Q`,
      ),
    ].join('\n');
    const drawn = (page.pictures ?? []).map(
      (picture, index) => `/P${String(index)} ${String(add(pictureObject(picture)))} 0 R`,
    );
    const stream = add(`<</Length ${String(content.length)}>>stream\n${content}\nendstream`);
    const notes = (page.links ?? []).map(([x1, y1, x2, y2, url]) =>
      add(
        `<</Type/Annot/Subtype/Link/Rect[${[x1, y1, x2, y2].join(' ')}]/A<</S/URI/URI(${url})>>>>`,
      ),
    );
    const annots = notes.map((note) => `${String(note)} 0 R`).join(' ');
    return add(
      `<</Type/Page/Parent ${String(tree)} 0 R/MediaBox[0 0 595 842]/Contents ${String(stream)} 0 R/Annots[${annots}]/Resources<</Font<</F1 ${String(plain)} 0 R/F2 ${String(bold)} 0 R>>/XObject<<${drawn.join('')}>>>>>>`,
    );
  });
  objects[catalog - 1] = `<</Type/Catalog/Pages ${String(tree)} 0 R>>`;
  const list = kids.map((kid) => `${String(kid)} 0 R`).join(' ');
  objects[tree - 1] = `<</Type/Pages/Kids[${list}]/Count ${String(kids.length)}>>`;
  return assemble(objects, catalog);
}

function pictureObject({ width, height, pixels }: MadePicture): string {
  const isJpeg = pixels instanceof Uint8Array;
  const bytes = isJpeg ? pixels : Array.from({ length: width * height }, () => pixels).flat();
  const data = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const filter = isJpeg ? '/Filter/DCTDecode' : '';
  return `<</Type/XObject/Subtype/Image/Width ${String(width)}/Height ${String(height)}/ColorSpace/DeviceRGB/BitsPerComponent 8${filter}/Length ${String(data.length)}>>stream\n${data}\nendstream`;
}

const CODES: Record<string, number> = { '’': 0x92, '–': 0x96, '•': 0x95, '…': 0x85, œ: 0x9c };

function operators({ text, x, y, size = 11, bold = false, turned = false }: Piece): string {
  const shown = text.replace(/[()\\]/g, '\\$&');
  const bytes = Array.from(shown, (letter) =>
    String.fromCharCode(CODES[letter] ?? letter.charCodeAt(0)),
  ).join('');
  const matrix = turned
    ? `0 1 -1 0 ${String(x)} ${String(y)}`
    : `1 0 0 1 ${String(x)} ${String(y)}`;
  return `BT /${bold ? 'F2' : 'F1'} ${String(size)} Tf ${matrix} Tm (${bytes}) Tj ET`;
}

function assemble(objects: readonly string[], catalog: number): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${String(index + 1)} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  file += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${entries.join('')}`;
  file += `trailer<</Size ${String(objects.length + 1)}/Root ${String(catalog)} 0 R>>\nstartxref\n${String(start)}\n%%EOF`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}
