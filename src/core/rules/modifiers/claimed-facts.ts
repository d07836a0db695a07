import type { ClaimLine, Finding } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext } from '../rule.ts';
import { senderTells, told } from '../told.ts';

interface ClaimedFact {
  readonly modifier: string;
  readonly authority: string;
  /** What note or mail must tell; without it the modifier is doubtful. */
  readonly told: RegExp;
  readonly lacking: string;
}

/** Modifiers that claim a fact which is hardly ever in a note: they stand only where somebody tells it. */
const FACTS: readonly ClaimedFact[] = [
  {
    modifier: '32',
    authority: 'CPT modifier 32',
    told: /\b(?:mandat\w+|court|required by (?:the )?(?:insur\w+|payer|carrier|employer|law)|second opinion required|workers? comp\w*|peer review)\b/,
    lacking: '32 needs the third party who ordered the service: an insurer, an employer or a court',
  },
  {
    modifier: '47',
    authority: 'NCCI Policy Manual ch. 2; CPT modifier 47',
    told: /\bi (?:then )?(?:performed|administered|gave|placed|did) (?:\w+ ){0,4}(?:block|regional an(?:a)?esthe\w+|general an(?:a)?esthe\w+|spinal|epidural)\b|\b(?:block|regional an(?:a)?esthesia|spinal|epidural)(?: \w+){0,5} by (?:me|the surgeon|myself)\b/,
    lacking:
      '47 needs regional or general anesthesia given by the surgeon himself; a local one is part of the operation',
  },
  {
    modifier: 'KX',
    authority: 'Medicare Claims Processing Manual ch. 5, 10.3; local coverage articles',
    told: /\b(?:threshold|therapy cap|requirements? (?:of|in) (?:the )?(?:policy|lcd|medical policy|coverage)|lcd|ncd|policy (?:requirements?|criteria))\b/,
    lacking: 'KX states that the requirements of a policy are met: name the policy and keep its proof on file',
  },
];

/** Therapy assistants: the modifier of the plan of care that has to stand beside. */
const PLAN_OF: Readonly<Record<string, string>> = { CQ: 'GP', CO: 'GO' };
const THERAPY = /^(?:97[0-7]\d\d|92\d{3}|G0283|G0281)$/;

/** A modifier that claims a fact stands beside that fact, a therapy assistant's beside its plan of care. */
export const claimedFacts: Rule = (draft, context) => {
  const findings: Finding[] = [];
  const lines = mapLines(draft, (line) => {
    for (const fact of FACTS.filter(({ modifier }) => line.modifiers.includes(modifier))) {
      if (isTold(fact, context)) continue;
      findings.push(tell('W', fact.authority, `${line.code}: ${fact.lacking}`, line, context));
    }
    return withPlan(withPayer(line, context, findings), context, findings);
  });
  return { draft: lines, findings };
};

function isTold({ told: pattern }: ClaimedFact, { extract }: RuleContext): boolean {
  return told(extract, pattern).length > 0 || senderTells(extract, pattern);
}

function tell(
  severity: 'F' | 'W',
  authority: string,
  text: string,
  { code }: ClaimLine,
  context: RuleContext,
): Finding {
  return finding('claimed-facts', severity, librarySource(context), authority, text, [code]);
}

/** Medicare pays no anesthesia by the surgeon. */
function withPayer(line: ClaimLine, context: RuleContext, findings: Finding[]): ClaimLine {
  if (!line.modifiers.includes('47') || context.settings.payer.value !== 'medicare') return line;
  const text = `47 comes off ${line.code}: Medicare pays no anesthesia by the surgeon`;
  findings.push(tell('F', 'NCCI Policy Manual ch. 2', text, line, context));
  return { ...line, modifiers: line.modifiers.filter((each) => each !== '47') };
}

function withPlan(line: ClaimLine, context: RuleContext, findings: Finding[]): ClaimLine {
  const assistant = line.modifiers.find((each) => PLAN_OF[each] !== undefined);
  const plan = PLAN_OF[assistant ?? ''];
  if (assistant === undefined || plan === undefined) return line;
  const authority = 'Medicare Claims Processing Manual ch. 5, 20.1';
  if (!THERAPY.test(line.code)) {
    findings.push(
      tell('F', authority, `${assistant} comes off ${line.code}: it tells therapy by an assistant`, line, context),
    );
    return { ...line, modifiers: line.modifiers.filter((each) => each !== assistant) };
  }
  if (line.modifiers.includes(plan)) return line;
  findings.push(
    tell('F', authority, `${line.code}: ${assistant} stands beside ${plan} only, which is added`, line, context),
  );
  return { ...line, modifiers: [...line.modifiers, plan] };
}
