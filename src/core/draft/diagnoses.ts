import type { NoteExtract, SectionKind, Statement } from '../extract/note-extract.ts';
import type { DiagnosisCode, DiagnosisRecord } from '../model/code.ts';
import type { DiagnosisLine } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { confidenceOf } from './confidence.ts';
import { quotesOf } from './evidence.ts';
import type { Doubt, ProtoLine } from './proto-line.ts';
import { DENIED, diagnosesIn, SYMPTOM } from './read-diagnosis.ts';

/** Box 21 holds twelve diagnoses, box 24E four pointers a line. */
const MOST_DIAGNOSES = 12;
const MOST_POINTERS = 4;

/** Words that make a diagnosis uncertain: not coded for a surgeon (ICD-10-CM Guidelines, Section IV.H). */
const UNCERTAIN =
  /\b(probabl[ey]|suspect(ed|s)?|suspicious|questionable|question of|rule ?out|r o|ruled out|compatible with|consistent with|working diagnosis|likely|concern(ing)? for|possibl[ey]|presumed|versus|vs|cannot exclude)\b/;

interface Found {
  readonly record: DiagnosisRecord;
  readonly statement: Statement;
  readonly doubts: readonly Doubt[];
}

export interface Diagnoses {
  readonly lines: readonly DiagnosisLine[];
  /** Post-operative diagnoses, stated as facts, that no record of the library fits. */
  readonly unknown: readonly Statement[];
}

/** Diagnoses of the post-operative list, else the pre-operative one, else the indication. Never read from the operation. */
export function findDiagnoses(extract: NoteExtract, library: EngineLibrary): Diagnoses {
  const found = new Map<string, Found>();
  const unknown: Statement[] = [];
  for (const { statements, doubts, isPostOperative } of sources(extract)) {
    for (const statement of statements) {
      if (isUncertain(statement)) continue;
      const records = diagnosesIn(statement, extract, library);
      if (isPostOperative && records.length === 0 && namesSomething(statement)) unknown.push(statement);
      for (const record of records) {
        // What the post-operative diagnosis replaced does not come back as a symptom.
        if (unknown.length > 0 && !isPostOperative && SYMPTOM.test(record.code)) continue;
        if (!found.has(record.code)) found.set(record.code, { record, statement, doubts });
      }
    }
    if (found.size > 0) break;
  }
  const lines = withoutCoarser([...found.values()])
    .slice(0, MOST_DIAGNOSES)
    .map(({ record, statement, doubts }) => ({
      code: record.code,
      title: record.title,
      evidence: quotesOf([statement], extract),
      confidence: confidenceOf(doubts, 'in the post-operative diagnosis'),
    }));
  return {
    lines,
    unknown: found.size === 0 || [...found.values()].some(({ doubts }) => doubts.length > 0) ? unknown : [],
  };
}

/** Told as uncertain, so not coded (ICD-10-CM Guidelines, Section IV.H). */
export function isUncertain({ normal }: Pick<Statement, 'normal'>): boolean {
  return UNCERTAIN.test(normal.replace(/ +/g, ' '));
}

/** Not a heading, a reference or a denial. */
function namesSomething({ normal }: Statement): boolean {
  const words = normal.trim().split(/ +/);
  return words.length > 1 && !DENIED.test(normal) && !/\b(same|as above|none|deferred|pending|see)\b/.test(normal);
}

interface Source {
  readonly statements: readonly Statement[];
  readonly doubts: readonly Doubt[];
  readonly isPostOperative: boolean;
}

function sources(extract: NoteExtract): Source[] {
  const post = of(extract, 'postop-diagnosis');
  const pre = of(extract, 'preop-diagnosis');
  const isSame =
    post.length > 0 && post.every(({ normal }) => /^\s*(same|as above|same as (above|pre\w*))/.test(normal));
  return [
    { statements: isSame ? pre : post, doubts: [], isPostOperative: true },
    {
      statements: pre,
      doubts: [{ weight: 0.15, because: 'only the pre-operative diagnosis tells it' }],
      isPostOperative: false,
    },
    {
      statements: of(extract, 'findings'),
      doubts: [{ weight: 0.3, because: 'only the findings tell it' }],
      isPostOperative: false,
    },
    {
      statements: of(extract, 'history').filter(isCurrent),
      doubts: [{ weight: 0.3, because: 'only the indication tells it' }],
      isPostOperative: false,
    },
    {
      statements: of(extract, 'lead').filter(isCurrent),
      doubts: [{ weight: 0.4, because: 'only the opening of the note tells it' }],
      isPostOperative: false,
    },
  ];
}

function of(extract: NoteExtract, section: SectionKind): Statement[] {
  return extract.statements.filter((statement) => statement.section === section);
}

function isCurrent({ state, normal }: Statement): boolean {
  return (
    state !== 'hypothetical' &&
    state !== 'negated' &&
    !/\b(history of|denies|family history|previous|prior)\b/.test(normal.replace(/ +/g, ' '))
  );
}

/** `K80` beside `K80.10` says nothing more. */
function withoutCoarser(found: readonly Found[]): Found[] {
  return found.filter(
    ({ record }) =>
      !found.some((other) => other.record.code !== record.code && other.record.code.startsWith(record.code)),
  );
}

/** At most four diagnoses that justify a line: those its record expects first. */
export function pointersFor(line: ProtoLine, diagnoses: readonly DiagnosisLine[]): DiagnosisCode[] {
  const expected = diagnoses.filter(({ code }) =>
    line.record.dx.expects.some((pattern) => matchesPattern(code, pattern)),
  );
  const chosen = expected.length > 0 ? expected : diagnoses;
  return chosen.slice(0, MOST_POINTERS).map(({ code }) => code);
}

/** `K80.-` stands for every code below K80. */
export function matchesPattern(code: string, pattern: string): boolean {
  return pattern.endsWith('-') ? code.startsWith(pattern.slice(0, -1).replace(/\.$/, '')) : code === pattern;
}
