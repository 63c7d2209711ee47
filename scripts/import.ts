import portal from '../portal.config.ts';
import { readOptions, USAGE } from '../src/ingest/cli/options.ts';
import { runImport } from '../src/ingest/cli/run.ts';
import { ImportError } from '../src/ingest/errors.ts';
import { contentDirectories } from '../src/library/directories.ts';
import { readGlossary, readSites } from '../src/library/library.ts';
import { readPeople } from '../src/library/people.ts';
import { ContentError } from '../src/minutes/errors.ts';

const root = process.cwd();

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else {
    const complete = await runImport(
      options,
      { say: console.log, warn: console.error },
      // Read anew for every file that a watched folder brings: sites and people may have changed.
      () => ({
        sites: readSites(root, process.env),
        people: readPeople(root, process.env),
        glossary: readGlossary(root, process.env),
        folder: contentDirectories(root, process.env).minutes,
        redact: portal.redact,
      }),
    );
    process.exitCode = complete ? 0 : 1;
  }
} catch (cause) {
  if (!(cause instanceof ImportError || cause instanceof ContentError)) throw cause;
  console.error(cause.message);
  process.exitCode = 1;
}
