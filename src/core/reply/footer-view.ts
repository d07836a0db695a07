import type { AnswerOrigin } from '../model/consultation.ts';
import type { CaseKey } from '../model/ids.ts';
import { oneLine, sentence } from './words.ts';

const DRAFTED_BY: Readonly<Record<AnswerOrigin['draftedBy'], string>> = {
  deterministic: 'Drafted by rules, no language model.',
  model: 'A language model chose among the retrieved codes; quotes and rules were checked by program.',
  'deterministic-after-model-failure': 'The language model gave no usable answer: drafted by rules alone.',
};

/** What could not be read, how it was drafted, against which editions, and the case's key. */
export function answerFooter({ draftedBy, limits, editions }: AnswerOrigin, caseKey: CaseKey): string[] {
  return [
    ...limits.map((limit) => `Limit: ${sentence(limit)}`),
    [DRAFTED_BY[draftedBy], editions.length === 0 ? '' : `Editions: ${editions.map(oneLine).join('; ')}.`]
      .join(' ')
      .trim(),
    `Case ${caseKey}. Coding support, not a payment promise. Reply to add a fact.`,
  ];
}

export function noticeFooter(caseKey: CaseKey): string[] {
  return [`Case ${caseKey}. This is an automatic answer.`];
}
