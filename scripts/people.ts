// node scripts/people.ts [list | same NAME ALIAS… | different NAME NAME]: tells spellings of one
// person from persons with close names, in content/people.yaml.
import { CurationError } from '../src/curation/errors.ts';
import { peopleCommand } from '../src/curation/people-command.ts';
import { ContentError } from '../src/minutes/errors.ts';

try {
  console.log(peopleCommand(process.cwd(), process.env, process.argv.slice(2)));
} catch (cause) {
  if (!(cause instanceof CurationError || cause instanceof ContentError)) throw cause;
  console.error(cause.message);
  process.exitCode = 1;
}
