import type { TestProject } from 'vitest/node';
import { openTestPortal, type TestPortal } from './portal.ts';

declare module 'vitest' {
  interface ProvidedContext {
    portal: TestPortal;
  }
}

/** Gives the tests of a project `inject('portal')`. */
export default async function setup(project: TestProject): Promise<() => void> {
  const { portal, close } = await openTestPortal();
  project.provide('portal', portal);
  return close;
}
