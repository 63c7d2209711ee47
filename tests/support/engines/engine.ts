/** A tab of some browser. Functions given to it run in the page and know nothing of this file. */
export interface Tab {
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Types into a field as a person does, in place of what it holds. */
  type(selector: string, text: string): Promise<void>;
  /** Clicks where a person would. */
  click(selector: string): Promise<void>;
  evaluate<T, A extends readonly unknown[]>(
    act: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T>;
  close(): Promise<void>;
}

/** One reader's browser: tabs that share cookies, storage and workers, none of which any other has. */
export interface Profile {
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

/** A browser that tests can drive. */
export interface Engine {
  newProfile(): Promise<Profile>;
  /** Has the browser end the idle service worker that answers `tab`, which leaves the page. */
  endWorker(tab: Tab): Promise<void>;
  close(): Promise<void>;
}

/** How an engine is started, by the name it has in the tests' titles. */
export interface EngineKind {
  readonly name: string;
  readonly launch: () => Promise<Engine>;
}
