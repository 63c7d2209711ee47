/** Where in a content file something is wrong. */
export interface ContentPlace {
  /** Path of the file, as its reader was given it. */
  file: string;
  /** 1-based line, where known. */
  line?: number | undefined;
  /** Frontmatter key or component attribute, where there is one. */
  field?: string | undefined;
}

/** A content file that cannot be published as it stands. The message names place, fault and remedy. */
export class ContentError extends Error {
  readonly place: ContentPlace;

  constructor(place: ContentPlace, what: string, remedy: string) {
    const line = place.line === undefined ? '' : `:${String(place.line)}`;
    const field = place.field === undefined ? '' : ` (${place.field})`;
    super(`${place.file}${line}${field} : ${what} ${remedy}`);
    this.name = 'ContentError';
    this.place = place;
  }
}
