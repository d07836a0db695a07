import { describe, expect, test } from 'vitest';
import { leaks, markedIdentifiers, maskedWords, realNotes } from './deidentify-corpus.ts';

/** Weekdays, lone years and spans of weeks are no identifiers (45 CFR 164.514(b)(2)(i)(C)); `email` is a bad label. */
const NO_IDENTIFIER = /^(?:(?:19|20)\d{2}|\w+day|last \w+|email)$/;

const WANTED: Readonly<Record<string, { readonly kinds: readonly string[]; readonly recall: number }>> = {
  names: { kinds: ['NAME', 'PERSON'], recall: 0.85 },
  'clinical names': { kinds: ['NAME'], recall: 0.98 },
  dates: { kinds: ['DATE', 'DATE_TIME'], recall: 0.97 },
  phones: { kinds: ['PHONE_NUMBER', 'FAX_NUMBER'], recall: 0.95 },
  'e-mail': { kinds: ['EMAIL_ADDRESS'], recall: 1 },
  'record numbers': {
    kinds: [
      'MEDICAL_RECORD_NUMBER',
      'UNIQUE_IDENTIFIER',
      'SOCIAL_SECURITY_NUMBER',
      'US_SSN',
      'US_DRIVER_LICENSE',
      'CERTIFICATE_LICENSE_NUMBER',
    ],
    recall: 0.97,
  },
  'account numbers': {
    kinds: ['ACCOUNT_NUMBER', 'HEALTH_PLAN_BENEFICIARY_NUMBER', 'CREDIT_CARD', 'IBAN_CODE'],
    recall: 0.97,
  },
  addresses: { kinds: ['DOMAIN_NAME', 'IP_ADDRESS'], recall: 1 },
  'places and facilities': { kinds: ['GEOGRAPHIC_LOCATION'], recall: 0.9 },
};

describe('de-identification, measured', () => {
  test('of the marked identifiers nearly all are masked', () => {
    const marked = markedIdentifiers().filter(({ value }) => !NO_IDENTIFIER.test(value));
    const rows = Object.entries(WANTED).map(([name, { kinds, recall: wanted }]) => {
      const ofKind = marked.filter(({ kind }) => kinds.includes(kind));
      const leaked = ofKind.filter(leaks);
      return { name, marked: ofKind.length, leaked: leaked.length, recall: 1 - leaked.length / ofKind.length, wanted };
    });
    console.table(rows);
    expect(rows.filter(({ recall, wanted }) => recall < wanted)).toEqual([]);
  });

  test('in real notes without identifiers hardly a word is masked, and no word that coding needs', () => {
    const words = realNotes().flatMap(maskedWords);
    const byPlaceholder = new Map<string, string[]>();
    for (const { placeholder, written } of words) {
      byPlaceholder.set(placeholder, [...(byPlaceholder.get(placeholder) ?? []), written]);
    }
    for (const [placeholder, written] of byPlaceholder) {
      console.log(placeholder, written.length, [...new Set(written)].slice(0, 60).join(' | '));
    }
    // What remains are the names, dates and serial numbers that the set's own de-identification left in.
    const count = (placeholder: string) => byPlaceholder.get(placeholder)?.length ?? 0;
    expect(count('[NAME]')).toBeLessThanOrEqual(50);
    expect(count('[ADDRESS]')).toBeLessThanOrEqual(10);
    expect(count('[PHONE]') + count('[EMAIL]') + count('[URL]') + count('[ACCOUNT]')).toBe(0);
    expect(
      words.filter(({ written }) => /ectomy|oscopy|plasty|itis|\bmm\b|\bcm\b|Vicryl|catheter/i.test(written)),
    ).toEqual([]);
  });
});
