import { Command, InvalidArgumentError, Option } from 'commander';
import { createPinoLog } from '../../../adapters/log/pino-log.ts';
import { lookup } from '../../../core/lookup/lookup.ts';
import type { CodeSystem } from '../../../core/model/code.ts';
import { configFromEnv } from '../../config/env.ts';
import { openLibrary } from '../../library.ts';
import { openOfficialData } from '../../official/open-official-data.ts';
import { print } from '../output.ts';

interface Options {
  readonly limit: number;
  readonly system?: CodeSystem;
  readonly json?: boolean;
}

/** `caseconsult lookup QUERY`: the codes whose words fit best, in our library and in the official files that are loaded. */
export function lookupCommand(): Command {
  return new Command('lookup')
    .description('find codes by words, by a code or by its beginning, e.g. lookup "apical lung tumor chest wall"')
    .argument('<query...>', 'words, abbreviations, part of a title, a code, or how it begins')
    .addOption(new Option('--system <system>', 'only codes of this system').choices(['cpt', 'hcpcs', 'icd10cm']))
    .option('--limit <n>', 'how many results', wholeNumber, 10)
    .option('--json', 'one JSON object')
    .action(async (words: readonly string[], { limit, system, json }: Options) => {
      const query = words.join(' ');
      const config = configFromEnv();
      const data = await openOfficialData(config, createPinoLog({ level: config.logLevel, process: 'lookup' }));
      await data.close();
      const results = lookup(await openLibrary(data.texts), query, { limit, system });
      if (json) return print(JSON.stringify({ query, results }));
      if (results.length === 0) return print('Nothing fits these words.');
      for (const result of results) {
        print(`${result.code.padEnd(9)} ${result.system.padEnd(8)} ${result.title}`);
        if (result.decides !== undefined) print(`          decides: ${result.decides}`);
      }
    });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It must be a number from 1 to 9999.');
  return Number(text);
}
