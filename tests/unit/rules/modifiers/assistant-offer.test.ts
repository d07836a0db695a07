import { describe, expect, it } from 'vitest';
import { assistantOffer } from '../../../../src/core/rules/modifiers/assistant-offer.ts';
import { claimOf, EDITIONS, feeOf, type Given, lineOf, ruled } from '../../../support/a-claim.ts';

const TITLE = 'PROCEDURE: Open left colectomy.\n';
const WORK = 'TECHNIQUE: The colon was divided. The assistant retracted the bowel and held the stapler.';
const by = (assistant: string): Given => ({ official: { editions: EDITIONS, fees: [feeOf('44140', { assistant })] } });
const offered = (note: string, given: Given, held?: string): string[] =>
  ruled(assistantOffer, claimOf([lineOf('44140', { held })]), { ...given, note }).findings.map(({ text }) => text);

describe('assistantOffer: two claims from one note', () => {
  it.each([
    ['a physician', `${TITLE}${WORK}`, '44140-80'],
    ['a PA', `${TITLE}The assistant was Kim Vale, PA-C.\n${WORK}`, '44140-AS'],
    ['a physician without an available resident', `${TITLE}${WORK} No qualified resident was available.`, '44140-82'],
  ])('offers the claim of %s', (_, note, claim) => {
    expect(offered(note, by('2')).join()).toContain(claim);
  });

  it.each<[string, string, Given, string | undefined]>([
    ['only a name is told', `${TITLE}ASSISTANT: Kim Vale, MD\nThe colon was divided.`, by('2'), undefined],
    ['the code pays none', `${TITLE}${WORK}`, by('1'), undefined],
    ['proof would be needed', `${TITLE}${WORK}`, by('0'), undefined],
    ['a technologist helped', `${TITLE}The assistant was Kim Vale, CST.\n${WORK}`, by('2'), undefined],
    ['no fee schedule is loaded', `${TITLE}${WORK}`, {}, undefined],
    ['the line waits', `${TITLE}${WORK}`, by('2'), 'a fact is missing'],
    [
      'it is the claim of the assistant',
      `${TITLE}${WORK}`,
      { ...by('2'), settings: { role: { value: 'assistant', from: 'mail' } } },
      undefined,
    ],
  ])('offers nothing where %s', (_, note, given, held) => {
    expect(offered(note, given, held)).toEqual([]);
  });
});
