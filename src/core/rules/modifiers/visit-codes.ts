const VISIT = /^(99(2\d\d|3[0-5]\d|3[89][1-7]|4[0-2]\d|4[6-9]\d)|920(02|04|12|14)|G0(402|438|439))$/;

/** Evaluation and management, eye visits and Medicare's wellness visits. */
export function isVisitCode(code: string): boolean {
  return VISIT.test(code);
}
