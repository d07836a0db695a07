import type { DeskEntry } from '../../pipeline/desk-port.ts';

/** Why a case lies on the desk, and what a person can do about it, in words. */
export interface DeskWords {
  readonly why: string;
  readonly next: string;
}

export function deskWords(entry: DeskEntry): DeskWords {
  const { caseKey, attention, reason, attempts, stage, status, hasRawMail } = entry;
  const command = (words: string) => `cases ${words.replace('KEY', caseKey)}`;
  if (attention === undefined) return { why: openWhy(entry), next: status === 'running' ? 'wait' : 'nothing to do' };
  const why = {
    review: `held for review: ${reason ?? 'no reason noted'}`,
    faults: `${attempts} tries of ${stage} failed: ${reason ?? 'no reason noted'}`,
    'delivery-unknown': `the reply may have been delivered: ${reason ?? 'no reason noted'}`,
    'nobody-to-address': 'the raw mail is gone or has no sender: nobody can be answered',
    refused: `the reply was not delivered: ${reason ?? 'no reason noted'}`,
  }[attention];
  if (!hasRawMail) return { why: `${why} (its raw mail is purged)`, next: command('reject KEY') };
  const next = {
    review: `${command('release KEY')}, or reject`,
    faults: `mend the cause, ${command('retry KEY')}`,
    'delivery-unknown': `ask the sender, then ${command('release KEY --send-again')}, or reject`,
    'nobody-to-address': command('reject KEY'),
    refused: `${command('retry KEY')} once the server takes it, or reject`,
  }[attention];
  return { why, next };
}

function openWhy({ status, stage, attempts, reason }: DeskEntry): string {
  if (status === 'running') return `${stage} is at work`;
  if (status !== 'waiting') return reason === undefined ? status : `${status}: ${reason}`;
  // A wait (a throttled domain, a pause of the account) is no try, and has its reason all the same.
  if (attempts === 0) return reason === undefined ? `waits for ${stage}` : `waits for ${stage}: ${reason}`;
  return `waits for ${stage} after ${attempts} tries: ${reason ?? 'no reason noted'}`;
}

const AGES = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
] as const;

/** `3 d`, `5 h`, `12 min`, `40 s`. */
export function ageOf(since: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000));
  const [unit, size] = AGES.find(([, of]) => seconds >= of) ?? ['s', 1];
  return `${Math.floor(seconds / size)} ${unit}`;
}
