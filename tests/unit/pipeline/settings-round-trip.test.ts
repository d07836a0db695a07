import { describe, expect, it } from 'vitest';
import { senderHints } from '../../../src/core/extract/case-hints.ts';
import type { CaseSettings } from '../../../src/core/model/consultation.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { settingsLine } from '../../../src/core/reply/settings-view.ts';
import { codedMail } from '../../support/coded-mail.ts';

const NOTE = `ASSISTANT: K. Orr, MD
POSTOPERATIVE DIAGNOSIS: Acute cholecystitis.
PROCEDURE: Laparoscopic cholecystectomy.
DESCRIPTION OF PROCEDURE: Four ports were placed. The cystic duct was clipped and divided and the gallbladder was removed. The assistant held the camera and retracted the fundus.`;

/** The settings of a reply, without the words that tell how to change them. */
function settingsOf(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return /(?:From your mail|From the note|Assumed): .*?(?= Reply with| Coding support|$)/.exec(flat)?.[0] ?? '';
}

describe('a setting told in the mail stands in the claim and in the reply', () => {
  it.each<[string, string, string]>([
    [
      'DOS: 2025-03-01, assistant surgeon',
      '47562-80',
      'From your mail: service year 2025, billing for the assistant at surgery.',
    ],
    ['role: assistant', '47562-80', 'billing for the assistant at surgery'],
    ['role: PA assistant', '47562-AS', 'billing for the assistant at surgery (PA, NP or CNS)'],
    ['I am the assistant.', '47562-80', 'From your mail: billing for the assistant at surgery.'],
    ['Please bill this for Dr. Orr who assisted.', '47562-80', 'From your mail: billing for the assistant at surgery.'],
    ['POS 24', '47562', 'From your mail: ambulatory surgery center (POS 24).'],
    ['Please code this one, done in our ASC.', '47562', 'From your mail: ambulatory surgery center (POS 24).'],
    ['payer: Aetna', '47562', 'From your mail: Aetna (commercial payer).'],
    ['Humana Medicare Advantage', '47562', 'From your mail: Medicare Advantage (Medicare rules).'],
    ['Please code, Medicaid patient.', '47562', 'From your mail: Medicaid.'],
    ['place: office', '47562', 'From your mail: office (POS 11).'],
    ['Please code for the surgeon.', '47562', 'From your mail: billing for the surgeon.'],
  ])('%s', async (told, line, settings) => {
    const coded = await codedMail(told, NOTE);
    expect(coded.lines).toEqual([line]);
    expect(settingsOf(coded.text)).toContain(settings);
  });

  it('is assumed, and said so, where nobody tells it', async () => {
    const { text } = await codedMail(NOTE);
    expect(settingsOf(text)).toContain('billing for the surgeon, facility, Medicare');
    expect(text.replace(/\s+/g, ' ')).toContain('Reply with "DOS: YYYY-MM-DD", "role: assistant", "place: office"');
  });
});

const DAY = '2025-11-03' as IsoDate;
const ROLES = ['surgeon', 'co-surgeon', 'team', 'assistant', 'assistant-npp', 'anesthesia'] as const;
const CASES = ROLES.flatMap((role) =>
  (['facility', 'office'] as const).flatMap((place) =>
    (['medicare', 'medicaid', 'commercial'] as const).map(
      (payer): CaseSettings => ({
        dateOfService: { value: DAY, from: 'received' },
        role: { value: role, from: 'assumed' },
        place: { value: place, from: 'assumed' },
        payer: { value: payer, from: 'assumed' },
      }),
    ),
  ),
);

describe('what the reply offers to write', () => {
  it.each(CASES)('is read back and changes the setting: $role.value, $place.value, $payer.value', (settings) => {
    const offered = [...settingsLine(settings).matchAll(/"([^"]+)"/g)].map((hit) => hit[1] ?? '');
    expect(offered).toHaveLength(4);
    const { dateOfService, role, place, payer } = senderHints(offered.join(', ').replace('YYYY-MM-DD', '2024-05-06'));
    expect(dateOfService).toBe('2024-05-06');
    expect(role).not.toBe(settings.role.value);
    expect(place?.value).not.toBe(settings.place.value);
    expect(payer?.value).not.toBe(settings.payer.value);
    expect([role, place, payer]).not.toContain(undefined);
  });
});
