import { UnreadableError } from './budget.ts';

/** What a PDF says to its readers. */
export interface PdfText {
  pages: string;
  /** Title, author, subject, keywords. */
  about: string[];
}

const ABOUT = ['Title', 'Author', 'Subject', 'Keywords'];

/**
 * The text of a PDF by pdf.js, which knows the letters of embedded fonts.
 * @returns `null` when it is broken beyond what pdf.js mends: no reader shows a page of it.
 * @throws {UnreadableError} when it opens with a password only.
 */
export async function pdfText(bytes: Uint8Array): Promise<PdfText | null> {
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf');
  try {
    // pdf.js takes the bytes away from their owner, and refuses Node's Buffer.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const { text } = await extractText(document, { mergePages: true });
    const info = (await getMeta(document)).info as Partial<Record<string, unknown>>;
    const about = ABOUT.map((key) => info[key]).filter((value) => typeof value === 'string');
    await document.cleanup();
    return { pages: text, about };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    if (cause.name === 'PasswordException')
      throw new UnreadableError('it is a PDF under a password');
    if (/^(?:InvalidPDF|FormatError|MissingPDF|UnknownError|XRef)/.test(cause.name)) return null;
    throw cause;
  }
}
