import { Command } from 'commander';
import { createPinoLog } from '../../../adapters/log/pino-log.ts';
import { cardOf } from '../../../core/question/code-card.ts';
import { officialTitle } from '../../../core/question/official-titles.ts';
import { SYSTEM_CLOCK, todayOf } from '../../clock.ts';
import { configFromEnv } from '../../config/env.ts';
import { openLibrary } from '../../library.ts';
import { openOfficialData } from '../../official/open-official-data.ts';
import { UserFault } from '../fault.ts';
import { print } from '../output.ts';

/** `caseconsult code 32503`: one code in our own words. */
export function codeCommand(): Command {
  return new Command('code')
    .description('tell what a code is, in our own words')
    .argument('<code>', 'a CPT, HCPCS or ICD-10-CM code')
    .option('--json', 'one JSON object')
    .action(async (code: string, options: { json?: boolean }) => {
      const library = await openLibrary();
      const wanted = code.toUpperCase();
      const diagnosis = library.findDiagnosis(wanted);
      if (diagnosis !== undefined) {
        return print(options.json ? JSON.stringify(diagnosis) : `${diagnosis.code}  ${diagnosis.title}`);
      }
      const official = await officialTitleOf(wanted);
      const record = library.find(wanted);
      if (record === undefined) {
        if (official !== undefined) {
          return print(options.json ? JSON.stringify({ code: wanted, official }) : `${wanted}  official: ${official}`);
        }
        throw new UserFault(`${wanted} is not in our library (that does not mean it is not valid)`);
      }
      const card = cardOf(record, library);
      if (options.json) return print(JSON.stringify({ ...card, official }));
      print(`${card.code}  ${card.title}`);
      if (official !== undefined) print(`official: ${official}`);
      print(card.says);
      for (const fact of card.facts) print(`- ${fact}`);
      for (const neighbour of card.neighbours)
        print(`- not this but ${neighbour.code} when: ${neighbour.decidingFact}`);
    });
}

/** The AMA's words stand beside ours when the owner has loaded them. */
async function officialTitleOf(code: string): Promise<string | undefined> {
  const config = configFromEnv();
  const data = await openOfficialData(config, createPinoLog({ level: config.logLevel, process: 'code' }));
  try {
    const { cptTitles } = await data.official.forCodes([code], todayOf(SYSTEM_CLOCK));
    return officialTitle(code, cptTitles, 'full');
  } finally {
    await data.close();
  }
}
