import type { FamilyRow, ModifierRow } from '../../core/eval/breakdown.ts';
import type { EvalReport, EvalScores } from '../../core/eval/eval-case.ts';
import { wilsonInterval } from '../../core/eval/wilson.ts';
import { print } from '../cli/output.ts';

/** The whole report for a person: case by case, then the figures, then where they come from. */
export function printReport(
  report: EvalReport,
  families: readonly FamilyRow[],
  modifiers: readonly ModifierRow[],
): void {
  for (const one of report.perCase) {
    print(`${one.exact ? 'exact ' : '      '} ${one.id}  given ${one.given.join(' ') || '-'}`);
    if (!one.exact)
      print(
        `         expected ${one.expected.join(' ')}  missed ${one.missed.join(' ') || '-'}  extra ${one.extra.join(' ') || '-'}`,
      );
  }
  printScores('high and medium keys', report);
  printScores('low keys (no definite answer)', report.lowConfidence);
  if (families.length > 1) printFamilies(families);
  printModifiers(modifiers);
}

function printScores(heading: string, scores: EvalScores): void {
  print(`\n${heading}: ${scores.cases} cases`);
  const rows: [string, number, boolean][] = [
    ['whole case exact', scores.wholeCaseExact, true],
    ['code precision', scores.codePrecision, false],
    ['code recall', scores.codeRecall, false],
    ['code F1', scores.codeF1, false],
    ['first code', scores.firstCode, true],
    ['modifiers on matched codes', scores.modifierAccuracy, false],
    ['units on matched codes', scores.unitAccuracy, false],
    ['candidate recall at 20', scores.candidateRecallAt20, false],
    ['candidate recall at 60', scores.candidateRecallAt60, false],
    ['family recall a mention', scores.familyRecallPerMention, false],
    ['ICD-10 F1 at 3 characters', scores.icd10F1At3, false],
    ['ICD-10 F1', scores.icd10F1, false],
  ];
  for (const [name, value, isOfCases] of rows) {
    print(`  ${name.padEnd(28)}${value.toFixed(3)}${isOfCases ? intervalOf(value, scores.cases) : ''}`);
  }
  for (const { threshold, share, accuracy } of scores.coverage) {
    print(`  confidence >= ${threshold.toFixed(1)}: answered ${share.toFixed(2)}, right ${accuracy.toFixed(2)}`);
  }
  for (const { word, lines, accuracy } of scores.words) {
    print(`  lines said to be "${word}": ${lines}, code right ${accuracy.toFixed(2)}`);
  }
  print(`  milliseconds a case: p50 ${scores.msP50.toFixed(1)}, p95 ${scores.msP95.toFixed(1)}`);
}

function intervalOf(share: number, cases: number): string {
  const [low, high] = wilsonInterval(share * cases, cases);
  return `  (95 %: ${low.toFixed(2)} to ${high.toFixed(2)})`;
}

function printFamilies(families: readonly FamilyRow[]): void {
  print(`\n${'family'.padEnd(28)}cases  exact  codes  found`);
  for (const { family, cases, exact, codes, hits } of families) {
    print(`${family.padEnd(28)}${padded(cases)}  ${padded(exact)}  ${padded(codes)}  ${padded(hits)}`);
  }
}

function printModifiers(modifiers: readonly ModifierRow[]): void {
  print(`\n${'modifier'.padEnd(10)}in keys  given  right`);
  for (const { modifier, expected, given, right } of modifiers) {
    print(`${modifier.padEnd(10)}${String(expected).padStart(7)}  ${padded(given)}  ${padded(right)}`);
  }
}

function padded(count: number): string {
  return String(count).padStart(5);
}
