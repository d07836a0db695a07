import { SEPARATE_MODIFIERS } from '../../check/associated-modifiers.ts';
import { PTP_AUTHORITY, pairAuthority } from '../../check/pair-reasons.ts';
import { activePairs, pairsAmong, youngCodes } from '../../check/pairs.ts';
import { isDrugCode } from '../../drugs/drug-code.ts';
import type { ClaimLine, Draft, Finding, Question, Rubric } from '../../model/draft.ts';
import type { PtpRow } from '../../model/official.ts';
import { finding, type Rule, type RuleContext, type Source, sourceOf, withoutLines, withQuestions } from '../rule.ts';
import { judgePair, type PairRuling, SEPARATE_AUTHORITY } from './judge-pair.ts';

/** NCCI pairs over the whole claim, both orders: column 2 falls, stands by its modifiers, earns one, or waits for an answer. */
export const ptpPairs: Rule = (draft, context) => {
  const source = sourceOf('ptp', context);
  const codes = [...new Set(draft.lines.map(({ code }) => code))].filter((code) => !isDrugCode(code, context.library));
  const count = pairsAmong(codes.length);
  if (count === 0) return { draft, findings: [] };
  if (source.state === 'not-checked') {
    const text = `${count} pair(s) not checked: no NCCI edition is loaded`;
    return { draft, findings: [finding('ptp', 'I', source, PTP_AUTHORITY, text)] };
  }
  const work = resolve(draft, context, source);
  const kept = withoutLines({ ...draft, lines: work.lines }, work.dropped);
  const left = new Set<string>(kept.lines.map(({ code }) => code));
  const rubrics = work.rubrics.filter(({ code, verdict }) => verdict === 'not earned' || left.has(code));
  const questions = work.questions.filter(({ holds }) => holds.some((code) => left.has(code)));
  const ruled = withQuestions({ ...kept, rubrics: [...kept.rubrics, ...rubrics] }, questions);
  const young = youngCodes(codes, context.official, context.settings.dateOfService.value);
  return { draft: ruled, findings: [...work.findings, ...overview(codes.length, young, work, source)] };
};

interface Work {
  readonly lines: ClaimLine[];
  /** Places of lines that wait for an answer. */
  readonly waiting: Set<number>;
  readonly dropped: { readonly line: ClaimLine; readonly reason: string }[];
  readonly findings: Finding[];
  readonly questions: Question[];
  readonly rubrics: Rubric[];
}

function resolve(draft: Draft, context: RuleContext, source: Source): Work {
  const work: Work = {
    lines: [...draft.lines],
    waiting: new Set(),
    dropped: [],
    findings: [],
    questions: [],
    rubrics: [],
  };
  const billed = draft.lines.map(({ code }) => code);
  const edits = wholeFirst(activePairs(billed, context.official, context.settings.dateOfService.value));
  const parts = new Set(edits.map(({ column2 }) => column2));
  for (const edit of edits) {
    for (const at of work.lines.keys()) {
      for (const beside of work.lines.keys()) {
        const [second, first] = [work.lines[at], work.lines[beside]];
        if (first?.code !== edit.column1 || second?.code !== edit.column2) continue;
        if (isDropped(first, work) || isDropped(second, work)) continue;
        const ruling = judgePair({ edit, first, second }, draft, context);
        enter(ruling, edit, second, at, work, source);
        // Drafted on column 1, which is part of nothing, it has gone to column 2.
        if (ruling.kind === 'separate' && !parts.has(first.code)) {
          const modifiers = first.modifiers.filter((modifier) => !SEPARATE_MODIFIERS.has(modifier));
          work.lines[beside] = { ...first, modifiers };
        }
      }
    }
  }
  return work;
}

/** What no modifier opens goes first; a column 1 that is itself part of something larger is judged after it. */
function wholeFirst(edits: readonly PtpRow[]): PtpRow[] {
  const parts = (code: string): number => edits.filter(({ column2 }) => column2 === code).length;
  return edits.toSorted(
    (one, other) => Number(one.indicator) - Number(other.indicator) || parts(one.column1) - parts(other.column1),
  );
}

function isDropped(line: ClaimLine, { dropped }: Work): boolean {
  return dropped.some((each) => each.line === line);
}

function enter(ruling: PairRuling, edit: PtpRow, second: ClaimLine, at: number, work: Work, source: Source): void {
  const { column1, column2 } = edit;
  const tell = (severity: Finding['severity'], text: string, authority = pairAuthority(edit)) =>
    work.findings.push(finding('ptp', severity, source, authority, text, [column1, column2]));
  if (ruling.rubric !== undefined) work.rubrics.push(ruling.rubric);
  switch (ruling.kind) {
    case 'stands':
      return;
    case 'falls':
      work.dropped.push({ line: second, reason: ruling.reason });
      tell('F', `${column2} falls beside ${column1}: ${ruling.reason}`);
      return;
    case 'waits':
      work.waiting.add(at);
      work.lines[at] = { ...second, modifiers: ruling.modifiers, held: second.held ?? ruling.reason };
      if (ruling.question !== undefined) work.questions.push(ruling.question);
      tell('Q', `${column2} beside ${column1}: ${ruling.reason}`);
      return;
    case 'separate':
      if (work.waiting.has(at)) return;
      work.lines[at] = { ...second, modifiers: ruling.modifiers };
      // An earned modifier is told with its criterion; only another one than was billed needs a word here.
      if (ruling.isChanged)
        tell('W', `${column2} beside ${column1} takes ${ruling.modifier}: ${ruling.reason}`, SEPARATE_AUTHORITY);
  }
}

/** What was clear, in one line, and which pairs no edition could check. */
function overview(codes: number, young: readonly string[], { findings }: Work, source: Source): Finding[] {
  const checked = pairsAmong(codes - young.length);
  const told: Finding[] = [];
  if (findings.length === 0 && checked > 0)
    told.push(
      finding('ptp', 'I', source, PTP_AUTHORITY, `${checked} pair(s) without an edit that stands against them`),
    );
  if (young.length > 0) {
    const text = `${pairsAmong(codes) - checked} pair(s) not checked: ${young.join(', ')} may be younger than ${source.edition}`;
    told.push(finding('ptp', 'I', { ...source, state: 'not-checked' }, PTP_AUTHORITY, text, young));
  }
  return told;
}
