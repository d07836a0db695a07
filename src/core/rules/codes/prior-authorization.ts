import type { Question } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext, withQuestions } from '../rule.ts';
import { senderTells } from '../told.ts';

const AUTHORITY = 'CMS Innovation Center, WISeR model';
const STARTS = '2026-01-15';

/** The services of the model, in our words; its own code list is confirmed before the operation. */
const FAMILIES: readonly { readonly service: string; readonly codes: RegExp }[] = [
  { service: 'cervical fusion', codes: /^(22548|22551|22552|22554|22590|22595|22600)$/ },
  { service: 'epidural steroid injection', codes: /^(6232[0-3]|64479|64480|64483|64484)$/ },
  { service: 'vertebral augmentation', codes: /^2251[0-5]$/ },
  { service: 'knee arthroscopy for arthritis', codes: /^(29871|29877|G0289)$/ },
  { service: 'nerve stimulator', codes: /^(63650|63655|63685|64553|64561|64581|64590|64568|6458[2-4]|61885|61886)$/ },
  { service: 'nerve tract lesion', codes: /^(61790|61791|63600|63610)$/ },
  { service: 'image-guided lumbar decompression', codes: /^(62330|62331|0275T)$/ },
  { service: 'incontinence control device', codes: /^(5344[5-7]|51715)$/ },
  { service: 'treatment of impotence', codes: /^(5440[0-9]|5441[0-7])$/ },
];

const STATES = 'Arizona, New Jersey, Ohio, Oklahoma, Texas or Washington';
const IN_THE_MODEL =
  /\b(arizona|new jersey|ohio|oklahoma|texas|washington (state|medicaid)|state: ?(az|nj|oh|ok|tx|wa)\b)/;
const ANY_STATE = /\bstate: ?[a-z]{2}\b/;
/** Inpatient stays are outside the model. */
const INPATIENT = '21';

/**
 * Original Medicare asks for prior authorization, or reviews before it pays, in six states since 15 January 2026. The
 * state is asked, never guessed.
 */
export const priorAuthorization: Rule = (draft, context) => {
  const { payer, dateOfService, place } = context.settings;
  const isInModel =
    payer.value === 'medicare' &&
    !/advantage/i.test(payer.plan ?? '') &&
    dateOfService.value >= STARTS &&
    place.pos !== INPATIENT;
  const listed = isInModel
    ? FAMILIES.flatMap(({ service, codes }) => {
        const own = draft.lines.filter(({ code }) => codes.test(code)).map(({ code }) => code);
        return own.length === 0 ? [] : [{ service, codes: own }];
      })
    : [];
  if (listed.length === 0) return { draft, findings: [] };
  const codes = listed.flatMap((each) => each.codes);
  const services = listed.map(({ service }) => service).join(', ');
  if (senderTells(context.extract, IN_THE_MODEL)) return told(draft, context, services, codes);
  if (senderTells(context.extract, ANY_STATE)) return { draft, findings: [] };
  return { draft: withQuestions(draft, [stateAsked(services, codes)]), findings: [] };
};

function told(
  draft: Parameters<Rule>[0],
  context: RuleContext,
  services: string,
  codes: readonly string[],
): ReturnType<Rule> {
  const text = `${services}: original Medicare wants prior authorization in this state, or reviews the claim before it pays (${codes.join(', ')})`;
  return { draft, findings: [finding('prior-authorization', 'W', librarySource(context), AUTHORITY, text, codes)] };
}

function stateAsked(services: string, codes: readonly string[]): Question {
  return {
    id: 'prior-authorization.state',
    to: 'sender',
    quote: undefined,
    text: `Was this done in ${STATES}? Original Medicare wants prior authorization there for ${services} (WISeR model).`,
    options: ['yes, and it was authorized', 'yes, not authorized', 'another state or payer'],
    ifThen: `In one of these states ${codes.join(', ')} without authorization is reviewed before it is paid.`,
    holds: [],
  };
}
