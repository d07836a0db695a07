import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deidentify, deidentifyText } from '../../src/core/deidentify/deidentify.ts';
import type { Answer } from '../../src/core/model/consultation.ts';
import type { ConsultationId, IsoDate } from '../../src/core/model/ids.ts';
import type { CaseEntry, CaseInput, Claim } from '../../src/pipeline/ports.ts';
import { caseAnswer, claimLine } from '../support/answer-builders.ts';
import type { MemoryStores } from '../support/memory/stores.ts';
import { DAY_MS, mustClaim, receiveSome, STORE_KINDS, type StoreRoom, testClock } from '../support/stores.ts';

const DANA = 'dana@clinic.example';
const EVE = 'eve@clinic.example';
const CLINIC = 'clinic.example';

function caseInput(text: string, noteOf?: ConsultationId): CaseInput {
  return {
    kind: 'case',
    note: deidentify(text),
    senderText: deidentifyText(''),
    limits: [],
    mailedOn: '2026-11-20' as IsoDate,
    ...(noteOf && { noteOf }),
  };
}

/** What `enterCase` gives to a reply that goes on with the case opened by the mail `id`. */
const joining = (input: CaseInput, id: ConsultationId) => ({ entered: 'joined', earlier: { ...input, noteOf: id } });

describe.each(STORE_KINDS)('the threads in $name', ({ open }) => {
  const clock = testClock();
  let room: StoreRoom;
  let stores: MemoryStores;

  beforeAll(async () => {
    room = await open(clock);
    stores = room.stores;
  });
  afterAll(() => room.close());
  beforeEach(() => clock.pass(DAY_MS));

  async function intake(): Promise<Claim> {
    clock.pass(1_000);
    return mustClaim(stores, await receiveSome(stores), 'intake');
  }
  async function enter(sender: string, answers: CaseEntry['answers'], domain?: string) {
    const claim = await intake();
    const entered = await stores.consultations.enterCase(claim, { sender, answers, domain });
    return { claim, entered };
  }
  /** The same for a mail that ends there. */
  async function entering(sender: string, answers: CaseEntry['answers'], domain?: string) {
    const { claim, entered } = await enter(sender, answers, domain);
    await stores.consultations.finishIntake(claim, { next: 'nothing', verdict: 'follow_up', reason: 'thanks' });
    return entered;
  }
  /** A mail that entered, was coded to these codes and waits for its reply. */
  async function coded(claim: Claim, input: CaseInput, ...codes: readonly string[]): Promise<void> {
    await stores.consultations.finishIntake(claim, { next: 'coding', input, verdict: 'case' });
    const lines = codes.map((code) => claimLine({ code }));
    const answer: Answer = caseAnswer({ lines });
    await stores.consultations.finishCoding(await mustClaim(stores, claim.id, 'coding'), answer, []);
  }
  async function opened(input: CaseInput, sender = DANA, domain?: string) {
    const { claim, entered } = await enter(sender, undefined, domain);
    expect(entered).toEqual({ entered: 'own' });
    await coded(claim, input, '47562');
    return { caseKey: claim.caseKey as string, consultationId: claim.id };
  }
  const codesBefore = async (id: ConsultationId) =>
    (await stores.consultations.answerBefore(id))?.lines.map(({ code }) => code as string);

  it('go on for a colleague at the same registered domain', async () => {
    const input = caseInput('The gallbladder was removed.');
    const case1 = await opened(input, DANA, CLINIC);
    const { entered, claim } = await enter(EVE, case1, CLINIC);
    expect(entered).toEqual(joining(input, case1.consultationId));
    await coded(claim, caseInput('More.', case1.consultationId), '47563');
    // And for the first sender again.
    expect(await entering(DANA, { ...case1, consultationId: claim.id }, CLINIC)).toMatchObject({
      entered: 'joined',
    });
  });

  it.each([
    ['another domain', EVE, 'other.example', CLINIC],
    ['no shared domain', EVE, undefined, CLINIC],
    ['no shared domain at the beginning', EVE, CLINIC, undefined],
    ['an address that is written like the domain', CLINIC, undefined, CLINIC],
  ])('do not go on for another sender with %s', async (_, sender, domain, of) => {
    const case1 = await opened(caseInput('The gallbladder was removed.'), DANA, of);
    expect(await entering(sender, case1, domain)).toEqual({ entered: 'own' });
  });

  it('go on by the key alone for the same sender only', async () => {
    const input = caseInput('The gallbladder was removed.');
    const case1 = await opened(input, DANA, CLINIC);
    const byKey = { caseKey: case1.caseKey, consultationId: undefined };
    expect(await entering(EVE, byKey, CLINIC)).toEqual({ entered: 'own' });
    expect(await entering(DANA, { ...byKey, caseKey: 'CC-0000000' }, CLINIC)).toEqual({ entered: 'own' });
    expect(await entering(DANA, byKey, CLINIC)).toEqual(joining(input, case1.consultationId));
  });

  it('keep two notes apart: a reply goes on with the note whose answer it names', async () => {
    const [gallbladder, appendix] = [caseInput('The gallbladder was removed.'), caseInput('The appendix was removed.')];
    const first = await opened(gallbladder);
    const second = await enter(DANA, first);
    await coded(second.claim, appendix, '44970');
    const fact = await enter(DANA, first);
    expect(fact.entered).toEqual(joining(gallbladder, first.consultationId));
    const longer = caseInput('The gallbladder was removed. A cholangiogram was done.', first.consultationId);
    await coded(fact.claim, longer, '47563');
    expect(await entering(DANA, { ...first, consultationId: second.claim.id })).toEqual(
      joining(appendix, second.claim.id),
    );
    expect(await entering(DANA, { ...first, consultationId: fact.claim.id })).toEqual(
      joining(longer, first.consultationId),
    );
    expect(await entering(DANA, first)).toEqual(joining(longer, first.consultationId));
  });

  it('tell the newest answer before, to the same note', async () => {
    const first = await opened(caseInput('The gallbladder was removed.'));
    expect(await codesBefore(first.consultationId)).toBeUndefined();
    const fact = await enter(DANA, first);
    const noteOf = first.consultationId;
    await coded(fact.claim, caseInput('More.', noteOf), '47563');
    expect(await codesBefore(fact.claim.id)).toEqual(['47562']);
    const other = await enter(DANA, first);
    await coded(other.claim, caseInput('The appendix was removed.'), '44970');
    expect(await codesBefore(other.claim.id)).toBeUndefined();
    const more = await enter(DANA, first);
    await coded(more.claim, caseInput('Still more.', noteOf), '47564');
    expect(await codesBefore(more.claim.id)).toEqual(['47563']);
  });
});
