import { ONLY_BY_MAIL } from '../draft/diagnoses.ts';
import { shareOfWords } from '../draft/written-codes.ts';
import type { AuditRow } from '../model/audit.ts';
import type { DiagnosisLine } from '../model/draft.ts';
import type { Bench } from './bench.ts';

const CATEGORY_LENGTH = 3;
/** From this share of its words on a diagnosis may well be meant. */
const NEAR = 0.5;
const UNSPECIFIED = /\b(?:unspecified|not otherwise specified|without mention)\b/i;

/** Billed ICD-10-CM codes against those of the note; nothing when the sender billed none. */
export function auditDiagnoses(bench: Bench): AuditRow[] {
  const { billed, claim } = bench;
  if (billed.diagnoses.length === 0) return [];
  const ours = new Map(claim.diagnoses.map((line) => [line.code as string, line]));
  const free = claim.diagnoses.filter(({ code }) => !billed.diagnoses.includes(code));
  const rows = billed.diagnoses.map((code): AuditRow => {
    const own = ours.get(code);
    if (own?.confidence.because === ONLY_BY_MAIL)
      return rowOf('open', code, own, 'the note does not tell it; only your mail does');
    if (own !== undefined) return rowOf('confirmed', code, own, '');
    const at = free.findIndex((line) => line.code.slice(0, CATEGORY_LENGTH) === code.slice(0, CATEGORY_LENGTH));
    const [near] = at < 0 ? [] : free.splice(at, 1);
    return near === undefined ? unsupported(code, bench) : another(code, near, bench);
  });
  return [...rows, ...free.map((line) => rowOf('missing', undefined, line, `the note states it: ${line.title}`))];
}

function rowOf(
  outcome: AuditRow['outcome'],
  code: string | undefined,
  own: DiagnosisLine | undefined,
  why: string,
): AuditRow {
  const line = (each: string) => ({ code: each, modifiers: [], units: 1 });
  return {
    outcome,
    billed: code === undefined ? [] : [line(code)],
    supported: own === undefined ? [] : [line(own.code)],
    why,
    evidence: own?.evidence.slice(0, 1) ?? [],
  };
}

/** The same category told otherwise: less exactly than the note, more exactly, or simply different. */
function another(code: string, own: DiagnosisLine, bench: Bench): AuditRow {
  const title = titleOf(code, bench);
  const says = `the note says: ${own.title}`;
  if (own.code.startsWith(code))
    return rowOf('under', code, own, `${code} is a category and needs more characters; ${says}`);
  if (title === undefined) return rowOf('unsupported', code, own, says);
  const [isVague, isOursVague] = [UNSPECIFIED.test(title), UNSPECIFIED.test(own.title)];
  if (isVague && !isOursVague) return rowOf('under', code, own, `less exact than the note, which says: ${own.title}`);
  if (!isVague && isOursVague)
    return rowOf('over', code, own, `more exact than the note, which does not tell "${title}"`);
  return rowOf('unsupported', code, own, `${says}; it does not say "${title}"`);
}

function unsupported(code: string, bench: Bench): AuditRow {
  const found = bench.findings.find(({ severity, codes }) => severity === 'F' && codes.includes(code));
  const title = titleOf(code, bench);
  if (title === undefined) {
    return rowOf(
      'open',
      code,
      undefined,
      found?.text ?? `${code} is not in our library, so the note was not held against it`,
    );
  }
  const isNear = bench.context.extract.diagnoses.some(({ normal }) => shareOfWords(title, normal) >= NEAR);
  return isNear
    ? rowOf(
        'open',
        code,
        undefined,
        `most words of "${title}" stand in the diagnosis, but not all it needs; a coder should look`,
      )
    : rowOf('unsupported', code, undefined, `the note does not state it as a diagnosis: ${title}`);
}

function titleOf(code: string, { context }: Bench): string | undefined {
  return (
    context.library.findDiagnosis(code)?.title ?? context.official.diagnoses?.find((row) => row.code === code)?.title
  );
}
