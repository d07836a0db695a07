import type { ClaimLine, Finding } from '../../model/draft.ts';
import { rankOf } from '../modifiers/modifier-catalogue.ts';
import { feeOf, finding, type Rule, type RuleContext, sourceOf } from '../rule.ts';
import { senderTells } from '../told.ts';

const AUTHORITY = 'Medicare Claims Processing Manual ch. 12, 40.6; fee schedule, multiple procedure indicator';

/** The sender says that the payer wants it: the only reason for 51 on a claim. */
const WANTED =
  /\b(?:wants?|requires?|needs?|uses?|add|append|with|expects?|likes?) (?:[\w']+ ){0,3}?(?:modifiers? )?-?51\b/;

/**
 * Modifier 51 is never a default: Medicare reduces by itself and does not want it sent. Where a commercial payer's
 * setting asks for it, every line after the first takes it, but add-ons and exempt codes (indicator 0).
 */
export const multipleProcedures: Rule = (draft, context) => {
  const findings: Finding[] = [];
  const isWanted = context.settings.payer.value !== 'medicare' && senderTells(context.extract, WANTED);
  const lines = draft.lines.map((line, at) => {
    const fault = faultOf(line, at, context);
    if (!line.modifiers.includes('51')) return isWanted && fault === undefined ? with51(line) : line;
    if (fault === undefined) return line;
    const text = `51 comes off ${line.code}: ${fault.because}`;
    findings.push(
      finding('multiple-procedures', fault.severity, sourceOf('pfs', context), AUTHORITY, text, [line.code]),
    );
    return { ...line, modifiers: line.modifiers.filter((modifier) => modifier !== '51') };
  });
  return { draft: { ...draft, lines }, findings };
};

interface Fault {
  readonly severity: Finding['severity'];
  readonly because: string;
}

function faultOf({ code, parent }: ClaimLine, at: number, context: RuleContext): Fault | undefined {
  const indicator = feeOf(code, context)?.multipleProcedure;
  const isAddOn = parent !== undefined || context.library.find(code)?.role === 'addOn';
  if (isAddOn) return { severity: 'F', because: 'an add-on is never reduced' };
  if (indicator === '0' || indicator === '9') {
    return { severity: 'F', because: `it is exempt from the reduction (indicator ${indicator})` };
  }
  if (context.settings.payer.value === 'medicare') return { severity: 'W', because: 'Medicare does not want it sent' };
  return at === 0 ? { severity: 'W', because: 'the first line is paid in full' } : undefined;
}

function with51(line: ClaimLine): ClaimLine {
  return { ...line, modifiers: [...line.modifiers, '51'].toSorted((a, b) => rankOf(a) - rankOf(b)) };
}
