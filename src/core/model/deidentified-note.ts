import type { Branded, IsoDate } from './ids.ts';

/**
 * Text with the identifiers of 45 CFR 164.514(b)(2) masked. Only core/deidentify makes one;
 * every stage after it, the model and the reply accept nothing else.
 */
export type DeidentifiedText = Branded<string, 'DeidentifiedText'>;

export type IdentifierKind =
  | 'name'
  | 'date'
  | 'age-over-89'
  | 'address'
  | 'phone'
  | 'email'
  | 'record-number'
  | 'account-number'
  | 'facility'
  | 'url';

export type Sex = 'female' | 'male';

/** What coding needs of the identifiers that were masked: read before the masking, kept as typed fields. */
export interface NoteFacts {
  readonly dateOfService: IsoDate | undefined;
  /** Whole years, 90 for anything above 89 (45 CFR 164.514(b)(2)(i)(C)); 0 in the first year of life. */
  readonly ageYears: number | undefined;
  readonly sex: Sex | undefined;
  /** Other dates of the note as days before (-) or after (+) the date of service, in order of appearance. */
  readonly priorDates: readonly number[];
  /** The day of an earlier operation, where one is labelled so. */
  readonly priorOperationOn?: IsoDate | undefined;
}

export interface DeidentifiedNote {
  readonly text: DeidentifiedText;
  readonly facts: NoteFacts;
  /** How many identifiers of each kind were masked (for the audit; never their text). */
  readonly masked: Readonly<Partial<Record<IdentifierKind, number>>>;
}
