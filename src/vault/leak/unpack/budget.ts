const MIB = 1024 * 1024;
/** What one file may unpack to. Text that people publish is far below; bombs are far above. */
const MOST_UNPACKED = 256 * MIB;
/** A page in a gzip in a zip in a PDF is four deep. */
const DEEPEST = 8;

/** A file that cannot be read to its last byte, so that nobody can say what it holds. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
}

/** How much more a file may unpack to: zip bombs end here. */
export class Budget {
  left: number;

  constructor(left = MOST_UNPACKED) {
    this.left = left;
  }

  /** @throws {UnreadableError} when less is left. */
  take(bytes: number): void {
    if (bytes > this.left) throw this.exhausted();
    this.left -= bytes;
  }

  exhausted(): UnreadableError {
    return new UnreadableError(`it unpacks to more than ${MOST_UNPACKED / MIB} MB`);
  }
}

/** @throws {UnreadableError} for files in files in files… */
export function checkDepth(depth: number): void {
  if (depth > DEEPEST)
    throw new UnreadableError(`it holds files in files, more than ${DEEPEST} deep`);
}
