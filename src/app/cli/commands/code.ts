import { Command } from 'commander';
import { cardOf } from '../../../core/question/code-card.ts';
import { openLibrary } from '../../library.ts';
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
      const record = library.find(wanted);
      if (record === undefined) {
        throw new UserFault(`${wanted} is not in our library (that does not mean it is not valid)`);
      }
      const card = cardOf(record, library);
      if (options.json) return print(JSON.stringify(card));
      print(`${card.code}  ${card.title}`);
      print(card.says);
      for (const fact of card.facts) print(`- ${fact}`);
      for (const neighbour of card.neighbours)
        print(`- not this but ${neighbour.code} when: ${neighbour.decidingFact}`);
    });
}
