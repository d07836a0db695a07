import type { ToldFact } from '../model/consultation.ts';
import { cardOf } from './code-card.ts';
import { type Answerer, codesOf, type Desk, feeOf, listed, mueOf, officialFact, sentences } from './desk.ts';
import { globalWords } from './global-days.ts';
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
  if (record === undefined) {
    const end = endOf(code, desk);
    return end === undefined ? `${code} is not in our library, which does not mean it is not valid` : `${code}: ${end}`;
  }
  const isCategory = 'billable' in record && !record.billable;
  return `${code}: ${record.title}${isCategory ? '; a category that needs more characters to be billed' : ''}`;
}

function officialFacts(code: string, prefix: string, desk: Desk): ToldFact[] {
  const fee = feeOf(code, desk);
  const mue = mueOf(code, desk);
  if (fee === undefined && desk.library.find(code) === undefined) return [];
  const facts: ToldFact[] = [];
  facts.push(
    officialFact(
      'pfs',
      `${prefix}Fee schedule`,
      fee === undefined ? `${code} is not listed` : `${globalWords(fee.globalDays)}; ${rvuWords(fee)}`,
      desk,
    ),
  );
  facts.push(officialFact('mue', `${prefix}Units`, mue === undefined ? 'no published limit' : limitWords(mue), desk));
  return facts;
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
