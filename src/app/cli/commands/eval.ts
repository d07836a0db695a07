import { Command } from 'commander';
import { createPinoLog } from '../../../adapters/log/pino-log.ts';
import type { EvalAnswer, EvalReport, EvalScores } from '../../../core/eval/eval-case.ts';
import { scoreSet } from '../../../core/eval/score.ts';
import { codingPorts } from '../../coding-ports.ts';
import { configFromEnv } from '../../config/env.ts';
import { answerCase } from '../../evaluation/answer-case.ts';
import { readSet } from '../../evaluation/read-set.ts';
import { openLibrary } from '../../library.ts';
import { openOfficialData } from '../../official/open-official-data.ts';
import { print, progressBar } from '../output.ts';

/** `caseconsult eval --set FILE`: accuracy against adjudicated keys. */
export function evalCommand(): Command {
  return new Command('eval')
    .description('measure accuracy on a set of notes with keys (JSON Lines)')
    .requiredOption('--set <path>', 'a .jsonl file, or a folder of them')
    .option('--json', 'one JSON object')
    .action(async (options: { set: string; json?: boolean }) => {
      const cases = await readSet(options.set);
      const config = configFromEnv();
      const data = await openOfficialData(config, createPinoLog({ level: config.logLevel, process: 'eval' }));
      const library = await openLibrary(data.texts);
      const ports = await codingPorts(config, library, data.official);
      const bar = progressBar('coding', cases.length);
      const answers: EvalAnswer[] = [];
      for (const [index, { key, text }] of cases.entries()) {
        bar.at(index, key.id);
        answers.push(await answerCase(key.id, text, ports));
      }
      bar.end();
      await data.close();
      const report = scoreSet(
        cases.map(({ key }) => key),
        answers,
      );
      if (options.json) return print(JSON.stringify(report));
      printReport(report);
      const codes = new Set(cases.flatMap(({ key }) => key.cpt.map(({ code }) => code)));
      const known = [...codes].filter((code) => library.find(code) !== undefined);
      print(`codes of the set in the library: ${known.length} of ${codes.size}`);
    });
}

function printReport(report: EvalReport): void {
  for (const one of report.perCase) {
    print(`${one.exact ? 'exact ' : '      '} ${one.id}  given ${one.given.join(' ') || '-'}`);
    if (!one.exact)
      print(
        `         expected ${one.expected.join(' ')}  missed ${one.missed.join(' ') || '-'}  extra ${one.extra.join(' ') || '-'}`,
      );
  }
  printScores('high and medium keys', report);
  printScores('low keys (no definite answer)', report.lowConfidence);
}

function printScores(heading: string, scores: EvalScores): void {
  print(`\n${heading}: ${scores.cases} cases`);
  const rows: [string, number][] = [
    ['whole case exact', scores.wholeCaseExact],
    ['code precision', scores.codePrecision],
    ['code recall', scores.codeRecall],
    ['code F1', scores.codeF1],
    ['first code', scores.firstCode],
    ['modifiers on matched codes', scores.modifierAccuracy],
    ['units on matched codes', scores.unitAccuracy],
    ['candidate recall at 20', scores.candidateRecallAt20],
    ['candidate recall at 60', scores.candidateRecallAt60],
    ['family recall a mention', scores.familyRecallPerMention],
    ['ICD-10 F1 at 3 characters', scores.icd10F1At3],
    ['ICD-10 F1', scores.icd10F1],
  ];
  for (const [name, value] of rows) print(`  ${name.padEnd(28)}${value.toFixed(3)}`);
  for (const { threshold, share, accuracy } of scores.coverage) {
    print(`  confidence >= ${threshold.toFixed(1)}: answered ${share.toFixed(2)}, right ${accuracy.toFixed(2)}`);
  }
  for (const { word, lines, accuracy } of scores.words) {
    print(`  lines said to be "${word}": ${lines}, code right ${accuracy.toFixed(2)}`);
  }
  print(`  milliseconds a case: p50 ${scores.msP50.toFixed(1)}, p95 ${scores.msP95.toFixed(1)}`);
}
