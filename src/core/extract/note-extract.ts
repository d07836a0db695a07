import type { Payer, PlaceOfService, SurgeonRole } from '../model/consultation.ts';
import type { DeidentifiedText, NoteFacts } from '../model/deidentified-note.ts';
import type { IsoDate } from '../model/ids.ts';
import type { PriorOperation } from '../model/prior-operation.ts';

export type SectionKind =
  | 'lead'
  | 'title'
  | 'preop-diagnosis'
  | 'postop-diagnosis'
  | 'history'
  | 'findings'
  | 'body'
  | 'anesthesia'
  | 'staff'
  | 'plan'
  /** What already stands corrected in the note: quoted, and read no second time. */
  | 'corrected'
  | 'other';

export interface Section {
  readonly kind: SectionKind;
  /** The heading as written, empty for text without one. */
  readonly heading: string;
  /** Where the text after the heading begins and ends. */
  readonly start: number;
  readonly end: number;
}

/** What became of the act a statement tells. */
export type StatementState =
  | 'completed'
  | 'attempted'
  | 'converted'
  | 'abandoned'
  | 'inspected'
  | 'planned'
  | 'historical'
  | 'negated'
  | 'hypothetical';

export type Performer = 'author' | 'other';

export interface Statement {
  readonly index: number;
  readonly section: SectionKind;
  /** Statements of one paragraph or list item share it: measures and their lesion stand together. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** Normalized words of this statement; same length as the text it covers. */
  readonly normal: string;
  readonly state: StatementState;
  readonly performer: Performer;
}

export type Side = 'left' | 'right' | 'bilateral';

export type MeasureUnit = 'cm' | 'sqcm' | 'g' | 'ml' | 'minutes' | 'percent';

/** A number of the note bound to the words around it. */
export interface MeasureFact {
  readonly value: number;
  readonly unit: MeasureUnit;
  /** Second axis of `4 x 3 cm`. */
  readonly width: number | undefined;
  readonly statement: number;
  readonly start: number;
  readonly end: number;
  /** What it is a measure of, read from the nearest noun. */
  readonly of:
    | 'lesion'
    | 'margin'
    | 'undermined'
    | 'spacing'
    | 'wound'
    | 'defect'
    | 'stone'
    | 'weight'
    | 'device'
    | 'other';
}

/** What one stretch of text says about targets and numbers. */
export interface TargetFacts {
  readonly sides: readonly Side[];
  /** Single vertebrae in order, e.g. C5, C6; `spaces` the interspaces between them, e.g. C5-C6. */
  readonly vertebrae: readonly string[];
  readonly spaces: readonly string[];
  /** HCPCS digit modifiers: FA-F9, TA-T9. */
  readonly digits: readonly string[];
  /** Numbered metatarsals and metacarpals: MT2, MC5. */
  readonly rays: readonly string[];
  /** HCPCS eyelid modifiers: E1-E4. */
  readonly eyelids: readonly string[];
  /** HCPCS coronary modifiers: LC LD LM RC RI. */
  readonly vessels: readonly string[];
  /** `x3`, `times two`, `three`: the explicit count, if any. */
  readonly times: number | undefined;
}

/** One thing that was done: a piece of the title, or a body statement that no title covers. */
export interface ProcedureInstance {
  readonly index: number;
  readonly source: 'title' | 'body';
  readonly text: string;
  readonly normal: string;
  readonly start: number;
  readonly end: number;
  readonly facts: TargetFacts;
  /** The statements of the story that are its own; undefined when the story does not tell them apart. */
  readonly story: readonly Statement[] | undefined;
  /** Families whose names stand here, strongest first. */
  readonly families: readonly FamilyMention[];
}

/** A name of a family (or of one of its codes) found in the text. */
export interface FamilyMention {
  readonly family: string;
  /** Set when the words are the name of this very code. */
  readonly code: string | undefined;
  readonly score: number;
  readonly start: number;
  readonly end: number;
}

/** Where it was done, with the CMS place of service code where the words tell one. */
export interface CasePlace {
  readonly value: PlaceOfService;
  readonly pos: string | undefined;
}

export interface CasePayer {
  readonly value: Payer;
  /** As the plan is called; undefined for a name that we do not know. */
  readonly plan: string | undefined;
}

/** What the note or the mail says about the case; undefined when silent. */
export interface CaseHints {
  readonly dateOfService: IsoDate | undefined;
  readonly role: SurgeonRole | undefined;
  /** Assistant without a qualified resident at a teaching hospital: modifier 82 instead of 80. */
  readonly residentUnavailable: boolean;
  readonly place: CasePlace | undefined;
  readonly payer: CasePayer | undefined;
  /** `none` where the sender says that there was none. */
  readonly priorOperation: PriorOperation | 'none' | undefined;
}

export interface NoteExtract {
  readonly text: DeidentifiedText;
  readonly normal: string;
  readonly facts: NoteFacts;
  readonly ageYears: number | undefined;
  readonly sex: 'female' | 'male' | undefined;
  readonly sections: readonly Section[];
  readonly statements: readonly Statement[];
  /** What the title tells, without what it says was not done. */
  readonly titles: readonly Statement[];
  /** Every stem of the title, expansions included: one procedure may be told over several of its items. */
  readonly titleStems: ReadonlySet<string>;
  /** The post-operative diagnoses, else the pre-operative ones. */
  readonly diagnoses: readonly Statement[];
  /** What the author completed, told outside the title. */
  readonly performed: readonly Statement[];
  readonly instances: readonly ProcedureInstance[];
  /** Items of the title that the story says were not done, with what says so. */
  readonly struck: readonly { readonly instance: ProcedureInstance; readonly denial: Statement }[];
  readonly measures: readonly MeasureFact[];
  readonly noteHints: CaseHints;
  readonly senderHints: CaseHints;
  /** What the sender wrote around the note, de-identified. */
  readonly senderText: string;
  /** Modifiers the circumstances prove: 62. */
  readonly circumstances: readonly Circumstance[];
  /** What the note tells of an earlier operation within the longest global period. */
  readonly priorOperation: PriorOperation | undefined;
}

export interface Circumstance {
  readonly modifier: '62';
  readonly start: number;
  readonly end: number;
}
