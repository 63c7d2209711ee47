import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { findProgram } from '../../../scripts/lib/browsers.mjs';
import { freePort } from '../free-port.ts';
import { end, eventually } from '../processes.ts';

/** WebKitGTK's WebDriver on a screen of its own that nobody sees. */
export interface WebKitDriver {
  /** Such as `http://127.0.0.1:4444`. */
  readonly server: string;
  readonly close: () => Promise<void>;
}

/** @throws {Error} when it does not answer within ten seconds */
export async function startWebKitDriver(): Promise<WebKitDriver> {
  const screen = spawn(
    findProgram('screen'),
    ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const display = `:${await firstLine(screen)}`;
  const port = await freePort();
  const driver = spawn(findProgram('webkitDriver'), [`--port=${String(port)}`], {
    // Software rendering: what a test looks at is the document.
    env: {
      ...process.env,
      DISPLAY: display,
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    },
    stdio: 'ignore',
  });
  const server = `http://127.0.0.1:${String(port)}`;
  const close = async (): Promise<void> => {
    await end(driver);
    await end(screen);
  };
  try {
    const isUp = () =>
      fetch(`${server}/status`).then(
        ({ ok }) => ok,
        () => false,
      );
    await eventually(isUp, `WebKitWebDriver answers at ${server}`);
  } catch (cause) {
    await close();
    throw cause;
  }
  return { server, close };
}

/** The number of the display, which the X server writes to its fourth channel. */
async function firstLine(screen: ChildProcess): Promise<string> {
  const channel = screen.stdio[3];
  if (channel === null || channel === undefined || !('setEncoding' in channel))
    throw new Error('Xvfb was started without a channel to name its display on.');
  const [line] = (await Promise.race([
    once(channel.setEncoding('utf8'), 'data'),
    once(screen, 'exit').then(([code]) => {
      throw new Error(`Xvfb ended with code ${String(code)} before it had a display.`);
    }),
  ])) as [string];
  return line.trim();
}
