import { CONSULT_ADDRESS } from '../support/service.ts';
import { buildMail, type MailDraft } from './build-mail.ts';
import type { DrillMail } from './drill-mail.ts';
import { operativeNote } from './notes.ts';
import type { Random } from './random.ts';
import { abuseReport, deliveryReport, unknownMail } from './reports.ts';
import { DOMAINS } from './settings.ts';

type Machine = (id: string, note: string) => Omit<MailDraft, 'id' | 'from'> & { readonly local?: string };

/** Mails that no person waits behind. Each carries a note or stands in a good name, so that only its marks tell. */
const MACHINES: readonly Machine[] = [
  (_, body) => ({ kind: 'auto-reply', headers: ['Auto-Submitted: auto-replied'], body }),
  () => ({ kind: 'auto-reply', subject: 'Automatic reply: Case', body: 'I am out of the office until Monday.' }),
  (_, body) => ({ kind: 'auto-reply', headers: ['X-Auto-Response-Suppress: All'], body }),
  (_, body) => ({ kind: 'auto-reply', local: 'noreply', body }),
  (_, body) => ({ kind: 'loop', headers: [`X-Loop: ${CONSULT_ADDRESS}`], body }),
  (id, body) => ({ kind: 'loop', headers: ['X-CaseConsultant-Case: CC-0000000'], subject: `Re: ${id}`, body }),
  (id) => ({ kind: 'bounce', local: 'mailer-daemon', ...deliveryReport('failed', unknownMail(id)) }),
  (id) => ({ kind: 'bounce', local: 'postmaster', ...deliveryReport('delayed', unknownMail(id)) }),
  (id) => ({ kind: 'bounce', local: 'mailer-daemon', ...deliveryReport('delivered', unknownMail(id)) }),
  (id) => ({ kind: 'abuse report', local: 'fbl', ...abuseReport(unknownMail(id)) }),
  (_, body) => ({ kind: 'list', headers: ['List-Id: <coders.clinic1.example>', 'Precedence: list'], body }),
  (_, body) => ({ kind: 'list', headers: ['List-Unsubscribe: <mailto:off@clinic1.example>'], body }),
  (_, body) => ({ kind: 'list', headers: ['Precedence: bulk'], body }),
  () => ({
    kind: 'calendar',
    type: 'text/calendar; method=REQUEST; charset=utf-8',
    body: 'BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Coding round\nEND:VEVENT\nEND:VCALENDAR',
  }),
];

export function machineMail(id: string, number: number, random: Random): DrillMail {
  const { local = `desk${number}`, ...draft } = random.pick(MACHINES)(id, operativeNote(number, random));
  return buildMail({
    ...draft,
    id,
    from: `${local}@${random.pick(DOMAINS)}`,
    expected: 'silence',
    again: random.chance(0.1) ? 'delivered twice' : 'never',
  });
}
