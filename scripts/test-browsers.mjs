// npm run test:browsers: the gate in Chromium, Firefox and WebKitGTK, and the header files on nginx and
// Caddy. Installs what is missing from the system's packages. BROWSER=firefox tests one engine alone;
// other arguments go to Vitest.
import { installPrograms } from './lib/browsers.mjs';
import { findChromium, installChromium } from './lib/chromium.mjs';
import { ROOT, runMain, SetupError } from './lib/main.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { toolScript } from './lib/tools.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const node = await setUp();
  if (findChromium() === null) {
    const { path, output } = await installChromium();
    if (path === null) throw new SetupError(output);
  }
  await installPrograms(process.env['BROWSER']);
  const args = ['run', '--project', 'engines', '--reporter=verbose', ...process.argv.slice(2)];
  const env = { ...toolEnvironment(), CI: 'true' };
  return (await run(node, [toolScript('vitest'), ...args], { cwd: ROOT, env, inherit: true })).code;
});
