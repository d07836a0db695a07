import { isAnesthesiaCode } from '../../model/code.ts';
import type { ClaimLine, Draft, Finding } from '../../model/draft.ts';
import { feeOf, finding, librarySource, mapLines, type Rule, type RuleContext, withoutLines } from '../rule.ts';
import { told } from '../told.ts';
import { NCCI_ANESTHESIA } from './claim-manual.ts';

/** Blocks of limb, trunk and head nerves, and catheters at the spine: an operation under them has them inside. */
function isOperationBlock(code: string): boolean {
  const isNerve = (code >= '64400' && code <= '64455') || (code >= '64461' && code <= '64474');
  return isNerve || (code >= '64486' && code <= '64489') || /^6232[4-7]$/.test(code);
}

/** The surgeon's own anesthetic is inside his operation: no anesthesia code, no 47 at Medicare, no block, not even for the pain after. */
export const surgeonAnesthesia: Rule = (draft, context) => {
  const operations = draft.lines.filter((line) => isOperation(line, context));
  if (context.settings.role.value === 'anesthesia' || operations.length === 0) return { draft, findings: [] };
  const findings: Finding[] = [];
  const tell = (severity: 'F' | 'W', code: string, text: string): void => {
    findings.push(finding('surgeon-anesthesia', severity, librarySource(context), NCCI_ANESTHESIA, text, [code]));
  };
  const inside = draft.lines.flatMap((line) => {
    const reason = insideReason(line, operations);
    return reason === undefined ? [] : [{ line, reason }];
  });
  for (const { line, reason } of inside) tell('F', line.code, `${line.code} left out: ${reason}`);
  return { draft: withoutIdle47(withoutLines(draft, inside), context, tell), findings };
};

/** Work with a recovery of its own; a needle in a joint or at a nerve is none. */
function isOperation(line: ClaimLine, context: RuleContext): boolean {
  const { code } = line;
  if (!/^[1-6]\d{4}$/.test(code) || isOperationBlock(code) || (code >= '62263' && code <= '62329')) return false;
  if ((code >= '20500' && code <= '20611') || (code >= '64400' && code <= '64681')) return false;
  const global = feeOf(code, context)?.globalDays;
  return global === undefined || global === '010' || global === '090';
}

function insideReason({ code }: ClaimLine, [operation]: readonly ClaimLine[]): string | undefined {
  if (isAnesthesiaCode(code)) return 'anesthesia by the operating surgeon is inside the operation';
  return isOperationBlock(code)
    ? `a block by the operating surgeon is inside ${operation?.code ?? 'the operation'}, for the pain afterwards too`
    : undefined;
}

const REGIONAL = /\b(regional|general|spinal|epidural|bier|nerve) (\w+ )?(anesthe\w+|block)\b/;

function withoutIdle47(
  draft: Draft,
  context: RuleContext,
  tell: (severity: 'F' | 'W', code: string, text: string) => void,
): Draft {
  const isMedicare = context.settings.payer.value === 'medicare';
  const isRegional = told(context.extract, REGIONAL).length > 0;
  return mapLines(draft, (line) => {
    if (!line.modifiers.includes('47') || (!isMedicare && isRegional)) return line;
    if (isMedicare) tell('W', line.code, `47 taken off ${line.code}: Medicare pays the surgeon no anesthesia`);
    else
      tell(
        'F',
        line.code,
        `47 taken off ${line.code}: the note tells no regional or general anesthesia by the surgeon`,
      );
    return { ...line, modifiers: line.modifiers.filter((modifier) => modifier !== '47') };
  });
}
