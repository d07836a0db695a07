import type { CodeLibrary, CodeRecord } from '../../core/model/code-record.ts';
import type { IsoDate } from '../../core/model/ids.ts';
import type { Problem } from './check-library.ts';
import type { OfficialCode, OfficialCodes } from './official-codes.ts';

/** Add-ons by their own definition that CMS's list does not name (CODING.md section 3: ZZZ is not the test). */
const ADD_ONS_OUTSIDE_THE_LIST: ReadonlySet<string> = new Set(['95940', '01968', '88332', '99292']);

const SIDED = new Set(['paired', 'digit', 'eyelid', 'level', 'vessel']);

/** Holds the records against the fee schedules, the add-on list and the edits. Empty parts are not compared. */
export function checkAgreement(library: CodeLibrary, official: OfficialCodes): Problem[] {
  const cpt = library.codes.filter(({ code }) => /^\d{4}[\dT]$/.test(code));
  return [
    ...(official.feeSchedules.length === 0 ? [] : cpt.flatMap((record) => checkLife(record, library, official))),
    ...(official.feeSchedules.length === 0 ? [] : cpt.flatMap((record) => checkSide(record, official))),
    ...(official.addOns.size === 0 ? [] : cpt.flatMap((record) => checkAddOn(record, official))),
    ...(official.pairs.size === 0 ? [] : library.codes.flatMap((record) => checkPairs(record, library, official))),
  ];
}

/** A code that only a later edition has begins, one that only an earlier one has ends; unknown ones are mistyped. */
function checkLife(record: CodeRecord, library: CodeLibrary, { feeSchedules }: OfficialCodes): Problem[] {
  const at = (what: string): Problem[] => [{ where: record.code, what }];
  const having = feeSchedules.filter(({ codes }) => codes.has(record.code));
  const [first, last] = [having[0], having.at(-1)];
  const { from, to } = lifeOf(record, library);
  const endsBefore = (day: IsoDate): boolean => to !== undefined && to < day;
  if (first === undefined || last === undefined) {
    const oldest = feeSchedules[0]?.from;
    return oldest !== undefined && endsBefore(oldest) ? [] : at('is in no fee schedule');
  }
  const [oldest, newest] = [feeSchedules[0], feeSchedules.at(-1)];
  if (first !== oldest && from === undefined) return at(`begins with ${first.name}: validFrom is missing`);
  if (last !== newest && to === undefined) return at(`is not in ${newest?.name}: validTo is missing`);
  return last === newest && newest !== undefined && endsBefore(newest.from) ? at('has ended here, not there') : [];
}

function lifeOf({ family, validFrom, validTo }: CodeRecord, { families }: CodeLibrary) {
  const own = families.find((each) => each.family === family);
  return { from: validFrom ?? own?.validFrom, to: validTo ?? own?.validTo };
}

/** The schedule lets 50 stand with an unlisted bowel operation, but nobody has a left and a right bowel to tell. */
const WITHOUT_SIDES: ReadonlySet<string> = new Set(['44238']);

/** Sides by the bilateral indicator: 1 wants a target that has sides, `paired` wants an indicator that knows sides. */
function checkSide(record: CodeRecord, official: OfficialCodes): Problem[] {
  const bilateral = newestRow(record.code, official)?.bilateral;
  if (bilateral === '1' && !SIDED.has(record.target) && !WITHOUT_SIDES.has(record.code)) {
    return [{ where: record.code, what: `bilateral indicator 1, but target ${record.target}` }];
  }
  return [];
}

function newestRow(code: string, { feeSchedules }: OfficialCodes): OfficialCode | undefined {
  return feeSchedules.findLast(({ codes }) => codes.has(code))?.codes.get(code);
}

function checkAddOn(record: CodeRecord, official: OfficialCodes): Problem[] {
  const isListed = official.addOns.has(record.code);
  if (isListed && record.role !== 'addOn') return [{ where: record.code, what: 'is an add-on by the NCCI list' }];
  if (isListed || record.role !== 'addOn' || ADD_ONS_OUTSIDE_THE_LIST.has(record.code)) return [];
  return newestRow(record.code, official)?.globalDays === 'ZZZ'
    ? []
    : [{ where: record.code, what: 'add-on here, neither listed nor ZZZ there' }];
}

/** An exclusion that cites the edits is one of them, with the indicator it names. */
function checkPairs(record: CodeRecord, library: CodeLibrary, { pairs }: OfficialCodes): Problem[] {
  const own = library.families.find(({ family }) => family === record.family)?.never ?? [];
  const isOfFamily = new Set(own);
  return [...record.never, ...own].flatMap((exclusion) => {
    const { code, authority } = exclusion;
    if (!/\bPTP\b/.test(authority)) return [];
    const indicator = pairs.get(`${record.code} ${code}`) ?? pairs.get(`${code} ${record.code}`);
    const named = /indicator ([01])/.exec(authority)?.[1];
    // A family's exclusion is told once for all members: it need not be an edit of each.
    if (indicator === undefined) {
      return isOfFamily.has(exclusion)
        ? []
        : [{ where: record.code, what: `cites an edit with ${code} that is not in force` }];
    }
    return named === undefined || named === indicator
      ? []
      : [{ where: record.code, what: `the edit with ${code} has indicator ${indicator}, not ${named}` }];
  });
}
