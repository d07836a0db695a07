import type { ClaimLine, Finding } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule } from '../rule.ts';

const AUTHORITY = 'NCCI Policy Manual ch. 1, anatomic modifiers; HCPCS Level II';

interface TargetKind {
  readonly modifiers: RegExp;
  readonly what: string;
  /** Codes of other parts of the body (CPT subsections): they never take one. */
  readonly elsewhere: RegExp;
}

/** Palm, metacarpals, midfoot, heel: of hand and foot, and of no digit. They take LT or RT. */
const NO_DIGIT = '26(?:02|03|04|121|60|61[0-5])|28(?:06[02]|11[89]|30[0-4]|4[0-8]|6[01]|7[0-4]|80[05])';
const TRUNK_AND_LIMBS = '2[1-5]|27[0-7]|[345]|6[0-35-9]';

const KINDS: readonly TargetKind[] = [
  { modifiers: /^F[A1-9]$/, what: 'a finger', elsewhere: new RegExp(`^(?:${NO_DIGIT}|28|${TRUNK_AND_LIMBS})`) },
  { modifiers: /^T[A1-9]$/, what: 'a toe', elsewhere: new RegExp(`^(?:${NO_DIGIT}|26|${TRUNK_AND_LIMBS})`) },
  { modifiers: /^E[1-4]$/, what: 'an eyelid', elsewhere: /^(?:[2-5]|6[0-6]|67[0-4])/ },
  { modifiers: /^(?:LC|LD|LM|RC|RI)$/, what: 'a coronary artery', elsewhere: /^(?!929|9357|C96)/ },
];

const LEFT = /^(?:LT|FA|F[1-4]|TA|T[1-4]|E[12])$/;
const RIGHT = /^(?:RT|F[5-9]|T[5-9]|E[34])$/;

/** Lid, digit and vessel modifiers stand on codes of that target, and all modifiers of a line lie on one side. */
export const targetFits: Rule = (draft, context) => {
  const findings: Finding[] = [];
  const tell = ({ code }: ClaimLine, text: string): void => {
    findings.push(finding('target-fits', 'F', librarySource(context), AUTHORITY, text, [code]));
  };
  const fitting = mapLines(draft, (line) => {
    const modifiers = line.modifiers.filter((modifier) => {
      const kind = KINDS.find((each) => each.modifiers.test(modifier));
      if (kind?.elsewhere.test(line.code) !== true) return true;
      tell(line, `${modifier} comes off ${line.code}: it names ${kind.what}, and the code is of none`);
      return false;
    });
    return withoutSideBeside({ ...line, modifiers }, tell);
  });
  return { draft: fitting, findings };
};

/** A lid or a digit tells its side: LT or RT beside it says the same again, or contradicts it. */
function withoutSideBeside(line: ClaimLine, tell: (line: ClaimLine, text: string) => void): ClaimLine {
  const finer = line.modifiers.filter((each) => /^[EFT][A\d]$/.test(each));
  const side = line.modifiers.find((each) => each === 'LT' || each === 'RT');
  if (finer.length === 0 || side === undefined) return line;
  const isOther = finer.some((each) => (side === 'LT' ? RIGHT : LEFT).test(each));
  if (isOther) {
    tell(line, `${line.code}: ${finer.join(', ')} and ${side} lie on different sides`);
    return { ...line, held: line.held ?? 'its modifiers name different sides' };
  }
  return { ...line, modifiers: line.modifiers.filter((each) => each !== side) };
}
