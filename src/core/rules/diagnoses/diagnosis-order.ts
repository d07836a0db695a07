import type { DiagnosisCode } from '../../model/code.ts';
import type { DiagnosisLine, Draft, Finding } from '../../model/draft.ts';
import { finding, mapLines, type Rule, type RuleContext, sourceOf } from '../rule.ts';
import { orderFile, titleOf } from './diagnosis-rows.ts';
import { namesCodes, notesOver, refersTo } from './tabular-notes.ts';

const AUTHORITY = 'ICD-10-CM Guidelines I.A.13';
const MANIFESTATION =
  /\bin (other )?(specified )?(diseases?|conditions|disorders|infectious .*|parasitic .*) classified elsewhere/i;
/** A note that holds only where the condition is there. */
const IF_THERE = /\b(any|if applicable|if known|where applicable|if present|such as|associated)\b/i;

/**
 * Etiology before manifestation: "code first" and "use additional code" fix the order of two codes of the claim, and a
 * manifestation never stands without what it is a manifestation of.
 */
export const diagnosisOrder: Rule = (draft, context) => {
  const findings: Finding[] = [];
  const source = sourceOf('icd10cm-tabular', context);
  let ruled = draft;
  for (const { code } of draft.diagnoses) {
    const before = ruled.diagnoses.find(
      (other) => other.code !== code && comesFirst(other.code, code, context) && !comesFirst(code, other.code, context),
    );
    if (before === undefined || placeOf(before.code, ruled) < placeOf(code, ruled)) continue;
    ruled = moved(ruled, before.code, code);
    const text = `${before.code} goes before ${code}: the tabular list orders them so`;
    findings.push(finding('dx-order', 'W', source, AUTHORITY, text, [before.code, code]));
  }
  return { draft: ruled, findings: [...findings, ...orphans(ruled, context)] };
};

/** Whether a note of the tabular list puts `first` before `second`. */
function comesFirst(first: string, second: string, { official }: RuleContext): boolean {
  const isNamed = notesOver(second, ['code-first'], official).some(({ text }) => refersTo(text, first));
  return isNamed || notesOver(first, ['use-additional'], official).some(({ text }) => refersTo(text, second));
}

function placeOf(code: string, { diagnoses }: Draft): number {
  return diagnoses.findIndex((line) => line.code === code);
}

/** Puts `first` right before `second`, in the list and in the pointers of each line. */
function moved(draft: Draft, first: DiagnosisCode, second: DiagnosisCode): Draft {
  const codes = before(
    draft.diagnoses.map(({ code }) => code),
    first,
    second,
  );
  const diagnoses = codes.flatMap((code) => draft.diagnoses.find((line) => line.code === code) ?? []);
  return mapLines({ ...draft, diagnoses }, (line) => ({ ...line, dx: before(line.dx, first, second) }));
}

function before(codes: readonly DiagnosisCode[], first: DiagnosisCode, second: DiagnosisCode): DiagnosisCode[] {
  const [from, to] = [codes.indexOf(first), codes.indexOf(second)];
  if (from < to || to < 0) return [...codes];
  const rest = codes.filter((code) => code !== first);
  return [...rest.slice(0, to), first, ...rest.slice(to)];
}

/** Manifestations whose etiology is not on the claim. */
function orphans({ diagnoses }: Draft, context: RuleContext): Finding[] {
  return diagnoses
    .filter((line) => isOrphan(line, diagnoses, context))
    .map(({ code }) => {
      const source = orderFile(context);
      const text = `${code} is a manifestation: code the underlying disease first, which the claim does not have`;
      return finding('dx-order', source.state === 'checked' ? 'F' : 'W', source, AUTHORITY, text, [code]);
    });
}

function isOrphan({ code }: DiagnosisLine, diagnoses: readonly DiagnosisLine[], context: RuleContext): boolean {
  if (!MANIFESTATION.test(titleOf(code, context))) return false;
  const notes = notesOver(code, ['code-first'], context.official);
  const named = notes.filter(({ text }) => namesCodes(text));
  const others = diagnoses.filter((other) => other.code !== code);
  // "Underlying disease, such as:" names examples only: any disease may be it.
  if (named.length === 0 || notes.some(({ text }) => IF_THERE.test(text))) return others.length === 0;
  return !others.some((other) => named.some(({ text }) => refersTo(text, other.code)));
}
