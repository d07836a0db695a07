import { feeOf, finding, type Rule, sourceOf } from '../rule.ts';
import { assistantTold } from './assistants.ts';

const AUTHORITY = 'Medicare Claims Processing Manual ch. 12, 20.4.3; fee schedule, assistant indicator';

/** Two claims from one note: where the surgeon's note tells what his assistant did, the assistant's claim is offered. */
export const assistantOffer: Rule = (draft, context) => {
  const told = assistantTold(context.extract);
  const isSurgeon = context.settings.role.value === 'surgeon' && told.work.length > 0 && told.unpaid.length === 0;
  if (!isSurgeon) return { draft, findings: [] };
  const isNpp = told.npp.length > 0 && told.physician.length === 0;
  const modifier = isNpp ? 'AS' : context.extract.noteHints.residentUnavailable ? '82' : '80';
  const codes = draft.lines
    .filter(({ code, held }) => held === undefined && feeOf(code, context)?.assistant === '2')
    .map(({ code }) => code);
  if (codes.length === 0) return { draft, findings: [] };
  const claim = codes.map((code) => `${code}-${modifier}`).join(', ');
  const who = isNpp ? 'the PA, NP or CNS who assisted' : 'the assistant surgeon';
  const text = `${who} has a claim too: ${claim} (reply "role: ${isNpp ? 'PA ' : ''}assistant" for it)`;
  return { draft, findings: [finding('assistant-offer', 'I', sourceOf('pfs', context), AUTHORITY, text, codes)] };
};
