/** Status indicators of the Medicare physician fee schedule, in words. */
export const FEE_STATUS: Readonly<Record<string, string>> = {
  A: 'active',
  B: 'bundled by Medicare into other services',
  C: 'priced by the contractor',
  E: 'excluded from the fee schedule by regulation',
  I: 'not valid for Medicare, another code is used',
  J: 'anesthesia service',
  M: 'measurement code, not paid',
  N: 'not covered by Medicare',
  P: 'bundled or excluded by Medicare',
  R: 'restricted coverage',
  T: 'paid only when nothing else is on that day',
  X: 'excluded by statute from the fee schedule',
};

/** Statuses of which Medicare pays no line by itself. */
export const NEVER_PAID: ReadonlySet<string> = new Set(['B', 'E', 'I', 'M', 'N', 'P']);
