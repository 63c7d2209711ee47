import type { VaultFault } from '../../../src/vault/format/errors.ts';
import type { Random } from '../ingest/random.ts';
import type { Answer } from './reader.ts';
import type { Build, World } from './world.ts';

/** One attack. */
export interface Case {
  /** The file that is asked for. */
  path: string;
  lies: Map<string, () => Answer>;
  /** What the host has, where it is not the present build. */
  build?: Build;
  signsIn?: boolean;
  /** The faults that are right; any other is a failure. */
  faults: readonly VaultFault[];
  /** It may have changed nothing a reader uses: then the page opens as it was, and is not counted. */
  mayBeIdle?: boolean;
  /** Says it shortly, for a reproduction. */
  note: string;
}

/** Makes one case of a kind. `null`: not with this draw. */
export type Maker = (world: World, random: Random) => Case | Promise<Case>;

/** Kinds of attacks by name. */
export type Kinds = Readonly<Record<string, Maker>>;
