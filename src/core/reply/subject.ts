import type { CaseKey } from '../model/ids.ts';
import { withoutCaseKeys } from '../model/lifecycle.ts';
import { shortened } from './words.ts';

const REPLY_PREFIX = /^\s*(?:re|aw|antw|antwort|sv|odp|rif|r|ref)(?:\s*\[\d+\])?\s*:\s*/i;
/** With `Re: ` and the key it stays below the 78 characters that RFC 5322, section 2.1.1 recommends for a line. */
const MAX_LENGTH = 60;

/** `Re: Op note [CC-7F3K2]`: one `Re:`, one key, one line. Takes the masked subject. */
export function replySubject(subject: string, caseKey: CaseKey): string {
  let base = shortened(withoutCaseKeys(subject), MAX_LENGTH);
  while (REPLY_PREFIX.test(base)) base = base.replace(REPLY_PREFIX, '');
  return `Re: ${base === '' ? 'your mail' : base} [${caseKey}]`;
}
