import { describe, expect, it } from 'vitest';
import { deidentify as deidentifyText } from '../../../src/core/deidentify/deidentify.ts';
import { caseText } from '../../../src/core/mail/case-text/case-text.ts';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import type { InboundEmail } from '../../../src/core/model/inbound-email.ts';
import { deidentify } from '../../../src/pipeline/deidentify.ts';
import { extract } from '../../../src/pipeline/extract.ts';
import { type CaseBook, followUp } from '../../../src/pipeline/follow-up.ts';
import type { CaseEntry, CaseInput, EnteredCase, IntakeResult } from '../../../src/pipeline/ports.ts';
import { OPEN_GATE } from '../../../src/pipeline/sender-gate.ts';
import { smallEngine } from '../../support/small-library.ts';
import { makeEmail, NOTE, OWN } from '../mail/make-email.ts';

const library = smallEngine();
const TODAY = '2025-06-03' as IsoDate;
const EARLIER: CaseInput = {
  kind: 'case',
  note: deidentifyText('PROCEDURE: Laparoscopic cholecystectomy.\nThis 57-year-old woman was prepped and draped.'),
  senderText: deidentifyText('role: assistant, payer: commercial').text,
  limits: ['Attachment 2 (PDF) could not be read.'],
  mailedOn: '2025-06-01' as IsoDate,
  toldDateOfService: '2024-05-06' as IsoDate,
};

/** What intake makes of a reply when the store says this of its case. */
async function reply(
  text: string,
  entered: EnteredCase,
  given: Partial<InboundEmail> = {},
): Promise<{ readonly result: IntakeResult; readonly asked: readonly CaseEntry[] }> {
  const email = makeEmail({ inReplyTo: '<cc.CC-7F3K2.0b9d@own.test>', ...given, text, headers: {} });
  const asked: CaseEntry[] = [];
  const cases: CaseBook = {
    enter: async (entry) => {
      asked.push(entry);
      return entered;
    },
  };
  const mail = { email, reading: readMail(email, OWN), oversizeBytes: undefined };
  const own = { addresses: OWN.ownAddresses, messageIdDomain: OWN.ownMessageIdDomain };
  const followed = await followUp(mail, { own, cases, gate: OPEN_GATE });
  return { result: deidentify({ ...followed, text: caseText(followed.reading, []) }, TODAY), asked };
}

async function caseAfter(text: string): Promise<CaseInput> {
  const { result } = await reply(text, { entered: 'joined', earlier: EARLIER });
  if (result.next !== 'coding' || result.input.kind !== 'case') throw new Error('expected a case');
  return result.input;
}

function settingsOf(input: CaseInput) {
  const extracted = extract(input, library);
  if (extracted.goes !== 'on') throw new Error('expected a case');
  return extracted.value.settings;
}

describe('a follow-up', () => {
  it.each([
    ['No, we are the primary surgeon.', { role: { value: 'surgeon', from: 'mail' } }],
    ['Can you code this for our PA who assisted?', { role: { value: 'assistant-npp', from: 'mail' } }],
    ['co surgeon with neurosurgery', { role: { value: 'co-surgeon', from: 'mail' } }],
    ['It was done in our ASC.', { place: { value: 'facility', pos: '24', from: 'mail' } }],
    ['POS: 11', { place: { value: 'office', pos: '11', from: 'mail' } }],
    ['The patient has Humana Medicare Advantage.', { payer: { value: 'medicare', plan: 'Medicare Advantage' } }],
    ['payer: Cigna', { payer: { value: 'commercial', plan: 'Cigna', from: 'mail' } }],
  ])('changes a setting and leaves the note alone: %s', async (text, changed) => {
    const input = await caseAfter(text);
    expect(settingsOf(input)).toMatchObject(changed);
    expect(input.note.text).toBe(EARLIER.note.text);
  });

  it('asks for the case it answers in the name of its sender', async () => {
    const { asked } = await reply('DOS: 2025-03-01', { entered: 'joined', earlier: EARLIER });
    const answers = { caseKey: 'CC-7F3K2', consultationId: '0b9d' };
    expect(asked).toEqual([{ sender: 'dana@clinic.test', answers }]);
  });

  it('changes the settings it names and leaves the note and the other settings', async () => {
    const input = await caseAfter('DOS: 2025-03-01, payer: Medicare');
    expect(input).toMatchObject({ note: EARLIER.note, limits: EARLIER.limits, mailedOn: EARLIER.mailedOn });
    expect(settingsOf(input)).toMatchObject({
      dateOfService: { value: '2025-03-01', from: 'mail' },
      role: { value: 'assistant', from: 'mail' },
      payer: { value: 'medicare', from: 'mail' },
    });
  });

  it('tells an earlier operation with its day as days before the service', async () => {
    const input = await caseAfter('DOS: 2025-03-01, prior: 27447 on 2025-02-01, planned');
    expect(input).toMatchObject({ note: { text: EARLIER.note.text } });
    expect(settingsOf(input).priorOperation).toMatchObject({
      from: 'mail',
      value: { code: '27447', daysBefore: 28, surgeon: 'own', relation: 'planned' },
    });
    expect(JSON.stringify(settingsOf(input).priorOperation)).not.toMatch(/2025/);
  });

  it('keeps what was billed beside the note, for the audit', async () => {
    const input = await caseAfter('We billed 47562 and 44180-59, is that right?');
    expect(input.note).toEqual(EARLIER.note);
    expect(input.limits).toEqual(EARLIER.limits);
    expect(input.senderText).toContain('We billed 47562 and 44180-59');
    expect(settingsOf(input)).toMatchObject({ role: { value: 'assistant' }, payer: { value: 'commercial' } });
  });

  it('keeps the earlier date of service when it names none', async () => {
    expect(settingsOf(await caseAfter('role: surgeon'))).toMatchObject({
      dateOfService: { value: '2024-05-06', from: 'mail' },
      role: { value: 'surgeon', from: 'mail' },
    });
  });

  it('corrects the age of the patient', async () => {
    expect((await caseAfter('age: 75')).note.facts).toMatchObject({ ageYears: 75, sex: 'female' });
  });

  it('adds what was done to the note and says whose word it is', async () => {
    const input = await caseAfter('Harriet Olmstead also had a cholangiogram.');
    expect(input.note.text).toBe(`${EARLIER.note.text}\n\nADDENDUM BY THE SENDER: [NAME] also had a cholangiogram.`);
    expect(input.limits).toHaveLength(2);
    expect(input.limits[1]).toContain('signed note');
  });

  it('that asks is answered as a question, and one of thanks not at all', async () => {
    const entered = { entered: 'joined', earlier: EARLIER } as const;
    expect((await reply('Why not 47563?', entered)).result).toMatchObject({ input: { kind: 'question' } });
    expect((await reply('Thank you!', entered)).result).toMatchObject({ next: 'nothing' });
  });

  it('with a note of its own forgets the earlier one', async () => {
    const { result } = await reply(NOTE, { entered: 'joined', earlier: EARLIER });
    expect(result).toMatchObject({ input: { kind: 'case', note: { text: NOTE }, toldDateOfService: undefined } });
  });

  it('of nothing that is known is a new mail', async () => {
    const { result } = await reply('he also did a cholangiogram', { entered: 'own' });
    expect(result).toMatchObject({ verdict: 'question', input: { kind: 'question' } });
    expect((await reply(NOTE, { entered: 'joined', earlier: undefined })).result).toMatchObject({ verdict: 'case' });
  });

  it('comes back later while another mail of its case is worked on', async () => {
    await expect(reply('DOS: 2025-03-01', { entered: 'busy' })).rejects.toThrow('another mail of this case');
  });
});

describe('a first mail', () => {
  it('enters a case of its own, and the date its sender told counts', async () => {
    const { result, asked } = await reply(
      `Please code. DOS: 2024-05-06\n\n${NOTE}`,
      { entered: 'own' },
      { inReplyTo: undefined },
    );
    expect(asked).toEqual([{ sender: 'dana@clinic.test', answers: undefined }]);
    if (result.next !== 'coding' || result.input.kind !== 'case') throw new Error('expected a case');
    expect(result.input.senderText).toBe('Please code. DOS: [DATE]');
    expect(settingsOf(result.input).dateOfService).toEqual({ value: '2024-05-06', from: 'mail' });
  });
});
