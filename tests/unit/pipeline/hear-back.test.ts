import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import type { ConsultationId } from '../../../src/core/model/ids.ts';
import type { InboundEmail } from '../../../src/core/model/inbound-email.ts';
import { hearBack, reportsFor } from '../../../src/pipeline/hear-back.ts';
import type { Claim } from '../../../src/pipeline/ports.ts';
import type { Noted, ReportBook, StampedReport } from '../../../src/pipeline/report-port.ts';
import { TryAgain } from '../../../src/pipeline/try-again.ts';
import { makeEmail, makePart, OWN } from '../mail/make-email.ts';

const CLAIM = { id: 'the-report' as ConsultationId, released: false } as Claim;
const BOUNCE = makeEmail({
  from: { name: undefined, address: 'mailer-daemon@mx.test' },
  headers: { 'return-path': '<>' },
  inReplyTo: '<cc.CC-7F3K2.one@own.test>',
  attachments: [makePart('message/delivery-status', 'Reporting-MTA: dns; mx\n\nAction: failed\nStatus: 5.1.1\n')],
});

function desk(unwilling: readonly string[] = [], noting: Noted = 'noted') {
  const noted: StampedReport[] = [];
  const forgiven: string[] = [];
  const book: ReportBook = {
    note: async (report) => {
      noted.push(report);
      return noting;
    },
    isUnwilling: async (address) => unwilling.includes(address),
    forgive: async (address) => void forgiven.push(address),
  };
  const hear = (email: InboundEmail, claim = CLAIM) =>
    hearBack(
      { email, reading: readMail(email, OWN), oversizeBytes: undefined },
      { own: { addresses: OWN.ownAddresses, messageIdDomain: 'own.test' }, reports: reportsFor(claim, book) },
    );
  return { hear, noted, forgiven };
}

describe('hearing back of a reply', () => {
  it('notes a bounce with the mail that told it, and lets the guard be silent', async () => {
    const { hear, noted } = desk();
    expect((await hear(BOUNCE)).goes).toBe('on');
    const reply = { caseKey: 'CC-7F3K2', consultationId: 'one' };
    expect(noted).toEqual([{ reply, says: 'failed', status: '5.1.1', by: 'the-report' }]);
  });

  it('comes again for a reply whose sending is still being recorded, and for no other', async () => {
    await expect(desk([], 'not-yet').hear(BOUNCE)).rejects.toThrow(TryAgain);
    expect((await desk([], 'no-such-reply').hear(BOUNCE)).goes).toBe('on');
  });

  it('notes nothing of an ordinary mail', async () => {
    const { hear, noted } = desk();
    expect((await hear(makeEmail())).goes).toBe('on');
    expect(noted).toEqual([]);
  });

  it('has a person look at the mail of who complained, and forgives when that person lets it through', async () => {
    const { hear, forgiven } = desk(['dana@clinic.test']);
    expect(await hear(makeEmail())).toMatchObject({ goes: 'no-further', result: { next: 'review' } });
    expect(forgiven).toEqual([]);
    expect((await hear(makeEmail(), { ...CLAIM, released: true })).goes).toBe('on');
    expect(forgiven).toEqual(['dana@clinic.test']);
  });
});
