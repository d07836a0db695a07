/** Minutes of one time unit (Medicare Claims Processing Manual, chapter 12, section 50 G). */
const MINUTES_A_UNIT = 15;

/** What the payer multiplies with its conversion factor; the claim itself carries the minutes. */
export interface AnesthesiaUnits {
  readonly base: number;
  readonly minutes: number;
  /** To one decimal. */
  readonly time: number;
  readonly status: number;
  readonly total: number;
}

export function unitsOfAnesthesia(base: number, minutes: number, status: number): AnesthesiaUnits {
  const time = Math.round((minutes * 10) / MINUTES_A_UNIT) / 10;
  return { base, minutes, time, status, total: Math.round((base + time + status) * 10) / 10 };
}

/** `7 base + 102 min / 15 = 6.8 time = 13.8 units`. */
export function formulaOf({ base, minutes, time, status, total }: AnesthesiaUnits): string {
  const extra = status === 0 ? '' : ` + ${status} physical status`;
  return `${base} base + ${minutes} min / ${MINUTES_A_UNIT} = ${time.toFixed(1)} time${extra}: ${total.toFixed(1)} units`;
}
