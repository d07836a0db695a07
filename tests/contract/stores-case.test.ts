import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deidentify, deidentifySubject, deidentifyText } from '../../src/core/deidentify/deidentify.ts';
import type { ConsultationId, IsoDate } from '../../src/core/model/ids.ts';
import type { CaseEntry, CaseInput, Claim, CodingInput } from '../../src/pipeline/ports.ts';
import type { MemoryStores } from '../support/memory/stores.ts';
import {
  accepted,
  answer,
  DAY_MS,
  dueIds,
  LEASE_MS,
  mustClaim,
  noticed,
  receiveSome,
  STORE_KINDS,
  type StoreRoom,
  testClock,
} from '../support/stores.ts';

const DANA = 'dana@clinic.example';

function caseInput(text: string): CaseInput {
  return {
    kind: 'case',
    note: deidentify(text),
    senderText: deidentifyText('payer: commercial'),
    limits: [],
    mailedOn: '2026-11-20' as IsoDate,
  };
}

describe.each(STORE_KINDS)('the cases in $name', ({ open }) => {
  const clock = testClock();
  let room: StoreRoom;
  let stores: MemoryStores;

  beforeAll(async () => {
    room = await open(clock);
    stores = room.stores;
  });
  afterAll(() => room.close());
  beforeEach(() => clock.pass(DAY_MS));

  const enter = (claim: Claim, sender = DANA, answers?: CaseEntry['answers'], domain?: string) =>
    stores.consultations.enterCase(claim, { sender, answers, domain });

  /** A case of this sender that waits for coding, as a reply to it names it. */
  async function openCase(input: CodingInput, sender = DANA, domain?: string) {
    const id = await receiveSome(stores);
    const claim = await mustClaim(stores, id, 'intake');
    expect(await enter(claim, sender, undefined, domain)).toEqual({ entered: 'own' });
    await stores.consultations.finishIntake(claim, { next: 'coding', input, verdict: 'case' });
    return { caseKey: claim.caseKey, consultationId: id };
  }
  async function intake(): Promise<Claim> {
    clock.pass(1_000);
    return mustClaim(stores, await receiveSome(stores), 'intake');
  }
  async function keyAfterwards(claim: Claim): Promise<string> {
    await stores.consultations.finishIntake(claim, accepted);
    return (await mustClaim(stores, claim.id, 'coding')).caseKey;
  }

  it('lets the same sender go on with a case, from what it was coded from', async () => {
    const input = caseInput('The gallbladder was removed.');
    const earlier = await openCase(input);
    const reply = await intake();
    expect(reply.caseKey).not.toBe(earlier.caseKey);
    const joined = { entered: 'joined', earlier: { ...input, noteOf: earlier.consultationId } };
    expect(await enter(reply, ' Dana@Clinic.example', earlier)).toEqual(joined);
    expect(await keyAfterwards(reply)).toBe(earlier.caseKey);
  });

  it('goes on from the newest note of the thread', async () => {
    const earlier = await openCase(caseInput('The gallbladder was removed.'));
    const longer = {
      ...caseInput('The gallbladder was removed. A cholangiogram was done.'),
      noteOf: earlier.consultationId,
    };
    const first = await intake();
    await enter(first, DANA, earlier);
    await stores.consultations.finishIntake(first, { next: 'coding', input: longer, verdict: 'follow_up' });
    const second = await intake();
    expect(await enter(second, DANA, earlier)).toEqual({ entered: 'joined', earlier: longer });
    await stores.consultations.finishIntake(second, accepted);
    const third = await intake();
    const answered = { caseKey: earlier.caseKey, consultationId: second.id };
    expect(await enter(third, DANA, answered)).toEqual({ entered: 'joined', earlier: longer });
  });

  it('joins a thread without a note, which has nothing to go on from', async () => {
    const earlier = await openCase({
      kind: 'question',
      question: deidentifyText('what is 32503?'),
      mailedOn: '2025-06-02' as IsoDate,
    });
    expect(await enter(await intake(), DANA, earlier)).toEqual({ entered: 'joined', earlier: undefined });
  });

  it.each([
    ['another sender', 'eve@clinic.example', {}],
    ['another key', DANA, { caseKey: 'CC-0000000' }],
    ['an id that is none', DANA, { consultationId: "x' or true" }],
    ['the id of another case', DANA, { consultationId: '00000000-0000-4000-8000-000000000000' }],
  ])('gives %s a case of its own', async (_, sender, forged) => {
    const earlier = await openCase(caseInput('The gallbladder was removed.'));
    const reply = await intake();
    expect(await enter(reply, sender, { ...earlier, ...forged })).toEqual({ entered: 'own' });
    expect(await keyAfterwards(reply)).toBe(reply.caseKey);
  });

  it('gives nobody the case of a mail whose sender is not known', async () => {
    const id = await receiveSome(stores);
    const claim = await mustClaim(stores, id, 'intake');
    await stores.consultations.finishIntake(claim, accepted);
    const reply = await intake();
    expect(await enter(reply, DANA, { caseKey: claim.caseKey, consultationId: id })).toEqual({ entered: 'own' });
  });

  it('waits while another mail of the case is worked on', async () => {
    const input = caseInput('The gallbladder was removed.');
    const earlier = await openCase(input);
    const coding = await mustClaim(stores, earlier.consultationId, 'coding');
    const reply = await intake();
    expect(await enter(reply, DANA, earlier)).toEqual({ entered: 'busy' });
    await stores.consultations.finishCoding(coding, answer, []);
    const joined = { entered: 'joined', earlier: { ...input, noteOf: earlier.consultationId } };
    expect(await enter(reply, DANA, earlier)).toEqual(joined);
    // And the other way round.
    expect(await stores.consultations.claim(earlier.consultationId, 'reply')).toBeUndefined();
    expect(await dueIds(stores)).not.toContain(earlier.consultationId);
    await stores.consultations.finishIntake(reply, accepted);
    expect(await dueIds(stores)).toContain(earlier.consultationId);
  });

  it('keeps the masked subject for the reply, and none for a notice', async () => {
    const claim = await intake();
    const subject = deidentifySubject('Re: Op note, Dr. Jane Roe');
    await stores.consultations.finishIntake(claim, { ...accepted, subject });
    expect(await stores.consultations.replyInput(claim.id)).toBeUndefined();
    await stores.consultations.finishCoding(await mustClaim(stores, claim.id, 'coding'), answer, []);
    expect(await stores.consultations.replyInput(claim.id)).toEqual({ answer, subject: 'Re: Op note, Dr. [NAME]' });
    const other = await intake();
    await stores.consultations.finishIntake(other, noticed);
    expect(await stores.consultations.replyInput(other.id)).toEqual({ answer, subject: undefined });
  });

  it('says the same when intake is tried again', async () => {
    const input = caseInput('The gallbladder was removed.');
    const earlier = await openCase(input);
    const reply = await intake();
    await enter(reply, DANA, earlier);
    await stores.consultations.release(reply, { reason: 'fault', notBefore: clock.now() });
    const again = await mustClaim(stores, reply.id, 'intake');
    const joined = { entered: 'joined', earlier: { ...input, noteOf: earlier.consultationId } };
    expect(await enter(again, DANA, earlier)).toEqual(joined);
  });

  it('changes nothing for a worker whose lease was lost', async () => {
    const earlier = await openCase(caseInput('The gallbladder was removed.'));
    const slow = await intake();
    clock.pass(LEASE_MS);
    const quick = await mustClaim(stores, slow.id as ConsultationId, 'intake');
    await expect(enter(slow, DANA, earlier)).rejects.toThrow('lease');
    expect(await keyAfterwards(quick)).toBe(slow.caseKey);
  });
});
