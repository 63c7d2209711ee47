// node scripts/run.mjs TOOL|FILE.ts ARGUMENT…: installs what is missing, then runs a tool of the
// tool chain or a script of ours on the project's Node and in the project's environment. npm alone
// would take the system's Node when the project's is only just being installed.
import { join } from 'node:path';
import { IMPORT_MEMORY } from './lib/import-memory.mjs';
import { ROOT, runMain, SetupError } from './lib/main.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { isTool, toolScript } from './lib/tools.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  if (!isTool(name) && !name.endsWith('.ts')) throw new SetupError(`Unknown tool "${name}".`);
  const node = await setUp();
  const script = isTool(name) ? toolScript(name) : join(ROOT, name);
  const flags = /^scripts\/import(?:-fuzz)?\.ts$/.test(name) ? IMPORT_MEMORY : [];
  const command = [...flags, script, ...args];
  return (await run(node, command, { env: toolEnvironment(), inherit: true })).code;
});
