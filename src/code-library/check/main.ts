import { prepareLibrary } from '../../core/retrieve/engine-library.ts';
import { loadCodeLibrary } from '../load.ts';
import { checkExamples } from './check-examples.ts';
import { checkRecords } from './check-library.ts';

/** `npm run library:check [PREFIX]`: checks every record and example; with a prefix shows only codes that start so. */
const prefix = process.argv[2] ?? '';
const library = await loadCodeLibrary();
const records = checkRecords(library);
const examples = checkExamples(prepareLibrary(library));
for (const { where, what } of [...records, ...examples.problems]) {
  if (where.startsWith(prefix)) process.stdout.write(`${where}: ${what}\n`);
}
process.stdout.write(
  `${library.codes.length} codes, ${library.families.length} families: ${records.length} problems in records; `,
);
process.stdout.write(`${examples.held} of ${examples.total} examples hold\n`);
if (records.length > 0 || examples.problems.length > 0) process.exitCode = 1;
