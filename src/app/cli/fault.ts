import { LibraryFault } from '../../code-library/load.ts';
import { ConfigFault } from '../config/env.ts';

/** A fault the user can mend: one clear sentence that says what to do. */
export class UserFault extends Error {
  override name = 'UserFault';
}

/** Prints one sentence and ends with a non-zero code. */
export function exitWithFault(fault: unknown): never {
  const known = [UserFault, ConfigFault, LibraryFault].some((kind) => fault instanceof kind);
  const message = fault instanceof Error ? fault.message : 'unknown fault';
  process.stderr.write(`caseconsult: ${known ? message : `unexpected fault: ${message.split('\n')[0]}`}\n`);
  process.exit(1);
}
