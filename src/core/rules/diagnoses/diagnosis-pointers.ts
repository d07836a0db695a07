import { MOST_DIAGNOSES } from '../../draft/diagnoses.ts';
import { isOtherSide, sideOfModifiers, sideOfTitle } from '../../draft/diagnosis-side.ts';
import { MOST_POINTERS, pointersFor } from '../../draft/pointers.ts';
import type { DiagnosisCode } from '../../model/code.ts';
import type { ClaimLine, Draft, Finding } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext } from '../rule.ts';
import { titleOf } from './diagnosis-rows.ts';

const AUTHORITY = 'CMS Claims Processing Manual ch. 26 section 10.4, items 21 and 24E';
/** Fewer say nothing of a habit. */
const LEAST_OF_ALL = 3;

/** At most twelve diagnoses, four pointers a line, each of them on the claim, of the right side, and for that line. */
export const diagnosisPointers: Rule = (draft, context) => {
  const source = librarySource(context);
  const findings: Finding[] = [];
  const tell = (text: string, codes: readonly string[]) =>
    findings.push(finding('dx-pointers', 'W', source, AUTHORITY, text, codes));
  const surplus = draft.diagnoses.slice(MOST_DIAGNOSES).map(({ code }) => code);
  if (surplus.length > 0) tell(`a claim holds twelve diagnoses: ${surplus.join(', ')} left off`, surplus);
  const short = { ...draft, diagnoses: draft.diagnoses.slice(0, MOST_DIAGNOSES) };
  const byReflex = pointsAllAtAll(short);
  const justified = pointersFor(short.lines, short.diagnoses, context.library);
  const lines = short.lines.map((line, at) => {
    const kept = line.dx.filter((code) => short.diagnoses.some((each) => each.code === code));
    const chosen = justified[at] ?? [];
    if (kept.length === 0 || byReflex) return { ...line, dx: chosen };
    if (kept.length > MOST_POINTERS) tell(`${line.code}: a line holds four pointers, the first four stay`, [line.code]);
    return { ...line, dx: ofItsSide(line, kept, context).slice(0, MOST_POINTERS) };
  });
  if (byReflex && lines.some((line, at) => line.dx.length < (short.lines[at]?.dx.length ?? 0))) {
    tell('every line pointed to every diagnosis: each now points to what it was done for', []);
  }
  return { draft: { ...short, lines }, findings };
};

function pointsAllAtAll({ lines, diagnoses }: Draft): boolean {
  const most = Math.min(diagnoses.length, MOST_POINTERS);
  return lines.length > 1 && most >= LEAST_OF_ALL && lines.every(({ dx }) => new Set(dx).size >= most);
}

/** Without the diagnoses of the other side, while one is left. */
function ofItsSide(
  { modifiers }: ClaimLine,
  codes: readonly DiagnosisCode[],
  context: RuleContext,
): readonly DiagnosisCode[] {
  const side = sideOfModifiers(modifiers);
  const own = codes.filter((code) => !isOtherSide(sideOfTitle(titleOf(code, context)), side));
  return own.length > 0 ? own : codes;
}
