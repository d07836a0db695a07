import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

const PRODUCT = sourceFiles('src', 'workers', 'migrations');

/** Paths and lines of what a pattern finds outside of the allowed places. */
function found(pattern: RegExp, files = PRODUCT, allowed: readonly string[] = []): readonly string[] {
  return files
    .filter(({ path }) => !allowed.some((place) => path.startsWith(place)))
    .flatMap(({ path, codeLines }) =>
      codeLines.flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
    );
}

test('no source file is longer than 250 lines', () => {
  const files = [...PRODUCT, ...sourceFiles('tests')];
  const long = files.filter(({ text }) => text.trimEnd().split('\n').length > 250);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('the environment is read in one place', () => {
  expect(found(/\bprocess\.env\b|\benv\b.*from 'node:process'/, PRODUCT, ['src/app/config/env.ts'])).toEqual([]);
});

test('only de-identification makes de-identified text', () => {
  expect(found(/\bas DeidentifiedText\b/, PRODUCT, ['src/core/deidentify/'])).toEqual([]);
});

test('only the catalogue makes codes', () => {
  expect(found(/\bas (ProcedureCode|DiagnosisCode)\b/, PRODUCT, ['src/code-library/'])).toEqual([]);
});

test('no type is forced', () => {
  expect(found(/\bas unknown as\b|\bas any\b|: any\b|@ts-(ignore|expect-error|nocheck)/)).toEqual([]);
});

test('the core knows neither clock nor chance nor network', () => {
  const core = PRODUCT.filter(({ path }) => path.startsWith('src/core/'));
  const impure =
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|\bprocess\.|\bcrypto\.|\bfetch\(|\bset(Timeout|Interval)\(/;
  expect(found(impure, core)).toEqual([]);
});

test('nothing is left to do, and no test is left out', () => {
  const tests = sourceFiles('tests').filter(({ path }) => !path.startsWith('tests/architecture/'));
  // Not XXX: the fee schedule's word for "no global period".
  const marks = [...PRODUCT, ...tests].filter(({ text }) => /\b(TODO|FIXME)\b/.test(text));
  expect(marks.map(({ path }) => path)).toEqual([]);
  expect(found(/\b(test|it|describe|suite)\.(only|skip|todo)\b/, tests)).toEqual([]);
});

test('test fixtures and product code stay inside the repository', () => {
  expect(found(/\.\.\/shared\//)).toEqual([]);
});
