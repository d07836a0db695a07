import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkAgreement } from '../../code-library/check/agreement.ts';
import { checkCues } from '../../code-library/check/check-cues.ts';
import { checkExamples } from '../../code-library/check/check-examples.ts';
import { checkGrids } from '../../code-library/check/check-grids.ts';
import { checkRecords, type Problem } from '../../code-library/check/check-library.ts';
import { checkNames } from '../../code-library/check/check-names.ts';
import { coverageOf } from '../../code-library/check/coverage.ts';
import { checkCopies } from '../../code-library/check/near-copy.ts';
import type { OfficialCodes } from '../../code-library/check/official-codes.ts';
import { loadCodeLibrary } from '../../code-library/load.ts';
import { prepareLibrary } from '../../core/retrieve/engine-library.ts';
import { print, step } from '../cli/output.ts';
import { readOfficialCodes } from './read-official-codes.ts';

/**
 * `npm run library:check [PREFIX]`: every record and example, and, where a folder of official files is there, the
 * library against them. With a prefix only codes that start so are shown.
 */
const { values, positionals } = parseArgs({ options: { official: { type: 'string' } }, allowPositionals: true });
const [prefix = ''] = positionals;

const library = await loadCodeLibrary();
const official = await officialCodes(values.official);
const records = [...checkRecords(library), ...checkNames(library), ...checkGrids(library), ...checkCues(library)];
const compared = [...checkCopies(library, official), ...checkAgreement(library, official)];
const examples = checkExamples(prepareLibrary(library));
const problems: readonly Problem[] = [...records, ...compared, ...examples.problems];
for (const { where, what } of problems) if (where.startsWith(prefix)) print(`${where}: ${what}`);

printCoverage();
const unsure = library.codes.filter(({ verify }) => verify.length > 0).length;
print(
  `${library.codes.length} codes, ${library.families.length} families; ${unsure} to verify (${percent(unsure, library.codes.length)})`,
);
print(
  `${records.length} problems in records, ${compared.length} against the official files; ${examples.held} of ${examples.total} examples hold`,
);
if (problems.length > 0) process.exitCode = 1;

async function officialCodes(folder: string | undefined): Promise<OfficialCodes> {
  if (folder === undefined || !existsSync(folder)) {
    step('no folder of official files: the library is checked by itself');
    return { feeSchedules: [], addOns: new Map(), pairs: new Map() };
  }
  const ofInterest = new Set<string>(library.codes.map(({ code }) => code));
  return readOfficialCodes(folder, ofInterest, (name) => step(`reading ${name}`));
}

function printCoverage(): void {
  for (const { title, active, missing } of coverageOf(library, official)) {
    const known = active - missing.length;
    const first =
      missing.length === 0 ? '' : `  missing ${missing.slice(0, 8).join(' ')}${missing.length > 8 ? ' ...' : ''}`;
    print(
      `${title.padEnd(34)} ${String(known).padStart(5)} of ${String(active).padStart(5)}  ${percent(known, active).padStart(7)}${first}`,
    );
  }
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}
