import { expect, test } from 'vitest';
import { attachmentHeading, partsOf } from '../../../src/core/mail/case-text/case-parts.ts';
import type { Audit } from '../../../src/core/model/audit.ts';
import type { CaseAnswer } from '../../../src/core/model/consultation.ts';
import { caseAnswer, claimLine, evidence, finding } from '../../support/answer-builders.ts';
import { caseViewOf as viewOf } from '../../support/case-view-of.ts';

const SNARE = 'The polyp of the cecum was removed with a snare.';
const FORCEPS = 'The polyp of the rectum was taken with forceps.';
const NOTE = `${attachmentHeading('1', 'PDF')}\n\n${SNARE}\n\n${attachmentHeading('2', 'image')}\n\n${FORCEPS}`;
const told = (quote: string) => evidence(quote, NOTE.indexOf(quote));

const AUDIT: Audit = {
  lines: [
    {
      outcome: 'over',
      billed: [{ code: '45385', modifiers: [], units: 2 }],
      supported: [{ code: '45385', modifiers: [], units: 1 }],
      why: '2 units billed, the note supports 1: "the polyp of the sigmoid" and "The polyp of the cecum was removed with a snare"',
      evidence: [told(SNARE)],
    },
  ],
  diagnoses: [],
  denials: [
    {
      code: '45380',
      reason: 'CO-97',
      advice: 'appeal',
      text: 'the note proves what opens it',
      wording: 'The note documents this: "The polyp of the rectum was taken with forceps".',
    },
  ],
};
const PARTS = partsOf(NOTE);
const answer = (parts?: CaseAnswer['parts']) =>
  caseAnswer({
    parts,
    lines: [
      claimLine({ code: '45385', evidence: [told(SNARE)], held: `no size for "${SNARE}"` }),
      claimLine({ code: '45380', seq: 2, evidence: [told(FORCEPS)] }),
    ],
    findings: [
      finding({ severity: 'W', text: '45380 stands apart: "The polyp of the rectum was taken with forceps"' }),
    ],
    audit: AUDIT,
  });

test('in a case of several texts the quotes in sentences name theirs, words of nobody do not', () => {
  const { audit, claim, checks } = viewOf(answer(PARTS));
  expect(audit?.rows[0]?.why).toContain('"The polyp of the cecum was removed with a snare" (attachment 1, PDF)');
  expect(audit?.rows[0]?.why).toContain('"the polyp of the sigmoid" and');
  expect(claim?.rows[0]?.held).toContain(`"${SNARE}" (attachment 1, PDF)`);
  expect(checks?.details[0]?.text).toContain('with forceps" (attachment 2, image)');
});

test('wording for the payer keeps its quote as it is; its coder is told where it stands', () => {
  const { audit } = viewOf(answer(PARTS));
  expect(audit?.denials[0]).toMatchObject({
    text: 'Appeal: the note proves what opens it; quoted from attachment 2, image.',
    wording: 'The note documents this: "The polyp of the rectum was taken with forceps".',
  });
});

test('a case of one text names none', () => {
  expect(JSON.stringify(viewOf(answer()))).not.toContain('attachment');
});
