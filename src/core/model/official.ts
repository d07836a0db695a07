import type { IsoDate } from './ids.ts';

/** The official files that can be loaded, by what they tell. */
export const OFFICIAL_KINDS = [
  'pfs',
  'gpci',
  'anesthesia',
  'ptp',
  'mue',
  'aoc',
  'hcpcs',
  'icd10cm',
  'icd10cm-addenda',
  'icd10cm-tabular',
  'icd10cm-index',
  'icd10cm-drugs',
  'icd10cm-external-causes',
  'icd10cm-neoplasms',
  'cpt',
] as const;
export type OfficialKind = (typeof OFFICIAL_KINDS)[number];

/** One loaded release of official data, e.g. NCCI PTP practitioner 2026Q1. */
export interface Edition {
  readonly kind: OfficialKind | 'library';
  readonly name: string;
  /** Undefined when neither the file nor its owner tells: then it covers no date. */
  readonly effectiveFrom: IsoDate | undefined;
  readonly effectiveTo: IsoDate | undefined;
  /** Its rows carry their own dates, back to before `effectiveFrom`: it answers for earlier dates too. */
  readonly hasHistory?: boolean | undefined;
}

/** Whether the edition speaks for that day itself, not only as the nearest one. */
export function covers({ effectiveFrom, effectiveTo, hasHistory }: Edition, day: IsoDate): boolean {
  if (effectiveFrom === undefined || (effectiveTo !== undefined && effectiveTo < day)) return false;
  return effectiveFrom <= day || hasHistory === true;
}

/**
 * The edition to answer from: the newest that covers the day, else the nearest earlier one, else the nearest
 * later one, else an undated one.
 */
export function editionFor<E extends Edition>(editions: readonly E[], day: IsoDate): E | undefined {
  const newestFirst = editions
    .filter(({ effectiveFrom }) => effectiveFrom !== undefined)
    .toSorted((one, other) => ((one.effectiveFrom ?? '') < (other.effectiveFrom ?? '') ? 1 : -1));
  return (
    newestFirst.find((edition) => edition.hasHistory !== true && covers(edition, day)) ??
    newestFirst.findLast((edition) => covers(edition, day)) ??
    newestFirst.find(({ effectiveFrom }) => effectiveFrom !== undefined && effectiveFrom <= day) ??
    newestFirst.at(-1) ??
    editions[0]
  );
}

/** A row of the Medicare physician fee schedule (PPRRVU), the columns that rules read. */
export interface FeeRow {
  readonly code: string;
  readonly modifier: '' | '26' | 'TC' | '53';
  readonly status: string;
  readonly workRvu: number;
  readonly totalFacilityRvu: number;
  readonly totalNonFacilityRvu: number;
  readonly globalDays: string;
  readonly bilateral: string;
  readonly multipleProcedure: string;
  readonly assistant: string;
  readonly coSurgeon: string;
  readonly team: string;
  readonly pcTc: string;
  readonly endoscopicBase: string;
  /** Shares of the global package before, during and after the operation, 0 to 1. */
  readonly preShare?: number | undefined;
  readonly intraShare?: number | undefined;
  readonly postShare?: number | undefined;
}

/** A procedure-to-procedure edit: column 2 is denied beside column 1. */
export interface PtpRow {
  readonly column1: string;
  readonly column2: string;
  /** 0 never, 1 with an NCCI-associated modifier, 9 void. */
  readonly indicator: '0' | '1' | '9';
  /** Undefined when the file does not tell. */
  readonly effectiveOn?: IsoDate | undefined;
  /** The last day in force. */
  readonly deletedOn: IsoDate | undefined;
  /** The publisher's reason, e.g. "Mutually exclusive procedures". */
  readonly rationale?: string | undefined;
}

export interface MueRow {
  readonly code: string;
  readonly units: number;
  /** 1 line edit, 2 absolute by day, 3 by day, clinical. */
  readonly mai: '1' | '2' | '3';
  /** The publisher's reason, e.g. "Anatomic Consideration". */
  readonly rationale?: string | undefined;
}

export interface AddOnRow {
  readonly addOn: string;
  /** `CCCCC` means the contractor decides. */
  readonly primary: string;
  readonly type: '1' | '2' | '3';
}

/** A line of the ICD-10-CM order file. */
export interface DiagnosisRow {
  /** Dotted. */
  readonly code: string;
  /** False for a category that needs more characters. */
  readonly isBillable: boolean;
  readonly title: string;
}

/** A note of the ICD-10-CM tabular list, of a code or of anything it stands under. */
export interface DiagnosisNote {
  /** A code (`E08.32`), a block (`A00-A09`) or a chapter (`A00-B99`): all codes under it inherit the note. */
  readonly subject: string;
  readonly kind:
    | 'title'
    | 'includes'
    | 'inclusion-term'
    | 'excludes1'
    | 'excludes2'
    | 'code-first'
    | 'use-additional'
    | 'code-also'
    | 'note'
    | 'seventh-note'
    | 'seventh-character';
  /** The character that a `seventh-character` tells of. */
  readonly key: string | undefined;
  readonly text: string;
}

/** A HCPCS Level II code. */
export interface LevelTwoRow {
  readonly code: string;
  readonly title: string;
  readonly terminatedOn: IsoDate | undefined;
}

/** A term of the ICD-10-CM alphabetic index with all it stands under (`Cholecystitis > acute`), and its code. */
export interface IndexTerm {
  readonly path: string;
  readonly code: string;
}

/** The newest official texts to search in: whole code systems, not the rows of one claim. */
export interface OfficialTexts {
  readonly diagnoses: readonly DiagnosisRow[];
  readonly terms: readonly IndexTerm[];
  readonly levelTwo: readonly LevelTwoRow[];
}

/** CPT descriptors, where the owner has loaded the AMA's files. */
export interface CptTitle {
  readonly code: string;
  readonly long: string | undefined;
  readonly medium: string | undefined;
  readonly short: string | undefined;
}

/**
 * All official rows that concern the codes of one claim on its date of service, fetched before the
 * pure rules run. An empty list with no edition of its kind means "not checked", never "no edit".
 */
export interface OfficialFacts {
  readonly editions: readonly Edition[];
  readonly fees: readonly FeeRow[];
  readonly pairs: readonly PtpRow[];
  readonly mues: readonly MueRow[];
  readonly addOns: readonly AddOnRow[];
  /**
   * Codes that no pair of the PTP edition names. Where it is only the nearest edition they may be younger than it: a
   * pair with one of them was not checked.
   */
  readonly unpaired?: readonly string[] | undefined;
  /** Of the ICD-10-CM codes among those asked for, of the categories above them, and of their siblings. */
  readonly diagnoses?: readonly DiagnosisRow[] | undefined;
  readonly diagnosisNotes?: readonly DiagnosisNote[] | undefined;
  readonly levelTwo?: readonly LevelTwoRow[] | undefined;
  readonly cptTitles?: readonly CptTitle[] | undefined;
}

export const NO_OFFICIAL_FACTS: OfficialFacts = { editions: [], fees: [], pairs: [], mues: [], addOns: [] };
