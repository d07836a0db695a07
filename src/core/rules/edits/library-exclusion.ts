import { isMonitoringLine } from '../../anesthesia/anesthesia-codes.ts';
import { activePairs } from '../../check/pairs.ts';
import type { ClaimLine } from '../../model/draft.ts';
import { partOf } from '../../retrieve/alone.ts';
import { finding, librarySource, type Rule, type RuleContext, withoutLines } from '../rule.ts';
import { isAnotherPlace } from './places.ts';
import { readSeparation } from './separate.ts';

/** Codes the library never bills beside another: always, or on the same target. */
export const libraryExclusion: Rule = (draft, context) => {
  const dropped = draft.lines.flatMap((line) => {
    const why = exclusionOf(line, draft.lines, context);
    return why === undefined ? [] : [{ line, reason: why }];
  });
  return {
    draft: withoutLines(draft, dropped),
    findings: dropped.map(({ line, reason }) =>
      finding('library-exclusion', 'F', librarySource(context), 'code library', `${line.code} left out: ${reason}`, [
        line.code,
      ]),
    ),
  };
};

function exclusionOf(line: ClaimLine, lines: readonly ClaimLine[], context: RuleContext): string | undefined {
  // To an anesthetist the lines he watches by are work of their own (NCCI Policy Manual, ch. 2, B).
  if (context.settings.role.value === 'anesthesia' && isMonitoringLine(line.code)) return undefined;
  for (const other of lines) {
    if (other === line) continue;
    const rule = excludes(line, other, context) === undefined ? excludes(other, line, context) : undefined;
    const whole = rule ?? partOfLine(line, other, context);
    if (whole !== undefined) return `${whole.why} (${whole.authority}, beside ${other.code})`;
  }
  return undefined;
}

function excludes(
  one: ClaimLine,
  other: ClaimLine,
  context: RuleContext,
): { why: string; authority: string } | undefined {
  const record = context.library.find(one.code);
  if (record === undefined) return undefined;
  const family = context.library.families.get(record.family);
  return [...record.never, ...(family?.never ?? [])].find(
    ({ code, when }) => code === other.code && (when === 'always' || isSameTarget(one, other, context)),
  );
}

/** What the note leaves open is asked where an edit joins the two; else it is the same target. */
function isSameTarget(one: ClaimLine, other: ClaimLine, context: RuleContext): boolean {
  if (isAnotherPlace(one, other)) return false;
  const { state } = readSeparation(one, other, context);
  if (state !== 'not documented') return state === 'not met';
  const day = context.settings.dateOfService.value;
  return !activePairs([one.code, other.code], context.official, day).some(
    ({ column1, column2, indicator }) => indicator === '1' && column1 === one.code && column2 === other.code,
  );
}

function partOfLine(line: ClaimLine, other: ClaimLine, { library }: RuleContext): ReturnType<typeof partOf> {
  const [own, whole] = [line, other].map(({ code }) => {
    const record = library.find(code);
    const family = record === undefined ? undefined : library.families.get(record.family);
    return record === undefined || family === undefined ? undefined : { record, family };
  });
  return own === undefined || whole === undefined ? undefined : partOf(own, whole);
}
