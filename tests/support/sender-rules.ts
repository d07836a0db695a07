import type { Identity } from '../../src/core/model/sender.ts';
import type { SenderRules } from '../../src/core/senders/sender-rules.ts';
import { OPEN_GATE, type SenderGate } from '../../src/pipeline/sender-gate.ts';

/** Senders of clinic.example are registered, guests have one answer and two more. */
export const RULES: SenderRules = {
  registered: { addresses: [], domains: ['clinic.example'] },
  blocked: { addresses: ['eve@clinic.example'], domains: ['spam.example'] },
  unproven: 'review',
  guest: { answers: 1, confirmedAnswers: 2 },
  perSender: { hour: 5, day: 20 },
  perDomain: { hour: 50, day: 200 },
  loopMails: 3,
};

/** A gate at which every sender is proven and nothing is used up, but for what is changed. */
export function gateOf(change: Partial<SenderGate> = {}): SenderGate {
  return { ...OPEN_GATE, rules: RULES, released: false, ...change };
}

export const FAILED: Identity = { proof: 'fail', reason: 'DMARC failed' };
export const UNKNOWN: Identity = { proof: 'none', reason: 'nothing is published' };
export const UNANSWERED: Identity = { proof: 'temporary', reason: 'no answer' };
