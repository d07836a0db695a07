import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/model/consultation.ts';
import type { ConsultationId, IsoDate } from '../../src/core/model/ids.ts';
import type { Claim } from '../../src/pipeline/ports.ts';
import type { StampedReport } from '../../src/pipeline/report-port.ts';
import {
  accepted,
  answer,
  mustClaim,
  outgoing,
  receiveSome,
  STORE_KINDS,
  type StoreRoom,
  testClock,
} from '../support/stores.ts';

const { origin } = answer;
const told: Answer = {
  kind: 'question',
  verdict: 'Answered.',
  day: '2025-06-02' as IsoDate,
  points: [],
  cards: [],
  findings: [],
  origin,
};
const DANA = 'Dana@clinic.example';

describe.each(STORE_KINDS)('reports about replies in $name', ({ open }) => {
  const clock = testClock();
  let room: StoreRoom;
  beforeEach(async () => {
    room = await open(clock);
  });
  afterEach(() => room.close());

  /** Dana's case, whose reply has just been handed to the mail server. */
  async function handedOver(kind: 'answer' | 'notice' = 'answer'): Promise<Claim> {
    const { consultations, outbox } = room.stores;
    const id = await receiveSome(room.stores);
    const intake = await mustClaim(room.stores, id, 'intake');
    await consultations.enterCase(intake, { sender: DANA, answers: undefined });
    await consultations.finishIntake(intake, accepted);
    await consultations.finishCoding(await mustClaim(room.stores, id, 'coding'), kind === 'notice' ? answer : told, []);
    const reply = await mustClaim(room.stores, id, 'reply');
    await outbox.put(reply, outgoing);
    await outbox.enterData(reply);
    return reply;
  }
  /** The same, and its sending is recorded. */
  async function answered(kind: 'answer' | 'notice' = 'answer'): Promise<Claim> {
    const reply = await handedOver(kind);
    await room.stores.outbox.settle(reply, 'sent', 250);
    await room.stores.consultations.finishReply(reply, 'answered', 'sent');
    return reply;
  }
  const report = (
    { caseKey, id }: Pick<Claim, 'caseKey' | 'id'>,
    change: Partial<StampedReport> = {},
  ): StampedReport => ({
    reply: { caseKey, consultationId: id },
    says: 'failed',
    status: '5.1.1',
    by: randomUUID() as string as ConsultationId,
    ...change,
  });

  it('notes a bounce on the reply it is about, as often as it comes', async () => {
    const reply = await answered();
    const bounce = report(reply);
    expect(await room.stores.reports.note(bounce)).toBe('noted');
    expect(await room.stores.reports.note(bounce)).toBe('noted');
    expect(await room.stores.reports.isUnwilling(DANA)).toBe(false);
    const [entry, ...others] = await room.stores.desk.list('attention');
    expect(entry).toMatchObject({ id: reply.id, status: 'failed', reason: 'bounced (5.1.1)' });
    expect(others).toEqual([]);
  });

  it('lays no bounced notice on the desk: strangers could fill it', async () => {
    const notice = await answered('notice');
    expect(await room.stores.reports.note(report(notice))).toBe('noted');
    expect(await room.stores.desk.list('open')).toEqual([]);
  });

  it.each([
    ['another case', { caseKey: 'CC-0000000' }],
    ['another reply', { consultationId: randomUUID() }],
    ['no id at all', { consultationId: "x' or true --" }],
  ])('changes nothing for %s', async (_what, change) => {
    const reply = await answered();
    const { caseKey, id } = reply;
    expect(await room.stores.reports.note(report(reply, { reply: { caseKey, consultationId: id, ...change } }))).toBe(
      'no-such-reply',
    );
  });

  it('knows nothing of a reply that has not left', async () => {
    const id = await receiveSome(room.stores);
    const { caseKey } = await mustClaim(room.stores, id, 'intake');
    expect(await room.stores.reports.note(report({ caseKey, id }))).toBe('no-such-reply');
  });

  it('asks for another try of a bounce that is faster than the record of the sending', async () => {
    const { consultations, desk, outbox, reports } = room.stores;
    const reply = await handedOver();
    const bounce = report(reply);
    expect(await reports.note(bounce)).toBe('not-yet');
    await outbox.settle(reply, 'sent', 250);
    expect(await reports.note(bounce)).toBe('not-yet');
    await consultations.finishReply(reply, 'answered', 'sent');
    expect(await reports.note(bounce)).toBe('noted');
    expect(await desk.list('attention')).toMatchObject([{ id: reply.id, status: 'failed', sending: 'failed' }]);
  });

  it('asks for another try while a reply of unknown fate waits for its worker, and needs none for other reports', async () => {
    const { consultations, desk, outbox, reports } = room.stores;
    const lost = await handedOver();
    await consultations.release(lost, { reason: 'fault', notBefore: clock.now() });
    expect(await reports.note(report(lost))).toBe('not-yet');
    for (const says of ['delayed', 'delivered', 'complaint'] as const) {
      expect(await reports.note(report(lost, { says }))).toBe('noted');
    }
    const again = await mustClaim(room.stores, lost.id, 'reply');
    await outbox.settle(again, 'unknown', undefined);
    await consultations.finishReply(again, 'held', 'unknown');
    expect(await reports.note(report(lost))).toBe('noted');
    expect(await desk.list('attention')).toMatchObject([{ id: lost.id, status: 'failed' }]);
  });

  it('takes no word on a reply that no server has taken', async () => {
    const refused = await handedOver();
    await room.stores.outbox.settle(refused, 'new', 451);
    expect(await room.stores.reports.note(report(refused))).toBe('no-such-reply');
  });

  it('makes who complains unwilling, until a person lets him in again', async () => {
    const { reports } = room.stores;
    await reports.note(report(await answered(), { says: 'complaint', status: '' }));
    expect(await reports.isUnwilling('dana@clinic.example')).toBe(true);
    expect(await reports.isUnwilling('chris@clinic.example')).toBe(false);
    await reports.forgive(DANA);
    expect(await reports.isUnwilling(DANA)).toBe(false);
  });

  it.each(['delayed', 'delivered'] as const)('makes nobody unwilling who is only told %s', async (says) => {
    await room.stores.reports.note(report(await answered(), { says }));
    expect(await room.stores.reports.isUnwilling(DANA)).toBe(false);
  });
});
