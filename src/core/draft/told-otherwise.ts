import type { Statement } from '../extract/note-extract.ts';

const LIST_MARK = /^(\d{1,2} )?/;

/** How a statement opens that tells a diagnosis of a relative. */
const OF_FAMILY = /^(strong |positive )?(family history|fh|fhx|mother|father|brother|sister)\b(?! history)/;

/** How a statement opens that denies what it names. */
const DENIAL =
  /^(no|denies|denied|negative for|without|no evidence of|no history of|absence of|ruled out)\b(?! further| more| longer)/;

/** How a statement opens that tells a diagnosis as past. */
const PAST = /^((past|personal|remote|prior) (\w+ ){0,2}history|history|h o|hx) (of )?/;

/** Whether a statement opens by denying what it names, or by telling it of a relative: nobody has it (Guidelines IV.J). */
export function isToldOtherwise(statement: Pick<Statement, 'normal'>): boolean {
  return isOfFamily(statement) || isDenial(statement);
}

export function isOfFamily({ normal }: Pick<Statement, 'normal'>): boolean {
  return OF_FAMILY.test(opening(normal));
}

export function isDenial({ normal }: Pick<Statement, 'normal'>): boolean {
  return DENIAL.test(opening(normal));
}

export function isToldAsPast({ normal }: Pick<Statement, 'normal'>): boolean {
  return PAST.test(opening(normal));
}

function opening(normal: string): string {
  return normal.replace(/ +/g, ' ').trim().replace(LIST_MARK, '');
}
