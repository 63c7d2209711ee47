// npm start: installs what is missing, builds the portal, serves it on this machine.
import { join } from 'node:path';
import { ROOT, runMain } from './lib/main.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const node = await setUp();
  const serve = join(ROOT, 'scripts', 'serve.ts');
  const options = { cwd: ROOT, env: toolEnvironment(), inherit: true };
  return (await run(node, [serve, '--build'], options)).code;
});
