import { quoteAt } from '../../draft/evidence.ts';
import type { ClaimLine, Criterion, Evidence, Finding, Question } from '../../model/draft.ts';
import { feeOf, finding, mapLines, type Rule, type RuleContext, type Source, sourceOf } from '../rule.ts';
import { told } from '../told.ts';
import { criterion, criterionFrom, rubricOf } from './criteria.ts';
import { judgeModifier } from './judge-modifier.ts';
import { specialtiesTold } from './specialties.ts';

const AUTHORITY = 'Medicare Claims Processing Manual ch. 12, 40.8; fee schedule, co-surgeon indicator';
const MENTION = /\bco ?surgeons?\b|\bassist\w*\b|\bdr\b/;

/** Words that tell another surgeon's part of this very operation. */
const SHARED =
  /\b(?:exposure|approach|access|opening|closure|portion|part|fusion|diskectomy|discectomy|reconstruction|resection)\b.{0,60}\b(?:by|per) (?:the )?(?:dr|doctor|general|vascular|thoracic|neurosurg|orthop|plastic|urolog|trauma|access)|\b(?:dr|surgeon|surgery)\b(?: \w+){0,2} (?:performed|did|provided|carried out|completed) (?:the |his |her )?(?:exposure|approach|access|anterior|posterior|opening|closure|fusion|other|remain\w*)|\bdictated (?:separately|by)|\bseparate(?:ly)? (?:dictat\w+|operative (?:note|report))|\bas co ?surgeons?\b|\beach surgeon\b|\bby (?:dr|doctor)\b|\bboth surgeons\b/;

/** Spine from the front: another surgeon opens the way, and both bill the operation itself. */
const FROM_THE_FRONT = /^(?:225(?:48|5[1468]|85)|2253[234]|22857|2286[0-5]|630(?:7[5-8]|8[1-8]|9[01]))$/;
const EXPOSED =
  /\b(?:exposure|approach|access)\b(?: \w+){0,8} by (?:the )?(?:dr|doctor|general|vascular|thoracic|trauma|transplant|urolog\w*|access)\b|\b(?:dr|general surgery|vascular surgery)\b(?: \w+){0,3} (?:performed|did|provided|carried out|completed) (?:the |an )?(?:\w+ ){0,2}(?:exposure|approach|access)\b/;

function isExposed({ code }: ClaimLine, { extract, settings }: RuleContext): boolean {
  const isSurgeon = settings.role.value === 'surgeon' || settings.role.value === 'co-surgeon';
  return (
    isSurgeon && FROM_THE_FRONT.test(code) && told(extract, EXPOSED, { sections: ['body', 'findings'] }).length > 0
  );
}

/** 62 where the year's indicator allows two surgeons and the note, or the sender, tells that two shared the operation. */
export const coSurgeon: Rule = (draft, context) => {
  const source = sourceOf('pfs', context);
  const ruling = judgeModifier(draft, {
    rule: 'co-surgeon',
    source,
    // What the note alone suggests and the year refuses is no fault of the claim.
    refusal: isSuggested(context) ? 'W' : 'F',
    read: (line) =>
      line.modifiers.includes('62') || isExposed(line, context)
        ? rubricOf('62', line, criteriaFor(line, context), AUTHORITY)
        : undefined,
    refuse: ({ criteria }, { code }) => reasonOf(code, criteria),
    ask: (_, line) => questionFor(line, context),
  });
  const isOwnRole = context.settings.role.value === 'co-surgeon';
  const lost = new Set(draft.lines.filter(({ modifiers }) => modifiers.includes('62')).map(({ code }) => code));
  const held = mapLines(ruling.draft, (line) =>
    isOwnRole && lost.has(line.code) && !line.modifiers.includes('62') && line.held === undefined
      ? { ...line, held: 'a co-surgeon is not paid for this code as it is documented' }
      : line,
  );
  return { draft: held, findings: [...ruling.findings, ...documents(held.lines, source, context)] };
};

function isSuggested({ extract, settings }: RuleContext): boolean {
  const isNoted = extract.circumstances.some(({ modifier }) => modifier === '62') || told(extract, SHARED).length > 0;
  return settings.role.from === 'assumed' && isNoted;
}

function criteriaFor(line: ClaimLine, context: RuleContext) {
  const indicator = feeOf(line.code, context)?.coSurgeon;
  const { distinct, same } = specialtiesTold(context.extract);
  return [
    ...(indicator === undefined
      ? []
      : [criterion(`payment of two surgeons (indicator ${indicator})`, indicator === '1' || indicator === '2')]),
    sharedBy(line, context),
    ...(indicator !== '2' || (distinct.length === 0 && same.length === 0)
      ? []
      : [criterionFrom('the two surgeons are of different specialties', distinct, same)]),
  ];
}

function reasonOf(code: string, [byYear]: readonly Criterion[]): string {
  return byYear?.state === 'not met'
    ? `no 62 on ${code}: the year knows no ${byYear.text}, and only the one who did it bills it`
    : `no 62 on ${code}: two of one specialty and group are one physician`;
}

/** The claim's own role proves that two shared it; a bare name in the header does not. */
function sharedBy(line: ClaimLine, context: RuleContext) {
  const text = 'each surgeon has a part of this operation';
  const quotes = told(context.extract, SHARED, { sections: ['title', 'body', 'findings', 'lead', 'other'] });
  const isRole = context.settings.role.value === 'co-surgeon';
  return quotes.length === 0 && isRole ? criterion(text, true) : criterionFrom(text, nearest(quotes, line));
}

function nearest(quotes: readonly Evidence[], { evidence }: ClaimLine): Evidence[] {
  const at = evidence[0]?.start ?? 0;
  return quotes.toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at));
}

function questionFor({ code }: ClaimLine, { extract }: RuleContext): Question | undefined {
  const headed = extract.circumstances.find(({ modifier }) => modifier === '62');
  const quote = told(extract, MENTION)[0] ?? (headed && quoteAt(headed, extract));
  if (quote === undefined) return undefined;
  return {
    id: 'co-surgeon.parts',
    to: 'surgeon',
    quote,
    text: 'Please document which parts of the operation you performed and which the other surgeon performed.',
    options: [
      'my part: ____ ; the other surgeon: ____',
      'the other surgeon assisted only',
      'other / cannot be determined',
    ],
    ifThen: `Two parts: both surgeons bill ${code}-62, each from a note of his own. Assistance only: ${code} without 62, and the assistant bills 80.`,
    holds: [],
  };
}

/** What a payer will want to see beside an earned 62, said once. */
function documents(lines: readonly ClaimLine[], source: Source, context: RuleContext): Finding[] {
  const codes = lines.filter(({ modifiers }) => modifiers.includes('62')).map(({ code }) => code);
  const wanted = (indicator: string) => codes.filter((code) => feeOf(code, context)?.coSurgeon === indicator);
  const { distinct } = specialtiesTold(context.extract);
  const [byNeed, bySpecialty] = [wanted('1'), distinct.length === 0 ? wanted('2') : []];
  return [
    ...(byNeed.length === 0
      ? []
      : [
          tell(
            source,
            byNeed,
            'both surgeons send the same code with 62, a note each, and the reason why two were needed (indicator 1)',
          ),
        ]),
    ...(bySpecialty.length === 0
      ? []
      : [
          tell(
            source,
            bySpecialty,
            '62 is for two specialties (indicator 2) and the note names none: both send the same code, a note each',
          ),
        ]),
  ];
}

function tell(source: Source, codes: readonly string[], text: string): Finding {
  return finding('co-surgeon', 'W', source, AUTHORITY, `${codes.join(', ')}: ${text}`, codes);
}
