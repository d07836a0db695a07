import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/library.ts';
import { type BilledClaim, bookOf } from '../../../src/core/audit/billed-claim.ts';
import { readBilled } from '../../../src/core/audit/read-billed.ts';
import { deidentifyText } from '../../../src/core/deidentify/deidentify.ts';

const book = bookOf(await openLibrary());

/** `29881-RT 22552 x2 | M50.20`; a denied line with its reason behind `!`. */
function told(claim: BilledClaim | undefined): string {
  if (claim === undefined) return 'nothing';
  const lines = claim.lines.map(
    ({ code, modifiers, units, denial }) =>
      `${[code, ...modifiers].join('-')}${units > 1 ? ` x${units}` : ''}${denial === undefined ? '' : ` !${denial}`}`,
  );
  return [lines.join(', '), ...(claim.diagnoses.length > 0 ? [claim.diagnoses.join(' ')] : [])].join(' | ');
}

/** As the audit reads it: masked first. */
const read = (mail: string): string => told(readBilled(deidentifyText(mail), book));

const BILLED: readonly (readonly [mail: string, claim: string])[] = [
  ['I billed 47562, 44180-59: right?', '47562, 44180-59'],
  ['we submitted CPT 29881-RT, 29877-59-RT x1 and got a denial for 29877', '29881-RT, 29877-59-RT !'],
  ['claim: 22551, 22552 x2, 22845, dx M50.20', '22551, 22552 x2, 22845 | M50.20'],
  ['coder chose 99214-25 + 11042', '99214-25, 11042'],
  ['Denied: 44180 (CO-97)', '44180 !CO-97'],
  ['We billed:\n47562\n44180-59\n\nThanks,\nDana', '47562, 44180-59'],
  ['1. 22551\n2. 22552 x 2\n3. 22845\nDx: M50.121, M47.12', '22551, 22552 x2, 22845 | M50.121 M47.12'],
  ['CPT\tMod\tUnits\tDx\n29881\tRT\t1\tS83.241A\n29877\t59 RT\t1\tM94.261', '29881-RT, 29877-59-RT | S83.241A M94.261'],
  ['| 64483 | 50 | 1 | M54.16 |\n| 64484 | 50 | 2 | M54.16 |', '64483-50, 64484-50 x2 | M54.16'],
  ['Please audit: 45385, 45380-59', '45385, 45380-59'],
  ['Is this right? 66984-RT', '66984-RT'],
  ['Does the note support 99214?', '99214'],
  ['47562, 44180-59?', '47562, 44180-59'],
  ['47562,44180-59', '47562, 44180-59'],
  ['Biled 47562 and 44180-59, corect?', '47562, 44180-59'],
  ['Sumbitted 64483-50 and 64484 x2', '64483-50, 64484 x2'],
  ['We billed 29881RT and 29877 with modifier 59', '29881-RT, 29877-59'],
  ['Our coder went with 11402, 12031. Medicare denied 12031 as bundled.', '11402, 12031 !'],
  ['We billed 47562 and 44180-59 was denied', '47562, 44180-59 !'],
  ['45385 and 45380 were denied', '45385 !, 45380 !'],
  ['CO-97 denial for 44180', '44180 !CO-97'],
  ['47562 paid, 47001 denied bundled. Correct?', '47562, 47001 !'],
  ['Payment received for 29881. 29877 was bundled and denied.', '29881, 29877 !'],
  ['Coding so far - 27447-RT / 64447-59 / 20985', '27447-RT, 64447-59, 20985'],
  ['Charge sheet says 31267-50 31255-50 30520 61782', '31267-50, 31255-50, 30520, 61782'],
  ['I coded this as 58571, 58661-59 and 52000-59; my manager disagrees. Thoughts?', '58571, 58661-59, 52000-59'],
  ['4 units of 97597? no we billed 97597 x1, 97598 x3', '97597, 97598 x3'],
  ['biller wants to add 49320. We have 58661 only.', '58661'],
  ['Medicare denied 29877 (CO-97) and 29875', '29877 !CO-97, 29875 !'],
  ['We charged 2 units of 64484 and one 64483', '64484 x2, 64483'],
  ['I want to bill 69436-50, please check', '69436-50'],
  ['claim 29877-59-RT was denied CO-97', '29877-59-RT !CO-97'],
  ['Coded as 99204-57 & 27236-RT. Dx S72.001A', '99204-57, 27236-RT | S72.001A'],
  ['we billed 47563 instead of 47562', '47563'],
  ['CPT 47562 x1\nCPT 47001 x1\nICD K80.20', '47562, 47001 | K80.20'],
  ['22551, +22552 x2, +22845 on the claim', '22551, 22552 x2, 22845'],
  ['J0585 x 100 units billed with 64612-50', 'J0585 x100, 64612-50'],
  ['billed 69436-RT, 69436-LT', '69436-RT, 69436-LT'],
  ['47562 and 44180-59 were billed. Can I add 49320?', '47562, 44180-59'],
  ['billed +22552 22845 with 22551', '22552, 22845, 22551'],
  ['We billed 47562, 44180-59.\n\nWe changed it to 47562, 47001. Right?', '47562, 47001'],
  ['We billed 47562, 44180-59.\n\nWe now billed 47563 only.', '47563'],
  ['We billed 47562, 44180-59.\n\n44180 was denied.', '47562, 44180-59 !'],
];

const NOT_BILLED: readonly string[] = [
  'Please code this. Can I add 44180?',
  'Should I bill 47562 or 47563?',
  'We did not bill 44180.',
  'Authorization was for 47563. Please code the note.',
  'Claim # 48213 for this patient, please code',
  'Our zip is 75201 and ext 44180, thanks',
  'The hospital billed 47562.',
  'Anesthesia billed 00790. What do we bill?',
  'For another patient we billed 47600, please code this one.',
  'Please code the attached note. DOS: 2025-03-01, payer: Medicare',
  'Invoice 33921 attached with the op note',
  'What about 49320? Would that be billable?',
  'Level T12 to L2, C5-C6 please code',
  'Codes 49591-49596 are new to us, please code this hernia',
  'Last time you told us 47563, now please code this',
  'Surgeon wants 22 added. Please code.',
  'Can I bill these together?\n47562\n44180',
  'The fee was $12500, please code',
  'the scheduler had 47562 booked',
  'Is it 47562 or 47563?',
  'Remark N20 and M15 on the EOB 55512, please code',
  'I think 47562 but not sure, maybe 47563?',
  'Please code. MRN 445612, account 12345',
  'we usually bill 20610 with 76942 for these, please code',
  'Call me at 555-201-4418, ref 47562',
  'I have a question about 44180: what would it need?',
  'The assistant billed 47562-80. Please code for the surgeon.',
];

describe('the billed claim in the words of the sender', () => {
  it.each(BILLED)('%j', (mail, claim) => {
    expect(read(mail)).toBe(claim);
  });

  it.each(NOT_BILLED)('%j bills nothing', (mail) => {
    expect(read(mail)).toBe('nothing');
  });
});
