import type { Answer, NoticeKind } from '../core/model/consultation.ts';

const VERDICTS: Readonly<Record<NoticeKind, string>> = {
  stranger: 'Not answered: this address is not on the list of senders.',
  confirm: 'Not answered yet: please confirm your address.',
  confirmed: 'Your address is confirmed.',
  'limit-reached': 'Not answered: too many mails for now.',
  'too-large': 'Not read: the mail is too large.',
  encrypted: 'Not read: the mail is encrypted.',
  unreadable: 'Not read: the mail could not be opened.',
  'no-text': 'Cannot code: the mail holds no readable text.',
  'what-i-can-do': 'Nothing to code in this mail.',
};

/** The answer that says why nothing was coded; `limits` are sentences about files that could not be read. */
export function answerNotice(notice: NoticeKind, traceId = '', limits: readonly string[] = []): Answer {
  return {
    kind: 'notice',
    notice,
    verdict: VERDICTS[notice],
    origin: { draftedBy: 'deterministic', limits, editions: [], traceId },
  };
}
