const FINGER = /\b(thumb|index|middle|long|ring|small|little|pinky|great toe|second toe|third toe)\b/g;
const NERVE = /\b(?:(both|radial|ulnar)(?: and (radial|ulnar))?)(?: (?:proper|common))? digital nerves?\b/g;

/**
 * Nerves of fingers by their side and finger, told over one or more statements: `the radial digital nerve of the index`,
 * then `in the long finger the ulnar digital nerve`.
 */
export function digitalNervesOf(normals: readonly string[]): string[] {
  const found = new Set<string>();
  let finger: string | undefined;
  for (const normal of normals) {
    const words = normal.replace(/ +/g, ' ');
    const fingers = [...words.matchAll(FINGER)].map(([name]) => name);
    for (const [, first = '', second] of words.matchAll(NERVE)) {
      const named = fingers.length > 0 ? fingers : [finger ?? ''];
      const sides = first === 'both' ? ['radial', 'ulnar'] : [first, ...(second === undefined ? [] : [second])];
      // One nerve in a statement that names several fingers belongs to one of them, and nothing says to which.
      if (named.length > 1) continue;
      for (const side of sides) found.add(`${side} digital nerve, ${named[0]}`);
    }
    finger = fingers.at(-1) ?? finger;
  }
  return [...found];
}
