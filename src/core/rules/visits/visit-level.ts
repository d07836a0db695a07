import type { ClaimLine, Draft, Finding } from '../../model/draft.ts';
import type { VisitBasis } from '../../model/visit.ts';
import { criticalCareCodes } from '../../visits/critical-care.ts';
import { levelOf } from '../../visits/decision-making.ts';
import { DISCHARGE_MINUTES, DISCHARGE_TABLE, LEVEL_TABLE, rowByLevel, rowByTime } from '../../visits/level-table.ts';
import { visitFamilyOf } from '../../visits/visit-codes.ts';
import { finding, librarySource, type Rule, type RuleContext } from '../rule.ts';
import { visitOf } from './visit-of.ts';

const AUTHORITY = 'CPT E/M guidelines 2021 and 2023, decision making or total time (minutes as of 2024)';

/** The level of an E/M code is one that the note reaches, by two of three elements or by time; none is left unbilled. */
export const visitLevel: Rule = (draft, context) => {
  const visit = draft.lines.some(({ code }) => visitFamilyOf(code) !== undefined) ? visitOf(draft, context) : undefined;
  if (visit === undefined) return { draft, findings: [] };
  return { draft, findings: draft.lines.flatMap((line) => judge(line, draft, visit, context)) };
};

function judge(line: ClaimLine, draft: Draft, visit: VisitBasis, context: RuleContext): Finding[] {
  const family = visitFamilyOf(line.code);
  if (family === 'critical-care') return criticalCare(line, visit, context);
  if (family === 'hospital-discharge' || family === 'nursing-discharge') return discharge(line, visit, context);
  const table = Object.entries(LEVEL_TABLE).find(([kind]) => kind === family)?.[1];
  const at = table?.findIndex(({ code }) => code === line.code) ?? -1;
  if (table === undefined || at < 0 || visit.level === undefined) return [];
  const reached = Math.max(
    indexOf(table, rowByLevel(table, levelOfElements(visit))),
    indexOf(table, rowByTime(table, visit.time)),
  );
  const row = table[reached];
  if (row === undefined || reached === at) return [];
  const proof = visit.elements.map(({ name, level }) => `${name} ${level}`).join(', ');
  const minutes = visit.time === undefined ? '' : `, ${visit.time.minutes} minutes`;
  if (reached < at) {
    return [found('F', line, `${line.code} is above what the note reaches: ${row.code} (${proof}${minutes})`, context)];
  }
  return draft.visit === undefined
    ? [found('W', line, `${line.code} is below what the note reaches: ${row.code} (${proof}${minutes})`, context)]
    : [];
}

function indexOf<T>(rows: readonly T[], row: T | undefined): number {
  return row === undefined ? -1 : rows.indexOf(row);
}

/** By the elements themselves: the reading's own level may rest on time. */
function levelOfElements({ elements, level }: VisitBasis): NonNullable<VisitBasis['level']> {
  const fallback = level ?? 'straightforward';
  return elements.length === 3 ? levelOf(elements) : fallback;
}

function criticalCare(line: ClaimLine, { time, place }: VisitBasis, context: RuleContext): Finding[] {
  const told = place.kind === 'critical-care' ? time : undefined;
  const codes = told === undefined ? undefined : criticalCareCodes(told, context.settings.payer.value);
  const allowed = codes?.find(({ code }) => code === line.code)?.units ?? 0;
  if (line.units <= allowed) return [];
  const text =
    told === undefined
      ? `${line.code} needs the minutes of critical care, at least 30; the note does not tell them`
      : `${line.code} x${line.units} is above ${told.minutes} minutes of critical care: x${allowed}`;
  return [found('F', line, text, context)];
}

function discharge(line: ClaimLine, { time }: VisitBasis, context: RuleContext): Finding[] {
  const isLong = Object.values(DISCHARGE_TABLE).some((codes) => codes.long === line.code);
  const minutes = time === undefined ? 0 : time.minutes + (time.isMore ? 1 : 0);
  if (!isLong || minutes > DISCHARGE_MINUTES) return [];
  return [
    found(
      'F',
      line,
      `${line.code} needs more than ${DISCHARGE_MINUTES} minutes, which the note does not tell`,
      context,
    ),
  ];
}

function found(severity: 'F' | 'W', { code }: ClaimLine, text: string, context: RuleContext): Finding {
  return finding('visit-level', severity, librarySource(context), AUTHORITY, text, [code]);
}
