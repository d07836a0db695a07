import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

const owned = new Map<ChildProcess, NodeJS.Signals>();

/** Signals every program that still runs; it may need a moment to go. */
function endAll(): void {
  for (const [child, signal] of owned) child.kill(signal);
  owned.clear();
}
process.once('exit', endAll);
// How vitest ends a test process that does not go by itself; 128 + 15, as a shell says it.
process.once('SIGTERM', () => process.exit(143));

/** Starts a program that ends with this process at the latest, even when a hook failed half way. */
export function spawnOwned<Options extends SpawnOptions>(
  program: string,
  args: readonly string[],
  options: Options,
  signal: NodeJS.Signals = 'SIGKILL',
): ChildProcess {
  const child = spawn(program, args, options);
  owned.set(child, signal);
  child.once('exit', () => owned.delete(child));
  return child;
}
