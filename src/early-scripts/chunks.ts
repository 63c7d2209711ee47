/** What Vite says of a file of scripts that it wrote. */
export interface Chunk {
  fileName: string;
  isEntry: boolean;
  /** Source files in it, and files it imports. */
  moduleIds: readonly string[];
  imports: readonly string[];
}

/** Names of the files that start a script ending in `.early.ts`, which they hold or import. */
export function earlyEntries(chunks: readonly Chunk[]): string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const isEarly = (name: string, seen: ReadonlySet<string>): boolean => {
    const chunk = byName.get(name);
    // Files of scripts may import each other in a ring.
    if (chunk === undefined || seen.has(name)) return false;
    if (chunk.moduleIds.some((id) => id.endsWith('.early.ts'))) return true;
    return chunk.imports.some((imported) => isEarly(imported, new Set([...seen, name])));
  };
  const names = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
  return names.filter((name) => isEarly(name, new Set()));
}
