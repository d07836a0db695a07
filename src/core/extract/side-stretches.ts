import type { Statement } from './note-extract.ts';
import { CONSEQUENCE } from './statement-state.ts';
import { sidesOf } from './targets.ts';

export type OneSide = 'left' | 'right';

/** The statements of a story that tell of one side only. */
export type SideStretches = Readonly<Record<OneSide, readonly Statement[]>>;

/** `L:`, `R side -`, `2) Left transverse incision`, `OD`: a statement that begins with its side. */
const LABEL =
  /^ *(?:\d{1,2} +)?(?:(?:i|we|then|next|now|on|the|attention|was|turned|went|moved|directed|over|to) +){0,5}(?:left|right|l|r|lt|rt|od|os)\b/;

/** `Tacks two per side`, `both cords`: told of each. */
const EACH = /\b(?:(?:each|either|both|per) (?:side|eye|ear|groin|breast|cord|knee|foot|block)s?|bilateral\w*)\b/;

/**
 * Which statements tell of the left and which of the right, where a story takes one side after the other.
 * A statement without a side goes on with the one before it, up to the next paragraph. Undefined without a label, or
 * where nothing is told of one of the sides.
 */
export function sideStretches(performed: readonly Statement[]): SideStretches | undefined {
  const told: Record<OneSide, Statement[]> = { left: [], right: [] };
  let isLabelled = false;
  let current: OneSide | undefined;
  let paragraph = -1;
  const paragraphs = sidesOfParagraphs(performed);
  for (const statement of performed) {
    const words = statement.normal.replace(CONSEQUENCE, '').replace(/ +/g, ' ').trim();
    const side = onlySide(words);
    const isLabel = LABEL.test(statement.normal);
    const isTheOnly = (one: OneSide): boolean =>
      paragraphs.get(statement.paragraph)?.every((each) => each === one) === true;
    if (side !== undefined && (isLabel || statement.paragraph !== paragraph || isTheOnly(side))) {
      current = side;
      isLabelled ||= isLabel;
    } else if (statement.paragraph !== paragraph && side === undefined && !/^ *\d/.test(statement.normal)) {
      current = undefined;
    }
    paragraph = statement.paragraph;
    const own = side ?? (EACH.test(words) || sidesOf(words).length > 0 ? undefined : current);
    if (own !== undefined) told[own].push(statement);
  }
  return isLabelled && told.left.length > 0 && told.right.length > 0 ? told : undefined;
}

/** The sides that each paragraph names: one that names a single side goes on with it from there. */
function sidesOfParagraphs(performed: readonly Statement[]): ReadonlyMap<number, readonly string[]> {
  const grouped = Map.groupBy(performed, ({ paragraph }) => paragraph);
  return new Map(
    [...grouped].map(([at, told]) => [at, told.flatMap(({ normal }) => sidesOf(normal.replace(/ +/g, ' ')))]),
  );
}

/** The one side that the words name, if they name just one. */
export function onlySide(words: string): OneSide | undefined {
  const [side, ...others] = sidesOf(words);
  return side === 'bilateral' || others.length > 0 ? undefined : side;
}
