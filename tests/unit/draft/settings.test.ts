import { describe, expect, it } from 'vitest';
import { settleCase } from '../../../src/core/draft/settings.ts';
import { extractNote } from '../../../src/core/extract/extract.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { DAY, noteOf } from '../../support/code-a-note.ts';
import { smallEngine } from '../../support/small-library.ts';

const library = smallEngine();
const settle = (text: string, sender: string, dateOfService?: IsoDate) => {
  const note = noteOf(text, { dateOfService });
  return settleCase(extractNote(note, library, sender), note.facts, DAY);
};

describe('the settings of a case', () => {
  it('take the day of receipt, surgeon, facility and Medicare for granted', () => {
    expect(settle('A note.', '')).toEqual({
      dateOfService: { value: DAY, from: 'received' },
      role: { value: 'surgeon', from: 'assumed' },
      place: { value: 'facility', from: 'assumed' },
      payer: { value: 'medicare', from: 'assumed' },
    });
  });

  it("prefer the note's date to the receipt and the sender's to the note's", () => {
    const noted = '2024-05-06' as IsoDate;
    expect(settle('A note.', '', noted).dateOfService).toEqual({ value: noted, from: 'note' });
    expect(settle('A note.', 'DOS: 2025-03-01', noted).dateOfService).toEqual({ value: '2025-03-01', from: 'mail' });
  });

  it.each([
    ['Office operative note.', '', 'office', 'note'],
    ['Taken to the operating room.', '', 'facility', 'note'],
    ['Taken to the operating room.', 'POS 11', 'office', 'mail'],
    ['Cystoscopy in the office had shown a tumor. Taken to the operating suite.', '', 'facility', 'note'],
    ['The lesion was excised. She will be seen in the office tomorrow.', '', 'facility', 'assumed'],
    ['After informed consent in our office the area was prepped.', '', 'office', 'note'],
  ])('place: %s + "%s"', (text, sender, value, from) => {
    expect(settle(text, sender).place).toMatchObject({ value, from });
  });
});
