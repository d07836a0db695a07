import type { Axis, Cue } from './axis.ts';
import type { CodeSystem, DiagnosisRecord, ProcedureCode } from './code.ts';
import type { IsoDate } from './ids.ts';

export type { Axis, Band, BandAxis, Cue, CueAxis, CueValue, Measure, WhenSilent } from './axis.ts';

/**
 * The record of our own code library (src/code-library, format explained in its README).
 * Facts that CMS publishes (global days, bilateral indicator, MUE, RVU, PTP) are never typed in here.
 */

/** What a surgeon calls it. `ambiguousWith` names families that the same words may mean. */
export interface Alias {
  readonly text: string;
  readonly kind: 'dictation' | 'abbrev' | 'eponym' | 'lay';
  readonly ambiguousWith: readonly string[];
}

/** `facet=value`, `facet in (a, b)`: read by core/retrieve against the facts of a procedure instance. */
export interface Predicate {
  readonly facet: string;
  readonly values: readonly string[];
}

/** What one unit of the code stands for, and how far units may grow. */
export interface CountRule {
  readonly of:
    | 'session'
    | 'side'
    | 'interspace'
    | 'vertebra'
    | 'level'
    | 'lesion'
    | 'lead'
    | 'vessel'
    | 'digit'
    | 'muscle'
    | 'joint'
    | 'fracture'
    | 'tooth'
    | 'nerve'
    | 'graft'
    | 'implant'
    | 'lobe'
    | 'cm'
    | 'sqcm'
    | 'ml'
    | 'minutes';
  /** `one`: always 1. `each`: one unit a thing. `further`: things minus those the parent covers. */
  readonly rule: 'one' | 'each' | 'further';
  /** For `further` and for sizes: what the parent covers, then the size of a unit (`each 20 sq cm`). */
  readonly parentCovers: number;
  readonly unitSize: number;
  readonly cap: number | undefined;
}

/** Decides the side, digit or vessel modifier. */
export type Target = 'paired' | 'eyelid' | 'unpaired' | 'digit' | 'level' | 'vessel' | 'lesion' | 'skinGroup';

/** A code that comes with another one when the body proves it (graft, plate, guidance, further level). */
export interface Companion {
  readonly code: string;
  readonly cues: readonly Cue[];
  readonly unless: readonly Cue[];
  readonly modifier: string | undefined;
}

/** A code that is not billed beside this one. */
export interface Exclusion {
  readonly code: string;
  readonly when: 'always' | 'sameTarget';
  readonly why: string;
  readonly authority: string;
}

/** Another family that the same act may need: an excision whose wound is closed in layers. */
export interface Brings {
  readonly family: string;
  /** The body must tell one of these. */
  readonly cues: readonly Cue[];
  /** Only lines with these values count: `class: [intermediate, complex]`. */
  readonly only: Readonly<Record<string, readonly string[]>>;
}

/** A thing of the family whose own words tell that it belongs to another: the mass that proves to be a cyst of the skin. */
export interface Turn {
  readonly family: string;
  readonly cues: readonly Cue[];
  readonly unless: readonly Cue[];
}

/** A look, an approach or a step that counts only by itself: part of every other operation of these sections. */
export interface Alone {
  /** Beginnings of section names (`digestive`), or `any`. */
  readonly beside: readonly string[];
  /** Families it is no part of. */
  readonly except: readonly string[];
  readonly why: string;
  readonly authority: string;
}

export interface LibraryQuestion {
  readonly id: string;
  readonly to: 'surgeon' | 'sender';
  /** Names no code, no modifier, no money. */
  readonly text: string;
  readonly options: readonly string[];
}

export interface PatientBand {
  readonly sex: 'female' | 'male' | undefined;
  readonly ageFrom: number | undefined;
  /** Exclusive. */
  readonly ageBelow: number | undefined;
}

/** Operations that one anesthesia code serves: a range of surgical codes, where the words and the age allow it. */
export interface ServedOperations {
  /** First and last code of the range, both inside. */
  readonly from: string;
  readonly to: string;
  /** One of these must stand in the words that name the operation; nothing is asked when the list is empty. */
  readonly cues: readonly Cue[];
  readonly unless: readonly Cue[];
  /** One of these must stand anywhere in the record: one-lung ventilation, sitting position. */
  readonly anywhere: readonly Cue[];
  readonly ageFrom: number | undefined;
  /** Exclusive. */
  readonly ageBelow: number | undefined;
}

/** What an anesthesia code is worth and which operations it serves. */
export interface AnesthesiaFacts {
  /** CMS anesthesia base units. */
  readonly baseUnits: number;
  readonly serves: readonly ServedOperations[];
}

/** A drug that physicians bill by the unit, HCPCS Level II. */
export interface DrugRecord {
  readonly code: string;
  /** One billing unit: `amount` of `unit`. */
  readonly amount: number;
  readonly unit: DrugUnit;
  /** How it is sold: what is left of a single-dose container is waste, of a multi-dose one it is not. */
  readonly container: 'single' | 'multiple' | 'either';
  /** Generic name first, then brands. */
  readonly names: readonly string[];
  readonly validFrom: IsoDate | undefined;
  readonly validTo: IsoDate | undefined;
}

export type DrugUnit = 'mg' | 'mcg' | 'g' | 'unit' | 'ml' | 'sqcm' | 'dose' | 'meq' | 'mci';

/** Codes that share one decision: axes span a grid, each code fills a cell. */
export interface FamilyRecord {
  readonly family: string;
  readonly title: string;
  /** CPT subsection file it stands in, e.g. `digestive`. */
  readonly section: string;
  /** What a surgeon calls any member. */
  readonly names: readonly Alias[];
  /** How a story without a title tells that it was done: `colonoscope .. cecum`. */
  readonly described: readonly Cue[];
  /** How a story tells that it was done beside what the title names: the act as a whole. */
  readonly untitled: readonly Cue[];
  readonly needs: readonly Predicate[];
  readonly forbids: readonly Predicate[];
  readonly axes: Readonly<Record<string, Axis>>;
  readonly target: Target;
  readonly includes: readonly string[];
  readonly companions: readonly Companion[];
  readonly brings: readonly Brings[];
  readonly turns: readonly Turn[];
  readonly never: readonly Exclusion[];
  readonly alone: Alone | undefined;
  readonly ask: readonly LibraryQuestion[];
  readonly validFrom: IsoDate | undefined;
  readonly validTo: IsoDate | undefined;
}

export interface CodeRecord {
  readonly code: ProcedureCode;
  readonly system: Exclude<CodeSystem, 'icd10cm'>;
  readonly family: string;
  /** A value on every axis of the family; several values where one code serves them all. */
  readonly cell: Readonly<Record<string, readonly string[]>>;
  readonly title: string;
  readonly says: string;
  readonly notThis: readonly { readonly code: string; readonly decidingFact: string }[];
  readonly aliases: readonly Alias[];
  readonly described: readonly Cue[];
  readonly untitled: readonly Cue[];
  /** How a story tells the way in that is a code of its own where nothing beyond it was done: a look, an opening. */
  readonly wayIn: readonly Cue[];
  readonly needs: readonly Predicate[];
  readonly forbids: readonly Predicate[];
  readonly favours: readonly Cue[];
  readonly role: 'primary' | 'addOn';
  readonly parents: readonly string[];
  readonly count: CountRule;
  readonly target: Target;
  readonly includes: readonly string[];
  readonly companions: readonly Companion[];
  readonly never: readonly Exclusion[];
  readonly alone: Alone | undefined;
  readonly may: readonly { readonly code: string; readonly onlyIf: string; readonly modifier: string }[];
  readonly patient: PatientBand;
  readonly incomplete: string | undefined;
  readonly payer: string | undefined;
  readonly dx: { readonly expects: readonly string[]; readonly asks: readonly string[] };
  readonly ask: readonly LibraryQuestion[];
  readonly verify: readonly string[];
  readonly examples: { readonly yes: readonly string[]; readonly no: readonly string[] };
  readonly replaces: readonly string[];
  readonly replacedBy: readonly string[];
  /** Of anesthesia codes only. */
  readonly anesthesia?: AnesthesiaFacts | undefined;
  readonly validFrom: IsoDate | undefined;
  readonly validTo: IsoDate | undefined;
}

/** One value of a global facet, with the words that tell it and the wider value it lies in. */
export interface VocabularyValue {
  readonly facet: string;
  readonly value: string;
  readonly cues: readonly Cue[];
  readonly within: string | undefined;
}

/** A synonym or abbreviation of surgical dictation: `orif` -> `open reduction internal fixation`. */
export interface LexiconEntry {
  readonly term: string;
  readonly means: readonly string[];
}

/** The whole library as the engine receives it: plain data, read and checked at the edge. */
export interface CodeLibrary {
  readonly families: readonly FamilyRecord[];
  readonly codes: readonly CodeRecord[];
  readonly vocabulary: readonly VocabularyValue[];
  readonly lexicon: readonly LexiconEntry[];
  /** Read for searching only: words of lay people, abbreviations that a note may mean otherwise. */
  readonly searchLexicon: readonly LexiconEntry[];
  readonly includedSteps: readonly { readonly id: string; readonly title: string; readonly cues: readonly Cue[] }[];
  readonly diagnoses: readonly DiagnosisRecord[];
  readonly drugs: readonly DrugRecord[];
  /** Stamp for replies, e.g. `2026.11`. */
  readonly edition: string;
}
