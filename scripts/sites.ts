// node scripts/sites.ts list | add --name … | alias SLUG NAME: shows the table of sites and completes it, in
// content/sites/.
import { CurationError } from '../src/curation/errors.ts';
import { sitesCommand } from '../src/curation/sites-command.ts';
import { ContentError } from '../src/minutes/errors.ts';

try {
  console.log(sitesCommand(process.cwd(), process.env, process.argv.slice(2)));
} catch (cause) {
  if (!(cause instanceof CurationError || cause instanceof ContentError)) throw cause;
  console.error(cause.message);
  process.exitCode = 1;
}
