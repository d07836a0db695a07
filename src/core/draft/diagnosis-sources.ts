import type { NoteExtract, SectionKind, Statement } from '../extract/note-extract.ts';
import type { VisitStatements } from '../visits/assessed.ts';
import type { Doubt } from './proto-line.ts';

/** A part of the note that diagnoses are read from, and what is doubtful of all of them. */
export interface DiagnosisSource {
  readonly statements: readonly Statement[];
  readonly doubts: readonly Doubt[];
  readonly isPostOperative: boolean;
}

/** The problems of the assessment are the diagnoses of a visit (ICD-10-CM Guidelines, Section IV.F, G, J). */
export function visitSource({ statements, because }: VisitStatements): DiagnosisSource {
  const doubts = because === undefined ? [] : [{ weight: WEAK, because }];
  return { statements: statements.filter(isCurrent), doubts, isPostOperative: false };
}

/** Where an operative note tells its diagnoses, the firmest part first. */
export function sourcesOf(extract: NoteExtract): DiagnosisSource[] {
  const isTold = of(extract, 'postop-diagnosis').length > 0;
  const pre = of(extract, 'preop-diagnosis').filter(isNamed);
  return [
    { statements: isTold ? extract.diagnoses.filter(isNamed) : [], doubts: [], isPostOperative: true },
    lesser(pre, FAIR, 'only the pre-operative diagnosis tells it'),
    lesser(of(extract, 'findings').filter(isAbnormal), WEAK, 'only the findings tell it'),
    lesser(of(extract, 'history').filter(isCurrent), WEAK, 'only the indication tells it'),
    lesser(of(extract, 'lead').filter(isCurrent), WEAKEST, 'only the opening of the note tells it'),
    lesser(extract.titles, WEAKEST, 'only the title of the operation tells it'),
  ];
}

const FAIR = 0.23;
const WEAK = 0.38;
const WEAKEST = 0.48;

function lesser(statements: readonly Statement[], weight: number, because: string): DiagnosisSource {
  return { statements, doubts: [{ weight, because }], isPostOperative: false };
}

function of(extract: NoteExtract, section: SectionKind): Statement[] {
  return extract.statements.filter((statement) => statement.section === section);
}

/** How a sentence under the heading tells what was done, or what comes next, and names no disease. */
const TOLD =
  /\b(not shown|will (need|require)|(was|were) (placed|removed|performed|opened|reopened))\b|^(we|he|she|they|drain placed)\b|^((final|frozen|permanent) )?(patholog\w*|cultures?|biops(y|ies)) pending\b/;

function isNamed({ normal }: Statement): boolean {
  return !TOLD.test(normal.replace(/ +/g, ' ').trim().replace(/^\d+ /, ''));
}

function isCurrent({ state, normal }: Statement): boolean {
  return (
    state !== 'hypothetical' &&
    state !== 'negated' &&
    !/\b(history of|denies|family history|previous|prior)\b/.test(normal.replace(/ +/g, ' '))
  );
}

function isAbnormal({ normal }: Statement): boolean {
  return !/\b(normal|intact|unremarkable|preserved|healthy|no +evidence)\b/.test(normal);
}
