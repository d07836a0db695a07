import type { MueRow } from '../model/official.ts';

/** Units of one line of a claim. */
export interface UnitLine {
  readonly code: string;
  readonly units: number;
}

/**
 * Units beyond a published limit (NCCI Policy Manual, ch. 1, V): `line` more on one line than MAI 1 lets through;
 * `day` more on all lines together than MAI 2 or 3 lets through; `never` a limit of zero.
 */
export interface OverLimit {
  readonly code: string;
  readonly units: number;
  readonly limit: MueRow;
  readonly kind: 'line' | 'day' | 'never';
}

export function overLimits(lines: readonly UnitLine[], mues: readonly MueRow[]): OverLimit[] {
  return [...Map.groupBy(lines, ({ code }) => code)].flatMap(([code, same]): OverLimit[] => {
    const limit = mues.find((row) => row.code === code);
    if (limit === undefined) return [];
    const counted = same.map(({ units }) => units);
    const units = limit.mai === '1' ? Math.max(...counted) : counted.reduce((sum, each) => sum + each, 0);
    if (units <= limit.units) return [];
    return [{ code, units, limit, kind: limit.units === 0 ? 'never' : limit.mai === '1' ? 'line' : 'day' }];
  });
}

/** What the adjudication indicator makes of too many units, with the publisher's reason where it is known. */
export function overLimitWords({ code, units, limit, kind }: OverLimit): string {
  const reason = limit.rationale === undefined || limit.rationale === '' ? '' : `; reason: ${limit.rationale}`;
  const start = `${code}: ${units} ${units === 1 ? 'unit' : 'units'}`;
  if (kind === 'never') return `${code} has a limit of 0 units (MAI ${limit.mai}): Medicare does not pay it${reason}`;
  if (kind === 'line')
    return `${start} on one line, the limit is ${limit.units} a line (MAI 1): it needs further lines, each with an anatomical modifier, 76, 77 or 59 that is earned${reason}`;
  if (limit.mai === '2') return `${start}, the limit is ${limit.units} a day (MAI 2), absolute${reason}`;
  return `${start}, the limit is ${limit.units} a day (MAI 3): denied at submission, to be won only on appeal with the record${reason}`;
}

/** Codes billed more than once for which no limit is published: some are kept back, so nothing can be said. */
export function unpublishedLimits(lines: readonly UnitLine[], mues: readonly MueRow[]): string[] {
  return [...Map.groupBy(lines, ({ code }) => code)]
    .filter(([code, same]) => same.reduce((sum, { units }) => sum + units, 0) > 1 && !isListed(code, mues))
    .map(([code]) => code);
}

function isListed(code: string, mues: readonly MueRow[]): boolean {
  return mues.some((row) => row.code === code);
}
