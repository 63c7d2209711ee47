import { chromiumEngine } from './chromium.ts';
import type { EngineKind } from './engine.ts';
import { firefoxEngine } from './firefox.ts';
import { webkitEngine } from './webkit.ts';

const ALL: readonly EngineKind[] = [
  { name: 'Chromium', launch: chromiumEngine },
  { name: 'Firefox', launch: firefoxEngine },
  { name: 'WebKitGTK', launch: webkitEngine },
];

/** The engines to test with: all, or the one that `BROWSER` names. @throws {Error} for another name */
export const ENGINES: readonly EngineKind[] = chosen(process.env['BROWSER']);

function chosen(name: string | undefined): readonly EngineKind[] {
  if (name === undefined || name === '') return ALL;
  const kinds = ALL.filter((kind) => kind.name.toLowerCase() === name.toLowerCase());
  if (kinds.length > 0) return kinds;
  throw new Error(`BROWSER=${name}: name one of ${ALL.map((kind) => kind.name).join(', ')}.`);
}
