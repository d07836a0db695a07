import type { ClaimLine, DiagnosisLine, Draft, Finding } from '../model/draft.ts';
import type { Ruling } from './rule.ts';

/**
 * What a rule calls a failure and leaves as it was waits: its lines, or the lines that point to its diagnosis, are held
 * for the reason it gives. A rule that mends, drops or holds by itself has settled it.
 */
export function holdUnsettled(before: Draft, { draft, findings }: Ruling): Draft {
  const open = findings.filter((finding) => finding.severity === 'F' && !isSettled(finding, before, draft));
  if (open.length === 0) return draft;
  const lines = draft.lines.map((line) => {
    const reason = open.find(({ codes }) => codes.includes(line.code) || line.dx.some((code) => codes.includes(code)));
    return reason === undefined || line.held !== undefined ? line : { ...line, held: reason.text };
  });
  return { ...draft, lines };
}

/** Something of what the finding names is no longer as it was. */
function isSettled({ codes }: Finding, before: Draft, after: Draft): boolean {
  return codes.length === 0 || told(codes, before) !== told(codes, after);
}

function told(codes: readonly string[], { lines, diagnoses }: Draft): string {
  const own = lines.filter(({ code, dx }) => codes.includes(code) || dx.some((each) => codes.includes(each)));
  return [...own.map(lineWords), ...diagnoses.filter(({ code }) => codes.includes(code)).map(diagnosisWords)].join(' ');
}

function lineWords({ code, modifiers, units, dx, held }: ClaimLine): string {
  return [code, ...modifiers, units, ...dx, held ?? ''].join();
}

function diagnosisWords({ code }: DiagnosisLine): string {
  return code;
}
