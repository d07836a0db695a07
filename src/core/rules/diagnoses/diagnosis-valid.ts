import { isDiagnosisCode } from '../../model/code.ts';
import type { DiagnosisLine, Draft, Finding, Question } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext, type Source, withQuestions } from '../rule.ts';
import { billableUnder, type KnownDiagnosis, orderFile, recode, rowOf, withoutDiagnoses } from './diagnosis-rows.ts';

const AUTHORITY = 'ICD-10-CM order file';
/** More than these are no choice, but a chapter to read. */
const MOST_OFFERED = 8;

/** What became of one code on the day of service. */
type Verdict =
  | { readonly is: 'billable' }
  | { readonly is: 'mended' | 'younger'; readonly to: KnownDiagnosis; readonly why: string }
  | { readonly is: 'wrong'; readonly why: string; readonly offered: readonly KnownDiagnosis[] };

/**
 * Every diagnosis exists and is complete on the date of service, by the order file of its fiscal year. What is certain is
 * mended (a missing placeholder, a code younger than the day), what is not becomes a question.
 */
export const diagnosisValid: Rule = (draft, context) => {
  const source = orderFile(context);
  if (draft.diagnoses.length === 0) return { draft, findings: [] };
  if (source.state === 'not-checked') return byLibrary(draft, context, source);
  const findings: Finding[] = [];
  const questions: Question[] = [];
  const gone = new Set<string>();
  let ruled = draft;
  for (const line of draft.diagnoses) {
    const verdict = judge(line.code, context);
    if (verdict.is === 'billable') continue;
    if (verdict.is !== 'wrong') {
      ruled = recode(ruled, line.code, verdict.to);
      const severity = verdict.is === 'younger' ? 'I' : 'W';
      findings.push(finding('dx-valid', severity, source, AUTHORITY, verdict.why, [line.code, verdict.to.code]));
      continue;
    }
    const isCertain = source.state === 'checked';
    findings.push(finding('dx-valid', isCertain ? 'F' : 'W', source, AUTHORITY, verdict.why, [line.code]));
    if (isCertain) gone.add(line.code);
    questions.push(...kindQuestion(line, verdict.offered));
  }
  ruled = withQuestions(withoutDiagnoses(ruled, gone), questions);
  if (findings.length === 0) {
    const count = `${draft.diagnoses.length} ${draft.diagnoses.length === 1 ? 'diagnosis' : 'diagnoses'}`;
    findings.push(finding('dx-valid', 'I', source, AUTHORITY, `${count} valid and complete`));
  }
  return { draft: titled(ruled, context), findings };
};

function judge(code: string, context: RuleContext): Verdict {
  const row = rowOf(code, context);
  if (row?.isBillable === true) return { is: 'billable' };
  // Rows were fetched before the rules ran: a code without its category there was never asked for.
  const wasAsked = rowOf(code.slice(0, 3), context) !== undefined;
  if (!wasAsked && context.library.findDiagnosis(code)?.billable === true) return { is: 'billable' };
  const [below, ...others] = billableUnder(code, context);
  if (below !== undefined && others.length === 0) {
    return { is: 'mended', to: below, why: `${code} is billed as ${below.code}, the only code under it` };
  }
  if (below !== undefined) {
    return { is: 'wrong', why: `${code} ${lacks([below, ...others])}`, offered: [below, ...others] };
  }
  const placed = billableUnder(code.slice(0, 3), context).find((other) => bare(other.code) === bare(code));
  if (placed !== undefined) {
    return { is: 'mended', to: placed, why: `${code} lacks its placeholder X and became ${placed.code}` };
  }
  const wider = shortened(code, context);
  if (wider !== undefined) {
    return { is: 'younger', to: wider, why: `${wider.code} is valid on the day, and ${code} is not yet a code` };
  }
  return { is: 'wrong', why: `${code} is no code on the date of service`, offered: [] };
}

/** What a category lacks, with the codes that have it when they are few. */
function lacks(below: readonly KnownDiagnosis[]): string {
  const isSeventh = below.every((other) => other.code.length === 8);
  const missing = isSeventh ? 'lacks its 7th character' : 'is a category and needs more characters';
  const few = below.length <= MOST_OFFERED ? below : [];
  return few.length === 0 ? missing : `${missing}: ${few.map((other) => other.code).join(', ')}`;
}

/** The placeholder fills places only, so that the 7th character stands seventh (Guidelines I.A.4). */
function bare(code: string): string {
  return code.replaceAll('X', '').replace('.', '');
}

/** A code younger than the day says more than the one that was billed then. */
function shortened(code: string, context: RuleContext): KnownDiagnosis | undefined {
  for (let length = code.length - 1; length >= 3; length -= 1) {
    const row = rowOf(code.slice(0, length), context);
    if (row !== undefined && isDiagnosisCode(row.code)) return row.isBillable ? { ...row, code: row.code } : undefined;
  }
  return undefined;
}

/** The surgeon knows which kind it is: official titles as they stand, the codes for the coder. */
function kindQuestion({ code, evidence: [quote] }: DiagnosisLine, offered: readonly KnownDiagnosis[]): Question[] {
  if (quote === undefined || offered.length === 0 || offered.length > MOST_OFFERED) return [];
  return [
    {
      id: `diagnosis.kind.${code}`,
      to: 'surgeon',
      quote,
      text: 'Please tell the kind of this diagnosis.',
      options: [...offered.map(({ title }) => title), 'other / cannot be determined'],
      ifThen: offered.map((one) => `${one.title}: ${one.code}`).join('; '),
      holds: [],
    },
  ];
}

/** Official titles for what our library does not know. */
function titled(draft: Draft, context: RuleContext): Draft {
  const diagnoses = draft.diagnoses.map((line) => {
    if (context.library.findDiagnosis(line.code) !== undefined) return line;
    return { ...line, title: rowOf(line.code, context)?.title ?? line.title };
  });
  return { ...draft, diagnoses };
}

/** Without an order file: what our library knows as a category is wrong, what it does not know was not checked. */
function byLibrary(draft: Draft, context: RuleContext, source: Source): ReturnType<Rule> {
  const known = (code: string) => context.library.findDiagnosis(code);
  const wrong = draft.diagnoses.filter(({ code }) => !isDiagnosisCode(code) || known(code)?.billable === false);
  const unknown = draft.diagnoses.filter((line) => !wrong.includes(line) && known(line.code) === undefined);
  const open = unknown.length === 0 ? '' : `; ${unknown.map(({ code }) => code).join(', ')} not in our starter list`;
  return {
    draft: withoutDiagnoses(draft, new Set(wrong.map(({ code }) => code))),
    findings: [
      ...wrong.map(({ code }) =>
        finding('dx-valid', 'F', librarySource(context), AUTHORITY, `${code} is not a billable diagnosis`, [code]),
      ),
      finding(
        'dx-valid',
        'I',
        source,
        AUTHORITY,
        `diagnoses not checked for the date of service: no ICD-10-CM order file is loaded${open}`,
        unknown.map(({ code }) => code),
      ),
    ],
  };
}
