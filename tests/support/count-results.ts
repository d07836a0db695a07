/** The parts of vitest's JSON report that are counted (the shape of Jest's). */
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * What a run is worth: a skipped test is a failed one, unless the caller asked for some tests by name; a file that
 * could not be loaded is one failure; so is a fault outside of the tests.
 */
export function countResults(report: Report | undefined, exitCode: number, byName: boolean): Counts {
  if (report === undefined) return { passed: 0, failed: 1 };
  const skipped = byName ? 0 : report.numPendingTests + report.numTodoTests;
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + skipped + unloaded;
  const nothingRan = report.numPassedTests + failed === 0;
  return { passed: report.numPassedTests, failed: failed === 0 && (exitCode !== 0 || nothingRan) ? 1 : failed };
}
