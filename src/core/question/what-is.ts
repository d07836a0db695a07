import { FEE_STATUS } from '../check/fee-status.ts';
import { listingOf } from '../check/listing.ts';
import { isProcedureCode } from '../model/code.ts';
import type { ToldFact } from '../model/consultation.ts';
import type { FeeRow } from '../model/official.ts';
import { cardOf } from './code-card.ts';
import { type Answerer, codesOf, type Desk, feeOf, listed, mueOf, officialFact, sentences } from './desk.ts';
import { globalWords } from './global-days.ts';
import { officialTitle } from './official-titles.ts';
import { rvuWords } from './relative-values.ts';
import { limitWords } from './units.ts';
import { endOf } from './valid.ts';

/** "What is 32503?": the code in our own words, and what the fee schedule and the MUE say of it. */
export const whatIs: Answerer = (asked, desk) => {
  const codes = codesOf(asked);
  const cards = codes.flatMap((code) => {
    const record = desk.library.find(code);
    return record === undefined ? [] : [cardOf(record, desk.library)];
  });
  const all = [...codes, ...asked.diagnoses];
  return {
    asked: `What is ${listed(all)}`,
    answer: sentences(all.map((code) => nameOf(code, desk))),
    facts: codes.flatMap((code) => officialFacts(code, codes.length > 1 ? `${code} ` : '', desk)),
    cards,
  };
};

function nameOf(code: string, desk: Desk): string {
  const record = desk.library.find(code) ?? desk.library.findDiagnosis(code);
  if (record === undefined) return unknownName(code, desk);
  const isCategory = 'billable' in record && !record.billable;
  return `${code}: ${record.title}${isCategory ? '; a category that needs more characters to be billed' : ''}`;
}

/** A code that our library does not hold, by the official lists. */
function unknownName(code: string, desk: Desk): string {
  const end = endOf(code, desk);
  if (end !== undefined) return `${code}: ${end}`;
  const { diagnoses, levelTwo, cptTitles } = desk.official;
  const diagnosis = diagnoses?.find((row) => row.code === code);
  if (diagnosis !== undefined)
    return `${code}: ${diagnosis.title}${diagnosis.isBillable ? '' : '; a category that needs more characters to be billed'}`;
  const title = levelTwo?.find((row) => row.code === code)?.title;
  if (title !== undefined) return `${code}: ${title}`;
  if (officialTitle(code, cptTitles, 'full') !== undefined)
    return `${code} is not in our library; its official title stands below`;
  const fault = isProcedureCode(code) ? listingOf(code, desk.official, desk.day)?.fault : undefined;
  return fault === undefined
    ? `${code} is not in our library, which does not mean it is not valid`
    : `${code} is not in our library, and ${fault}`;
}

function officialFacts(code: string, prefix: string, desk: Desk): ToldFact[] {
  const fee = feeOf(code, desk);
  const mue = mueOf(code, desk);
  const facts: ToldFact[] = [];
  if (desk.library.find(code) === undefined) {
    const official = officialTitle(code, desk.official.cptTitles, 'full');
    if (official !== undefined) facts.push(officialFact('cpt', `${prefix}Official`, official, desk));
    if (fee === undefined) return facts;
  }
  facts.push(
    officialFact('pfs', `${prefix}Fee schedule`, fee === undefined ? `${code} is not listed` : feeWords(fee), desk),
  );
  facts.push(officialFact('mue', `${prefix}Units`, mue === undefined ? 'no published limit' : limitWords(mue), desk));
  return facts;
}

/** Without a value the status says why. */
function feeWords(fee: FeeRow): string {
  if (fee.totalFacilityRvu + fee.totalNonFacilityRvu > 0) return `${globalWords(fee.globalDays)}; ${rvuWords(fee)}`;
  return `no value, status ${fee.status}: ${FEE_STATUS[fee.status] ?? 'see the fee schedule'}`;
}

/** The codes side by side, and the fact that decides between each two of them. */
export const difference: Answerer = (asked, desk) => {
  const codes = codesOf(asked);
  const cards = codes.flatMap((code) => {
    const record = desk.library.find(code);
    return record === undefined ? [] : [{ ...cardOf(record, desk.library), neighbours: [] }];
  });
  const deciding = codes.flatMap((code) =>
    (desk.library.find(code)?.notThis ?? [])
      .filter((neighbour) => codes.includes(neighbour.code))
      .map((neighbour) => ({ label: `${neighbour.code}, not ${code}`, text: neighbour.decidingFact })),
  );
  return {
    asked: `Difference between ${listed(codes)}`,
    answer: sentences(codes.map((code) => nameOf(code, desk))),
    facts: deciding.map(({ label, text }) => ({
      label,
      text: `when ${text}`,
      state: 'checked',
      source: `CaseConsultant library ${desk.library.library.edition}`,
    })),
    cards,
  };
};
