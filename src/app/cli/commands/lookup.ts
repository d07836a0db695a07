import { Command, InvalidArgumentError } from 'commander';
import { openLibrary } from '../../library.ts';
import { print } from '../output.ts';

/** `caseconsult lookup QUERY`: the codes whose words fit best. */
export function lookupCommand(): Command {
  return new Command('lookup')
    .description('find codes by words, e.g. lookup "apical lung tumor chest wall"')
    .argument('<query...>', 'words, abbreviations, or part of a title')
    .option('--limit <n>', 'how many results', wholeNumber, 10)
    .option('--json', 'one JSON object')
    .action(async (words: readonly string[], options: { limit: number; json?: boolean }) => {
      const query = words.join(' ');
      const library = await openLibrary();
      const results = library.lookup(query, options.limit);
      if (options.json) return print(JSON.stringify({ query, results }));
      if (results.length === 0) return print('Nothing in our library fits these words.');
      for (const result of results) {
        print(`${result.code.padEnd(9)} ${result.system.padEnd(8)} ${result.title}`);
      }
    });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It must be a number from 1 to 9999.');
  return Number(text);
}
