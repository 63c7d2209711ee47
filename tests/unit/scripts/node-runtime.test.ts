import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProjectNode, isRecentEnough } from '../../../scripts/lib/node-runtime.mjs';

describe('isRecentEnough', () => {
  it.each(['v22.18.0', 'v22.22.3', 'v24.0.0', '24.21.0', 'v100.0.0'])('accepts %s', (version) => {
    expect(isRecentEnough(version)).toBe(true);
  });

  it.each(['v18.20.8', 'v20.20.2', 'v22.12.0', 'v22.17.1', '', 'nonsense'])(
    'refuses "%s"',
    (version) => {
      expect(isRecentEnough(version)).toBe(false);
    },
  );
});

describe.skipIf(process.platform === 'win32')('findProjectNode', () => {
  let root: string;
  const fakeNode = (path: string, script: string): string => {
    const file = join(root, 'node_modules', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'portal-node-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('takes the Node that came with the dependencies', () => {
    const path = `node-${process.platform}-${process.arch}/bin/node`;
    const node = fakeNode(path, 'echo v24.21.0');
    expect(findProjectNode(root)).toBe(node);
  });

  it('passes over one that does not run here, and takes the one that runs this', () => {
    fakeNode('.bin/node', 'exit 127');
    expect(findProjectNode(root)).toBe(process.execPath);
  });

  it('passes over one that is too old', () => {
    fakeNode('.bin/node', 'echo v20.20.2');
    expect(findProjectNode(root)).toBe(process.execPath);
  });
});
