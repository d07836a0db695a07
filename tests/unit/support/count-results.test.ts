import { expect, test } from 'vitest';
import { countResults, type Report } from '../../support/count-results.ts';

const report = (counts: Partial<Report>): Report => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...counts,
});

test('counts passed and failed tests', () => {
  expect(countResults(report({ numFailedTests: 2 }), 1, false)).toEqual({ passed: 3, failed: 2 });
});

test('counts a skipped or a planned test as failed', () => {
  expect(countResults(report({ numPendingTests: 1, numTodoTests: 1 }), 0, false)).toEqual({ passed: 3, failed: 2 });
});

test('does not count what a search by name left out', () => {
  expect(countResults(report({ numPendingTests: 40 }), 0, true)).toEqual({ passed: 3, failed: 0 });
});

test('counts a file that could not be loaded', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(countResults(report({ testResults }), 1, false)).toEqual({ passed: 3, failed: 1 });
});

test('counts a fault outside of the tests', () => {
  expect(countResults(report({}), 1, false)).toEqual({ passed: 3, failed: 1 });
});

test('counts a run without tests or without a report as failed', () => {
  expect(countResults(report({ numPassedTests: 0 }), 0, false).failed).toBe(1);
  expect(countResults(undefined, 1, false)).toEqual({ passed: 0, failed: 1 });
});
