import { LibraryFault } from '../../code-library/load.ts';
import { ConfigFault } from '../config/env.ts';

/** A fault the user can mend: one clear sentence that says what to do. */
export class UserFault extends Error {
  override name = 'UserFault';
}

const FOLDER = 'name a folder in DATA_DIR that can be written to';
const SERVER = '"caseconsult doctor" tells which server does not answer';

/** What can be done about a code of the operating system. */
const REMEDIES: ReadonlyMap<string, string> = new Map([
  ['EACCES', FOLDER],
  ['EPERM', FOLDER],
  ['EROFS', FOLDER],
  ['ENOTDIR', FOLDER],
  ['ENOSPC', 'make room on the disk'],
  ['ENOENT', 'check the path'],
  ['ECONNREFUSED', SERVER],
  ['ENOTFOUND', SERVER],
  ['ETIMEDOUT', SERVER],
]);

/** Prints one sentence and ends with a non-zero code. */
export function exitWithFault(fault: unknown): never {
  process.stderr.write(`caseconsult: ${sentenceOf(fault)}\n`);
  process.exit(1);
}

/** For one file among several: a fault of the user is told and remembered, any other is thrown on. */
export function tellAndGoOn(fault: unknown): void {
  if (!(fault instanceof UserFault)) throw fault;
  process.stderr.write(`caseconsult: ${fault.message}\n`);
  process.exitCode = 1;
}

function sentenceOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown fault';
  if ([UserFault, ConfigFault, LibraryFault].some((kind) => fault instanceof kind)) return fault.message;
  const code = codeOf(fault) ?? '';
  const said = fault.message.split('\n', 1)[0] || fault.name;
  const remedy = REMEDIES.get(code);
  if (remedy === undefined) return `unexpected fault: ${said}`;
  return `${said.includes(code) ? said : `${said} (${code})`}; ${remedy}`;
}

/** The code of the fault, or of what caused it. */
function codeOf(fault: Error): string | undefined {
  if ('code' in fault && typeof fault.code === 'string') return fault.code;
  return fault.cause instanceof Error ? codeOf(fault.cause) : undefined;
}
