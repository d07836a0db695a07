import { DIRECTION, MONITORED } from '../../anesthesia/anesthesia-codes.ts';
import { type Direction, readDirection } from '../../anesthesia/read-staff.ts';
import { isAnesthesiaCode } from '../../model/code.ts';
import type { ClaimLine, Finding, Question } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext, withQuestions } from '../rule.ts';
import { told } from '../told.ts';
import { CLAIMS_MANUAL } from './claim-manual.ts';

/** Modifiers of operations that say nothing of an anesthetic. */
const SURGICAL: ReadonlySet<string> = new Set('26 47 50 51 54 55 56 57 58 62 66 80 81 82 AS LT RT TC'.split(' '));

/** One modifier tells who gave the anesthetic, it stands first, and it is what the record tells; sides and 51 do not belong. */
export const directionModifier: Rule = (draft, context) => {
  const findings: Finding[] = [];
  const tell = (severity: 'F' | 'W', { code }: ClaimLine, text: string): void => {
    findings.push(
      finding('direction-modifier', severity, librarySource(context), CLAIMS_MANUAL, text.replace('CODE', code), [
        code,
      ]),
    );
  };
  if (!draft.lines.some(({ code }) => isAnesthesiaCode(code))) return { draft, findings };
  const direction = readDirection(context.extract);
  const settled = mapLines(draft, (line) =>
    isAnesthesiaCode(line.code) ? directed(bare(line, tell), direction, tell) : undirected(line, tell),
  );
  const open = settled.lines.filter(({ held }) => held === NOT_TOLD);
  return { draft: open.length === 0 ? settled : withQuestions(settled, [who(open, context)]), findings };
};

type Tell = (severity: 'F' | 'W', line: ClaimLine, text: string) => void;

const NOT_TOLD = 'the record does not tell who gave the anesthetic and under whose direction';

function bare(line: ClaimLine, tell: Tell): ClaimLine {
  const idle = line.modifiers.filter((modifier) => SURGICAL.has(modifier));
  if (idle.length > 0) tell('W', line, `${idle.join(', ')} removed from CODE: not a modifier of an anesthetic`);
  const isExplained = line.modifiers.includes('G8') || line.modifiers.includes('G9');
  const modifiers = line.modifiers.filter((modifier) => !SURGICAL.has(modifier) && !(modifier === 'QS' && isExplained));
  return { ...line, modifiers };
}

function directed(line: ClaimLine, direction: Direction | undefined, tell: Tell): ClaimLine {
  const present = line.modifiers.filter((modifier) => DIRECTION.includes(modifier));
  const rest = line.modifiers.filter((modifier) => !DIRECTION.includes(modifier));
  const [first] = present;
  if (direction !== undefined) {
    const isWrong = present.length > 0 && (present.length > 1 || first !== direction.modifier);
    if (isWrong && !isPartnersOwn(present, direction)) {
      tell('F', line, `${present.join(' ')} on CODE: the record tells ${direction.modifier}, ${direction.because}`);
    }
    const modifier = isPartnersOwn(present, direction) ? (first ?? direction.modifier) : direction.modifier;
    return { ...line, modifiers: [modifier, ...rest] };
  }
  if (first === undefined) return { ...line, held: line.held ?? NOT_TOLD };
  if (present.length > 1)
    tell('F', line, `${present.join(' and ')} contradict each other on CODE: one tells who gave the anesthetic`);
  return present.length > 1
    ? { ...line, modifiers: rest, held: line.held ?? NOT_TOLD }
    : { ...line, modifiers: [first, ...rest] };
}

/** The nurse anesthetist's own claim of a directed case carries QX. */
function isPartnersOwn(present: readonly string[], { partner }: Direction): boolean {
  return partner !== undefined && present.length === 1 && present[0] === partner;
}

function undirected(line: ClaimLine, tell: Tell): ClaimLine {
  const idle = line.modifiers.filter((modifier) => DIRECTION.includes(modifier) || MONITORED.includes(modifier));
  if (idle.length === 0) return line;
  tell('W', line, `${idle.join(', ')} removed from CODE: it belongs to anesthesia codes only`);
  return { ...line, modifiers: line.modifiers.filter((modifier) => !idle.includes(modifier)) };
}

function who(lines: readonly ClaimLine[], { extract }: RuleContext): Question {
  const [quote] = told(extract, /\b(anesthesiologist|anesthetist|crna|anesthesia (by|provider|staff))\b/);
  return {
    id: 'anesthesia.direction',
    to: 'sender',
    quote,
    text: 'Who gave the anesthetic, and how many anesthetics did the anesthesiologist direct at that time?',
    options: [
      'anesthesiologist alone',
      'anesthesiologist directing one nurse anesthetist',
      'anesthesiologist directing two to four',
      'anesthesiologist supervising more than four',
      'nurse anesthetist without medical direction',
      'other / cannot be determined',
    ],
    ifThen:
      'Alone AA; one QY (nurse anesthetist QX); two to four QK (QX); more AD (QX); undirected nurse anesthetist QZ.',
    holds: lines.map(({ code }) => code),
  };
}
