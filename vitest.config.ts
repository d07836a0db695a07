import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const SECOND_MS = 1_000;

/** One project a folder of tests; the last three run services of their own (tests/support/services.ts). */
function project(name: string, timeoutMs: number, globalSetup: string[] = [], isolate = true) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      testTimeout: timeoutMs,
      hookTimeout: Math.max(timeoutMs, 60 * SECOND_MS),
      globalSetup,
      // Read with every file, also where a test loads it later: a server it starts must stop with the file.
      setupFiles: globalSetup.length === 0 ? [] : ['tests/support/postgres.ts'],
      isolate,
    },
  };
}

const needsServices = ['tests/support/global-setup.ts'];

export default defineConfig({
  test: {
    // Processes, not threads: tests start servers and set signals.
    pool: 'forks',
    maxWorkers: 2,
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      project('architecture', 60 * SECOND_MS),
      // Pure code: modules and library are read once a worker, not once a file.
      project('unit', 60 * SECOND_MS, [], false),
      project('golden', 60 * SECOND_MS, [], false),
      // Public test material that is not ours to ship; run-tests.ts says so when it is not beside the checkout.
      ...(existsSync('../shared') ? [project('material', 180 * SECOND_MS)] : []),
      project('contract', 60 * SECOND_MS, needsServices),
      project('integration', 60 * SECOND_MS, needsServices),
      project('e2e', 300 * SECOND_MS, needsServices),
    ],
  },
});
