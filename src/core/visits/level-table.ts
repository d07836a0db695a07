import { LEVELS, type Level, type VisitKind, type VisitTime } from '../model/visit.ts';

/** One code of a kind of visit: the decision making it needs, or the minutes that reach it as well. */
export interface LevelRow {
  readonly code: string;
  readonly level: Level;
  /** Undefined where time never decides (emergency). */
  readonly minutes: number | undefined;
}

function rows(codes: readonly string[], levels: readonly Level[], minutes?: readonly number[]): readonly LevelRow[] {
  return codes.map((code, at) => ({ code, level: levels[at] ?? 'high', minutes: minutes?.[at] }));
}

const THREE: readonly Level[] = ['low', 'moderate', 'high'];

/**
 * Codes by kind, lowest first, with the least total minutes on the date (met or exceeded). CPT E/M guidelines 2021
 * (office) and 2023 (elsewhere), minutes as of 2024. A kind with three rows takes simple decisions in its lowest.
 */
export const LEVEL_TABLE: Readonly<Partial<Record<VisitKind, readonly LevelRow[]>>> = {
  'office-new': rows(['99202', '99203', '99204', '99205'], LEVELS, [15, 30, 45, 60]),
  'office-established': rows(['99212', '99213', '99214', '99215'], LEVELS, [10, 20, 30, 40]),
  'hospital-initial': rows(['99221', '99222', '99223'], THREE, [40, 55, 75]),
  'hospital-subsequent': rows(['99231', '99232', '99233'], THREE, [25, 35, 50]),
  'hospital-same-day': rows(['99234', '99235', '99236'], THREE, [45, 70, 85]),
  emergency: rows(['99282', '99283', '99284', '99285'], LEVELS),
  'consult-office': rows(['99242', '99243', '99244', '99245'], LEVELS, [20, 30, 40, 55]),
  'consult-hospital': rows(['99252', '99253', '99254', '99255'], LEVELS, [35, 45, 60, 80]),
  'nursing-initial': rows(['99304', '99305', '99306'], THREE, [25, 35, 50]),
  'nursing-subsequent': rows(['99307', '99308', '99309', '99310'], LEVELS, [10, 20, 30, 45]),
  'home-new': rows(['99341', '99342', '99344', '99345'], LEVELS, [15, 30, 60, 75]),
  'home-established': rows(['99347', '99348', '99349', '99350'], LEVELS, [20, 30, 40, 60]),
};

/** Discharge days know time only: up to half an hour, or more than that. */
export const DISCHARGE_TABLE: Readonly<Partial<Record<VisitKind, { readonly short: string; readonly long: string }>>> =
  {
    'hospital-discharge': { short: '99238', long: '99239' },
    'nursing-discharge': { short: '99315', long: '99316' },
  };

export const DISCHARGE_MINUTES = 30;

/** How high a level stands, from 0. */
export function rankOf(level: Level): number {
  return LEVELS.indexOf(level);
}

/** The row that decision making of this level reaches. */
export function rowByLevel(table: readonly LevelRow[], level: Level): LevelRow | undefined {
  return table.findLast((row) => rankOf(row.level) <= rankOf(level)) ?? table[0];
}

/** The row that the minutes reach, undefined below the lowest. */
export function rowByTime(table: readonly LevelRow[], time: VisitTime | undefined): LevelRow | undefined {
  if (time === undefined) return undefined;
  return table.findLast(({ minutes }) => minutes !== undefined && minutes <= time.minutes);
}
