import type { IsoDate } from './ids.ts';

/** One loaded release of official data, e.g. NCCI PTP practitioner 2026Q1. */
export interface Edition {
  readonly kind: 'pfs' | 'ptp' | 'mue' | 'aoc' | 'hcpcs' | 'icd10cm' | 'library';
  readonly name: string;
  readonly effectiveFrom: IsoDate;
  readonly effectiveTo: IsoDate | undefined;
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
}

/** A procedure-to-procedure edit: column 2 is denied beside column 1. */
export interface PtpRow {
  readonly column1: string;
  readonly column2: string;
  /** 0 never, 1 with an NCCI-associated modifier, 9 void. */
  readonly indicator: '0' | '1' | '9';
  readonly deletedOn: IsoDate | undefined;
}

export interface MueRow {
  readonly code: string;
  readonly units: number;
  /** 1 line edit, 2 absolute by day, 3 by day, clinical. */
  readonly mai: '1' | '2' | '3';
}

export interface AddOnRow {
  readonly addOn: string;
  /** `CCCCC` means the contractor decides. */
  readonly primary: string;
  readonly type: '1' | '2' | '3';
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
}

export const NO_OFFICIAL_FACTS: OfficialFacts = { editions: [], fees: [], pairs: [], mues: [], addOns: [] };
