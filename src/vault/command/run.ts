import { add } from './add.ts';
import { readCommand } from './arguments.ts';
import { check } from './check.ts';
import type { CommandContext, Outcome } from './context.ts';
import { decrypt } from './decrypt.ts';
import { diff } from './diff.ts';
import { list } from './list.ts';
import { remove } from './remove.ts';
import { rotate } from './rotate.ts';
import { share } from './share.ts';
import { USAGE } from './usage.ts';

/**
 * Runs one command of `npm run vault --`.
 * @returns what to print and whether all is well
 * @throws {CommandError} (French), {@link KeysFileError} or {@link VaultError} when it could not be done;
 * the keys file is then as it was.
 */
export async function runVault(args: readonly string[], context: CommandContext): Promise<Outcome> {
  const command = readCommand(args);
  switch (command.name) {
    case 'help':
      return { ok: true, lines: [USAGE] };
    case 'list':
      return list(context);
    case 'add':
      return add(context, command);
    case 'remove':
      return remove(context, command);
    case 'rotate':
      return rotate(context, command.room);
    case 'check':
      return check(context, command.dist);
    case 'share':
      return share(context, command);
    case 'decrypt':
      return decrypt(context, command);
    case 'diff':
      return diff(command.before, command.after);
  }
}
