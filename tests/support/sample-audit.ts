import type { Audit } from '../../src/core/model/audit.ts';
import type { Answer } from '../../src/core/model/consultation.ts';
import { caseAnswer, claimLine, diagnosis, evidence } from './answer-builders.ts';

const line = (code: string, ...modifiers: string[]) => ({ code, modifiers, units: 1 });
const QUOTE = 'A 3 mm polyp of the sigmoid colon was taken with cold forceps';

const AUDIT: Audit = {
  lines: [
    {
      outcome: 'unsupported',
      billed: [line('45378', '59')],
      supported: [],
      why: '45378 is contained in what 45385 stands for; NCCI pair 45385 / 45378, indicator 0: no modifier opens it (NCCI PTP 2026Q1)',
      evidence: [],
    },
    {
      outcome: 'under',
      billed: [line('45380')],
      supported: [line('45380', '59')],
      why: '59 is missing: without it 45380 is denied beside 45385 (indicator 1, NCCI PTP 2026Q1)',
      evidence: [evidence(QUOTE)],
    },
    { outcome: 'confirmed', billed: [line('45385')], supported: [line('45385')], why: '', evidence: [] },
  ],
  diagnoses: [{ outcome: 'confirmed', billed: [line('K63.5')], supported: [line('K63.5')], why: '', evidence: [] }],
  denials: [
    {
      code: '45378',
      reason: 'CO-97',
      advice: 'do-not-appeal',
      text: 'NCCI pair 45385 / 45378, indicator 0: neither a modifier nor a record opens it',
      wording: undefined,
    },
    {
      code: '45380',
      reason: '',
      advice: 'appeal',
      text: 'NCCI pair 45385 / 45380, indicator 1, NCCI PTP 2026Q1, and the note proves what opens it',
      wording: `45380 was denied as part of 45385. NCCI pair 45385 / 45380, indicator 1 allows both when they are separate. The operative note documents this: "${QUOTE}". Please reprocess the line.`,
    },
  ],
};

export const AUDIT_CASE: Answer = caseAnswer({
  verdict:
    '1 of 3 lines stands; 45378-59 must come off; 45380 should be 45380-59. Corrected claim: ready to bill, 2 lines.',
  audit: AUDIT,
  lines: [
    claimLine({
      code: '45385',
      title: 'Colonoscopy, growth taken with a snare',
      evidence: [evidence('An 8 mm polyp of the ascending colon was removed with a hot snare')],
      why: '45385, not 45384: taken with a snare',
      dx: ['K63.5'],
      totalRvu: 6.69,
      globalDays: '000',
    }),
    claimLine({
      seq: 2,
      code: '45380',
      modifiers: ['59'],
      title: 'Colonoscopy with forceps biopsy',
      evidence: [evidence(QUOTE)],
      why: 'another polyp, by another technique',
      dx: ['K63.5'],
      totalRvu: 5.32,
      globalDays: '000',
    }),
  ],
  diagnoses: [diagnosis('K63.5', 'Polyp of colon', 'Polyps of the colon')],
});
