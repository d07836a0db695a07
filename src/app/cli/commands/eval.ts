import { Command, Option } from 'commander';
import { createPinoLog } from '../../../adapters/log/pino-log.ts';
import { byFamily, byModifier } from '../../../core/eval/breakdown.ts';
import type { EvalAnswer, ScoringFacts } from '../../../core/eval/eval-case.ts';
import { scoreSet } from '../../../core/eval/score.ts';
import type { OfficialData } from '../../../pipeline/ports.ts';
import { codingPorts } from '../../coding-ports.ts';
import { configFromEnv } from '../../config/env.ts';
import { answerCase, SERVICE_DATE } from '../../evaluation/answer-case.ts';
import { printReport } from '../../evaluation/print-report.ts';
import { readSet, type SetCase, type SetOptions } from '../../evaluation/read-set.ts';
import { openLibrary } from '../../library.ts';
import { openOfficialData } from '../../official/open-official-data.ts';
import { print, progressBar } from '../output.ts';

interface Options extends SetOptions {
  readonly set: readonly string[];
  readonly json?: boolean;
}

/** `caseconsult eval --set FILE`: accuracy against adjudicated keys. */
export function evalCommand(): Command {
  return new Command('eval')
    .description('measure accuracy on sets of notes with keys (JSON Lines)')
    .requiredOption('--set <paths...>', '.jsonl files, or folders of them')
    .option('--notes <file>', 'notes (JSON Lines with id and text) for keys that are kept without them')
    .addOption(new Option('--half <half>', 'only the keys of one half').choices(['tuning', 'check']))
    .option('--json', 'one JSON object')
    .action(async (options: Options) => {
      const cases = (await Promise.all(options.set.map((path) => readSet(path, options)))).flat();
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
      const facts = await factsFor(cases, answers, data.official);
      await data.close();
      const keys = cases.map(({ key }) => key);
      const report = scoreSet(keys, answers, facts);
      const families = byFamily(keys, report.perCase);
      const firm = keys.filter(({ confidence }) => confidence !== 'low');
      const modifiers = byModifier(firm, answers, facts);
      if (options.json) return print(JSON.stringify({ ...report, families, modifiers }));
      printReport(report, families, modifiers);
      const codes = new Set(cases.flatMap(({ key }) => key.cpt.map(({ code }) => code)));
      const known = [...codes].filter((code) => library.find(code) !== undefined);
      print(`\ncodes of the set in the library: ${known.length} of ${codes.size}`);
    });
}

/** Which modifiers are scored depends on the bilateral indicator of the code. */
async function factsFor(
  cases: readonly SetCase[],
  answers: readonly EvalAnswer[],
  official: OfficialData,
): Promise<ScoringFacts> {
  const lines = [...cases.flatMap(({ key }) => key.cpt), ...answers.flatMap((answer) => answer.lines)];
  return official.forCodes([...new Set(lines.map(({ code }) => code))], SERVICE_DATE);
}
