import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import type { DiagnosisRecord } from '../model/code.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { DENIED, diagnosesIn } from './read-diagnosis.ts';

/** A diagnosis and the statement that tells it. */
export interface Reason {
  readonly record: DiagnosisRecord;
  readonly statement: Statement;
}

/** Why a scope looked into the colon, told beside what it found. */
export interface ColonReasons {
  /** A screening is listed first whatever it found (ICD-10-CM Guidelines, Section I.C.21.c.5). */
  readonly screening: readonly Reason[];
  /** Polyps and cancers of the past, of the patient or the family. */
  readonly history: readonly Reason[];
  /** Polyps told without their organ. */
  readonly polyps: readonly Reason[];
}

const NONE: ColonReasons = { screening: [], history: [], polyps: [] };

const COLON_SCOPE = 'colonoscopy';
const UPPER_SCOPES: ReadonlySet<string> = new Set(['upper-endoscopy', 'esophagoscopy', 'ercp']);

const SCREENING =
  /\bscreening(?: \w+){0,3} (?:colonoscopy|colon|colorectal|exam\w*)\b|\b(?:colonoscopy|colon cancer|colon|colorectal cancer|crc)(?: \w+){0,3} screening\b|^ *screening *$/;
const NEXT_TIME = /\b(?:repeat|next|in|every|after) (?:\w+ )?(?:years?|months?|\d+)\b/;
const HISTORY = /^(?:Z86\.010|Z85\.0|Z80\.0|Z83\.71)/;
const POLYP = /\bpolyps?\b/;
const OTHER_ORGAN = /\b(?:rect\w*|anal|anus|stomach|gastric|duoden\w*|hyperplastic|adenom\w*)\b/;

/** Of a colonoscopy: the screening, the history and the polyps that its lists of diagnoses tell in no words of their own. */
export function colonReasons(extract: NoteExtract, library: EngineLibrary): ColonReasons {
  const families = extract.instances.map(({ families: [first] }) => first?.family ?? '');
  if (!families.includes(COLON_SCOPE)) return NONE;
  const told = extract.statements.filter(isReason);
  const past = told.filter(({ section }) => section === 'preop-diagnosis');
  const found = extract.statements.filter(({ section }) => section === 'postop-diagnosis');
  const isColonOnly = !families.some((family) => UPPER_SCOPES.has(family));
  return {
    screening: firstAs('Z12.11', told.filter(isScreening), library),
    history: past.flatMap((statement) =>
      diagnosesIn(statement, extract, library)
        .filter(({ code }) => HISTORY.test(code))
        .map((record) => ({ record, statement })),
    ),
    polyps: isColonOnly ? firstAs('K63.5', found.filter(tellsPolyp), library) : [],
  };
}

function firstAs(code: string, [statement]: readonly Statement[], library: EngineLibrary): Reason[] {
  const record = library.findDiagnosis(code);
  return record === undefined || statement === undefined ? [] : [{ record, statement }];
}

function isScreening({ normal }: Statement): boolean {
  return SCREENING.test(squeezed(normal)) && !NEXT_TIME.test(squeezed(normal));
}

function isReason({ section, state }: Statement): boolean {
  return section === 'preop-diagnosis' || section === 'title' || (section === 'history' && state !== 'negated');
}

/** `Small polyps, no evidence of recurrence`: what stands before the denial. */
function tellsPolyp({ normal }: Statement): boolean {
  const [asserted = ''] = squeezed(normal).split(DENIED);
  return POLYP.test(asserted) && !OTHER_ORGAN.test(asserted) && !/\bhistory\b/.test(asserted);
}

function squeezed(normal: string): string {
  return normal.replace(/ +/g, ' ');
}
