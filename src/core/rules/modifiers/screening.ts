import type { ClaimLine, Evidence } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext } from '../rule.ts';
import { told } from '../told.ts';
import { criterionFrom, rubricOf } from './criteria.ts';
import { judgeInTurn } from './judge-modifier.ts';

const AUTHORITY = 'Medicare Claims Processing Manual ch. 18, 60; CPT modifier 33';

/** Colonoscopy through colon or stoma at which something was done. */
const THERAPEUTIC = /^(?:4537[9]|453[89]\d|4439[0-8]|4440[1-8]|4538\d|4539[0-8])$/;
/** Looked at and nothing done: Medicare has codes of its own for a screening. */
const PLAIN: ReadonlySet<string> = new Set(['45378', '44388']);
const SCREENING =
  /\b(?:screening|surveillance)(?: \w+){0,3} (?:colonoscopy|colon|colorectal|exam\w*)\b|\b(?:colonoscopy|colon cancer|colon|colorectal cancer|crc)(?: \w+){0,3} (?:screening|surveillance)\b|^ *screening *$|\bpolyp surveillance\b|\bsurveillance of (?:\w+ ){0,3}polyps?\b/;
const SYMPTOM =
  /\b(?:rectal bleed\w*|hematochezia|melena|heme positive|occult (?:blood )?positive|iron deficien\w*|an(?:a)?emia|diarrhea|change in bowel habits?|abdominal pain|weight loss|positive (?:fit|cologuard|stool)|bleeding per rectum|blood in (?:the )?stools?)\b/;
const REASON = { sections: ['title', 'preop-diagnosis', 'postop-diagnosis', 'history', 'lead', 'other'] } as const;

/** A screening colonoscopy at which something was done: PT tells Medicare, 33 other plans, that it began as prevention. */
export const screening: Rule = (draft, context) => {
  const quotes = screeningTold(context);
  const isDiagnostic = quotes.against.length > 0;
  const isMedicare = context.settings.payer.value === 'medicare';
  const judge = (modifier: 'PT' | '33') => ({
    rule: 'screening',
    source: librarySource(context),
    refusal: 'F' as const,
    read: (line: ClaimLine) => {
      const isRight = modifier === (isMedicare ? 'PT' : '33');
      const isSuggested = isRight && quotes.reason.length > 0 && !isDiagnostic && THERAPEUTIC.test(line.code);
      const isColon = modifier === 'PT' || THERAPEUTIC.test(line.code);
      if (!isSuggested && !(line.modifiers.includes(modifier) && isColon)) return undefined;
      const began = criterionFrom(
        'the colonoscopy began as a screening',
        isDiagnostic ? [] : quotes.reason,
        quotes.against,
      );
      const payer = criterionFrom(isMedicare ? 'the payer is Medicare' : 'the payer is not Medicare', [], []);
      return rubricOf(modifier, line, [began, { ...payer, state: isRight ? 'met' : 'not met' }], AUTHORITY);
    },
    refuse: ({ criteria }: { criteria: readonly { state: string }[] }, { code }: ClaimLine) =>
      criteria[0]?.state === 'met'
        ? `${code}: ${isMedicare ? 'Medicare wants PT instead of 33' : 'this plan wants 33 instead of PT'}`
        : `${modifier} comes off ${code}: the note does not tell a screening`,
  });
  const ruling = judgeInTurn(draft, [judge('PT'), judge('33')]);
  const plain = ruling.draft.lines.filter(({ code }) => PLAIN.has(code)).map(({ code }) => code);
  if (!isMedicare || plain.length === 0 || quotes.reason.length === 0 || isDiagnostic) return ruling;
  const text = `${plain.join(', ')}: a screening at which nothing was done is G0121 for Medicare, G0105 at high risk`;
  const found = finding('screening', 'W', librarySource(context), AUTHORITY, text, plain);
  return { draft: ruling.draft, findings: [...ruling.findings, found] };
};

function screeningTold({ extract }: RuleContext): { reason: readonly Evidence[]; against: readonly Evidence[] } {
  return {
    reason: told(extract, SCREENING, REASON),
    against: told(extract, SYMPTOM, { sections: ['preop-diagnosis', 'history'], states: ['completed', 'historical'] }),
  };
}
