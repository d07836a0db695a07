import type { Evidence } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext } from '../rule.ts';
import { told } from '../told.ts';
import { criterionFrom, rubricOf } from './criteria.ts';
import { judgeInTurn } from './judge-modifier.ts';

const AUTHORITY = 'Medicare Benefit Policy Manual ch. 15, 290';
const ROUTINE: ReadonlySet<string> = new Set(['11055', '11056', '11057', '11719', '11720', '11721', 'G0127']);

const ABSENT = '(?:absent|non ?palpable|not palpable|nonpalpable|unpalpable|cannot be palpated|0 4)';
const pulse = (name: string): RegExp =>
  new RegExp(`\\b${ABSENT}(?: \\w+){0,5} ${name}\\b|\\b${name}(?: \\w+){0,6} ${ABSENT}\\b`);

/** Class findings of the foot: A an amputation, B of vessels and skin, C of what the patient feels and swelling. */
const FINDINGS: Readonly<Record<'A' | 'B' | 'C', readonly RegExp[]>> = {
  A: [
    /\b(?:status post |s p |prior |previous )?(?:nontraumatic |non traumatic )?(?:amputat\w+ of (?:the )?(?:\w+ ){0,2}(?:toe|hallux|forefoot|foot)|(?:toe|transmetatarsal|ray|hallux|forefoot) amputation)\b/,
  ],
  B: [
    pulse('(?:posterior tibial|pt)(?: pulses?)?'),
    pulse('(?:dorsalis pedis|dp)(?: pulses?)?'),
    /\b(?:absent|decreased|diminished|no|loss of|lack of) (?:\w+ ){0,2}hair(?: growth)?\b(?=.*\b(?:thick\w*|pigment\w*|shiny|atrophic|thin|rubor)\b)|\btrophic (?:skin )?changes\b/,
  ],
  C: [
    /\bclaudication\b/,
    /\bcold feet\b|\btemperature changes?\b|\bcool to (?:the )?touch\b/,
    /\bedema\b/,
    /\bparesthesias?\b/,
    /\bburning\b/,
  ],
};
const STATES = { states: ['completed', 'historical', 'inspected'] } as const;

/** Q7, Q8, Q9 by the class findings of the note: without one of them Medicare pays no routine foot care. */
export const footCare: Rule = (draft, context) => {
  const lines = draft.lines.filter(({ code }) => ROUTINE.has(code));
  const found = { A: read('A', context), B: read('B', context), C: read('C', context) };
  const earned =
    found.A.length > 0
      ? 'Q7'
      : found.B.length >= 2
        ? 'Q8'
        : found.B.length === 1 && found.C.length >= 2
          ? 'Q9'
          : undefined;
  const isMedicare = context.settings.payer.value === 'medicare';
  const judge = (modifier: 'Q7' | 'Q8' | 'Q9') => ({
    rule: 'foot-care',
    source: librarySource(context),
    refusal: 'F' as const,
    read: (line: (typeof lines)[number]) => {
      const isSuggested = isMedicare && modifier === earned && ROUTINE.has(line.code);
      if (!isSuggested && !line.modifiers.includes(modifier)) return undefined;
      const proof = modifier === earned ? [...found.A, ...found.B, ...found.C] : [];
      const told = criterionFrom(`class findings of ${modifier}`, proof);
      return rubricOf(modifier, line, [proof.length === 0 ? { ...told, state: 'not met' } : told], AUTHORITY);
    },
    refuse: (_: unknown, { code }: { code: string }) =>
      `${modifier} comes off ${code}: the note tells ${earned === undefined ? 'too few class findings' : `those of ${earned}`}`,
  });
  const ruling = judgeInTurn(draft, [judge('Q7'), judge('Q8'), judge('Q9')]);
  if (!isMedicare || lines.length === 0 || earned !== undefined) return ruling;
  const codes = lines.map(({ code }) => code);
  const text = `${codes.join(', ')}: no class findings (pulses, skin, amputation) are told, and without Q7, Q8 or Q9 Medicare pays no routine foot care`;
  return {
    ...ruling,
    findings: [...ruling.findings, finding('foot-care', 'W', librarySource(context), AUTHORITY, text, codes)],
  };
};

function read(kind: 'A' | 'B' | 'C', { extract }: RuleContext): Evidence[] {
  return FINDINGS[kind].flatMap((pattern) => told(extract, pattern, STATES).slice(0, 1));
}
