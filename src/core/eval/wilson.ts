/** The 95 % interval of a share (Wilson, 1927): honest for few cases and for shares near 0 or 1. */
export function wilsonInterval(hits: number, cases: number): readonly [number, number] {
  if (cases === 0) return [0, 1];
  const z = 1.96;
  const share = hits / cases;
  const norm = 1 + z ** 2 / cases;
  const middle = (share + z ** 2 / (2 * cases)) / norm;
  const reach = (z * Math.sqrt((share * (1 - share)) / cases + z ** 2 / (4 * cases ** 2))) / norm;
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}
