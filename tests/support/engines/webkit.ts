import { Builder, By, Capabilities, type WebDriver } from 'selenium-webdriver';
import { findProgram } from '../../../scripts/lib/browsers.mjs';
import type { Engine, Profile, Tab } from './engine.ts';
import { startWebKitDriver } from './webkit-driver.ts';

/** WebKit ends a worker ten seconds after the last page of its site is gone. */
const WORKER_IDLE = 13_000;

/** WebKitGTK's MiniBrowser, through its own WebDriver. */
export async function webkitEngine(): Promise<Engine> {
  const { server, close } = await startWebKitDriver();
  return {
    newProfile: () => newProfile(server),
    endWorker: async (tab) => {
      await tab.goto('about:blank');
      await new Promise((resolve) => {
        setTimeout(resolve, WORKER_IDLE);
      });
    },
    close,
  };
}

/** A session of WebDriver has a browser of its own, whose storage ends with it. */
async function newProfile(server: string): Promise<Profile> {
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: findProgram('webkit'), args: ['--automation'] },
  });
  const session = await new Builder().usingServer(server).withCapabilities(capabilities).build();
  await session.manage().setTimeouts({ script: 20_000, pageLoad: 30_000 });
  let isFirst = true;
  return {
    newTab: async () => {
      if (!isFirst) await session.switchTo().newWindow('tab');
      isFirst = false;
      return tabOf(session, await session.getWindowHandle());
    },
    close: () => session.quit(),
  };
}

/** A session speaks to one tab at a time: each step turns to its own first. */
function tabOf(session: WebDriver, handle: string): Tab {
  const here = async (): Promise<WebDriver> => {
    await session.switchTo().window(handle);
    return session;
  };
  const element = async (selector: string) => (await here()).findElement(By.css(selector));
  return {
    goto: async (url) => (await here()).get(url),
    url: async () => (await here()).getCurrentUrl(),
    reload: async () => (await here()).navigate().refresh(),
    back: async () => (await here()).navigate().back(),
    forward: async () => (await here()).navigate().forward(),
    type: async (selector, text) => {
      const field = await element(selector);
      await field.clear();
      await field.sendKeys(text);
    },
    click: async (selector) => (await element(selector)).click(),
    evaluate: async (act, ...args) => {
      const script = `const [args, done] = arguments; Promise.resolve().then(() => (${act.toString()})(...args)).then((value) => done({ value }), (cause) => done({ cause: String(cause) }));`;
      const result = await (await here()).executeAsyncScript<Result>(script, args);
      if (result.cause !== undefined) throw new Error(result.cause);
      return result.value as never;
    },
    close: async () => (await here()).close(),
  };
}

interface Result {
  readonly value?: unknown;
  readonly cause?: string;
}
