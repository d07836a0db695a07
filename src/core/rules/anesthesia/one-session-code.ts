import { BESIDE_ANESTHESIA } from '../../anesthesia/anesthesia-codes.ts';
import { isAnesthesiaCode } from '../../model/code.ts';
import type { ClaimLine } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext, withoutLines } from '../rule.ts';
import { CLAIMS_MANUAL } from './claim-manual.ts';

/** Modifiers that tell of another session of the same day. */
const ANOTHER_SESSION: readonly string[] = ['59', 'XE', '76', '77', '78', '79'];
const LABOR = '01967';
const CESAREAN: readonly string[] = ['01961', '01963'];

/** One anesthesia code a session, that of the operation with the most base units; a cesarean after labor analgesia adds to 01967. */
export const oneSessionCode: Rule = (draft, context) => {
  const session = draft.lines.filter(
    ({ code, modifiers }) =>
      isAnesthesiaCode(code) &&
      !BESIDE_ANESTHESIA.has(code) &&
      !modifiers.some((modifier) => ANOTHER_SESSION.includes(modifier)),
  );
  const main = mainOf(session, context);
  const dropped = session
    .filter((line) => line !== main)
    .map((line) => ({ line, reason: reasonOf(line, main, context) }));
  return {
    draft: withoutLines(draft, dropped),
    findings: dropped.map(({ line, reason }) =>
      finding('one-session-code', 'F', librarySource(context), CLAIMS_MANUAL, `${line.code} left out: ${reason}`, [
        line.code,
      ]),
    ),
  };
};

function mainOf(session: readonly ClaimLine[], context: RuleContext): ClaimLine | undefined {
  const labor = session.find(({ code }) => code === LABOR);
  return labor ?? session.toSorted((a, b) => baseOf(b, context) - baseOf(a, context))[0];
}

function baseOf({ code }: ClaimLine, { library }: RuleContext): number {
  return library.find(code)?.anesthesia?.baseUnits ?? 0;
}

function reasonOf(line: ClaimLine, main: ClaimLine | undefined, context: RuleContext): string {
  if (main?.code === LABOR && CESAREAN.includes(line.code)) {
    return `a cesarean after labor analgesia is ${line.code === '01961' ? '01968' : '01969'} beside 01967`;
  }
  return `one code a session, and ${main?.code ?? ''} has ${main === undefined ? 0 : baseOf(main, context)} base units against ${baseOf(line, context)}`;
}
