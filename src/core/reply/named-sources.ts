import { bare } from '../draft/questions.ts';
import { type CasePart, partAt } from '../mail/case-text/case-parts.ts';
import type { Audit, AuditRow } from '../model/audit.ts';
import type { CaseAnswer } from '../model/consultation.ts';
import { oneLine } from './words.ts';

type Sources = (words: string) => string | undefined;

/**
 * In a case of several texts: the answer with the text named behind every quote that stands inside a sentence (of the
 * audit, the claim, the codes not billed, the checks). Wording for a payer keeps its quote as it is; the coder is told
 * where to find it.
 */
export function withNamedSources(answer: CaseAnswer): CaseAnswer {
  const { parts } = answer;
  if (parts === undefined || parts.length === 0) return answer;
  const sources = sourcesOf(answer, parts);
  const named = (text: string) => nameQuotes(text, sources);
  return {
    ...answer,
    lines: answer.lines.map((line) => (line.held === undefined ? line : { ...line, held: named(line.held) })),
    notBilled: answer.notBilled.map((code) => ({ ...code, reason: named(code.reason) })),
    findings: answer.findings.map((finding) => ({ ...finding, text: named(finding.text) })),
    audit: answer.audit && namedAudit(answer.audit, named, sources),
  };
}

function namedAudit(audit: Audit, named: (text: string) => string, sources: Sources): Audit {
  const namedRow = (row: AuditRow) => ({ ...row, why: named(row.why) });
  return {
    lines: audit.lines.map(namedRow),
    diagnoses: audit.diagnoses.map(namedRow),
    denials: audit.denials.map((denial) => {
      const from = new Set(quotesIn(denial.wording ?? '').flatMap((words) => sources(words) ?? []));
      const where = from.size === 0 ? '' : `; quoted from ${[...from].join(' and ')}`;
      return { ...denial, text: `${named(denial.text)}${where}` };
    }),
  };
}

const QUOTED = /"([^"]{3,1000})"/g;

function nameQuotes(text: string, sources: Sources): string {
  return text.replace(QUOTED, (quoted: string, words: string) => {
    const name = sources(words);
    return name === undefined ? quoted : `${quoted} (${name})`;
  });
}

function quotesIn(text: string): readonly string[] {
  return [...text.matchAll(QUOTED)].flatMap(([, words]) => words ?? []);
}

/** By the evidence of the whole answer: sentences quote it without its number and its full stop. */
function sourcesOf(answer: CaseAnswer, parts: readonly CasePart[]): Sources {
  const rows = [...(answer.audit?.lines ?? []), ...(answer.audit?.diagnoses ?? [])];
  const evidence = [...answer.lines, ...answer.diagnoses, ...answer.notBilled, ...rows].flatMap(
    (told) => told.evidence,
  );
  const names = new Map(evidence.map(({ quote, start }) => [bare(oneLine(quote)), partAt(parts, start)]));
  return (words) => names.get(bare(oneLine(words)));
}
