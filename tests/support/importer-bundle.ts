import { build } from 'esbuild';

/**
 * The importer as a browser would load it: one ES module that exports `importMinutes` and
 * `siteTable`.
 *
 * @throws {Error} when anything of Node is imported, naming where
 */
export async function bundleImporter(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { importMinutes } from './src/ingest/import.ts';
export { siteTable } from './src/minutes/sites.ts';`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild made no file of the importer.');
  return file.contents;
}
