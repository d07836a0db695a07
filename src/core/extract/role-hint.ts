import type { SurgeonRole } from '../model/consultation.ts';

const NPP =
  /\b(?:pa|pa-?c|p\.?a\.?|np|np-?c|fnp|acnp|aprn|arnp|cns|rnfa|npp|app|physician'?s? assistant|nurse practitioner|clinical nurse specialist)\b/;

const CO_SURGEON = /\bco-? ?surge(?:ons?|ry)\b|\bmodifier -?62\b|\b\d{4}[\da-z]-(?:\w\w-)*62\b/;

/** What a stretch of words that names a role means, first hit wins. */
const NAMES: readonly (readonly [RegExp, SurgeonRole])[] = [
  [CO_SURGEON, 'co-surgeon'],
  [/\bteam\b/, 'team'],
  [/\bassist(?:ant|ants|ed|ing|s)?\b|\b1st assist\b/, 'assistant'],
  [/\ban(?:a)?esth|\bcrna\b/, 'anesthesia'],
  [/\bsurgeon\b|\b(?:primary|operating|attending)\b/, 'surgeon'],
];

const ASSIST = '(?:(?:first|1st|surgical|second) )?assist(?:ant|ing|ed)?\\b(?! by\\b)(?! at(?! surgery))';
const OURS =
  "(?:i am|i'm|im|i was|we are|we're|we were|(?:he|she|provider|doctor|client|physician) (?:is|was)|served as|acted as|acting as|as|for|role)";

/** Ways in which a sender tells whose claim it is; what stands around says of whom. */
const CLAIMS_ASSISTANT: readonly RegExp[] = [
  new RegExp(`\\b(?:i|we)(?: \\w+){0,2} ${ASSIST}`),
  new RegExp(`\\b${OURS} (?:[\\w'-]+ ){0,4}?${ASSIST}`),
  new RegExp(`\\b(?:bill|cod|claim|charg)\\w*\\b.{0,60}?\\b${ASSIST}`),
  /\bassist(?:ant)?(?: surgeon)?(?:'?s)? (?:claim|bill(?:ing)?|cod(?:e|ing)|side|part|portion|charges?|fee|only|role|(?:operative )?(?:note|dictation|statement))\b/,
  /\bmodifiers? -?(?:80|81|82|as)\b|\bas modifier\b|\b\d{4}[\da-z]-(?:\w\w-)*(?:80|81|82|as)\b/,
];
const CLAIMS_ANESTHESIA =
  /\b(?:i am|i'm|role|bill\w*|cod(?:e|ing)|claim) (?:(?:is|for|of|the|this|it|as|an|our) ){0,4}(?:an(?:a)?esthesi(?:a|ologist)|crna)\b|\b(?:an(?:a)?esthesi(?:a|ologist)|crna)(?:'?s)? (?:claim|billing|side|charges?)\b/;
const CLAIMS_SURGEON =
  /\b(?:i am|i'm|i was|we are|we're|we were|as|for|role|bill\w*|cod(?:e|ing)|claim) (?:(?:is|for|of|as|the|this|it|our|only) ){0,4}(?:primary |main |operating |lead |attending )?surgeon\b|\b(?:primary |operating |lead )?surgeon'?s (?:claim|billing|side|part|charges?|codes?)\b/;
/** One mail, two claims: the surgeon's is drafted, the assistant's is offered beside it. */
const BOTH = /\bsurgeon'?s? (?:and|&|\+) (?:(?:the|his|her|our|pa|np|an?) )*assist/;
const CLAIMS_TEAM =
  /\b(?:as|for|of|role) (?:(?:part|member|of|an?|the|surgical|transplant) ){0,5}team\b|\bteam surge(?:on|ry)\b/;

/** A clause of nothing but the role: `assistant surgeon`, `PA assist please`. */
const BARE =
  /^(?:(?:the|an?|as|pa|pa-c|np|rnfa|cns|physician) )*(?:(?:first|1st|surgical|primary|operating) )*(?:co-? ?surgeon|assist(?:ant)?(?: surgeon)?(?: at surgery)?|surgeon|surgical team|an(?:a)?esthesi(?:a|ologist)|crna)(?: (?:claim|only|please|here|role|side|billing|with [\w .[\]-]+))*$/;

/** The clause speaks of somebody else's claim, denies the role, or asks about it. */
const NOT_OURS =
  /\b(?:no|not|without|isn't|wasn't)\b (?:[\w']+ ){0,3}(?:co-?|assist|surgeon)|\b(?:bills?|billed|billing|claims?) (?:separately|(?:his|her|their|its) own|on (?:his|her|their) own|by (?:him|her|them)sel)|:\s*(?:none|n\/a|no)\b|\b(?:allowed|permitted|payable|reimburs\w+|eligible|justified)\b|\bassist(?:ant)?(?: surgeon)?\s*(?::|(?:is|was) (?:dr|doctor|\[name))/;

const LABEL = /^(?:billing )?(?:role|capacity)\b\W*(?:is |was )?(.+)$/;

/** Whose claim the sender wants: the last clause of the paragraph that tells it. */
export function toldRole(paragraph: string): SurgeonRole | undefined {
  const clauses = paragraph
    .toLowerCase()
    .replace(/\bdr\./g, 'dr')
    .replace(/\((pa|pa-c|np|np-c|aprn|cns|rnfa)\)/g, ' $1 ')
    .split(/[;,!?\n()]+|\.(?=\s|$)|\s[-–—]\s/)
    .map((clause) => clause.replace(/\s+/g, ' ').trim());
  const labelled = clauses.flatMap((clause) => named(LABEL.exec(clause)?.[1] ?? '') ?? []);
  return labelled.at(-1) ?? clauses.flatMap((clause) => claimedIn(clause) ?? []).at(-1);
}

function claimedIn(clause: string): SurgeonRole | undefined {
  if (NOT_OURS.test(clause)) return undefined;
  if (CO_SURGEON.test(clause)) return 'co-surgeon';
  if (BOTH.test(clause)) return 'surgeon';
  if (CLAIMS_ASSISTANT.some((pattern) => pattern.test(clause))) return named(clause, 'assistant');
  if (CLAIMS_TEAM.test(clause)) return 'team';
  if (CLAIMS_ANESTHESIA.test(clause)) return 'anesthesia';
  if (CLAIMS_SURGEON.test(clause)) return 'surgeon';
  return BARE.test(clause) ? named(clause) : undefined;
}

/** The role a stretch of words names; an assistant told to be a PA, NP or CNS is one. */
function named(words: string, known?: SurgeonRole): SurgeonRole | undefined {
  const role = known ?? NAMES.find(([pattern]) => pattern.test(words))?.[1];
  const isNpp = NPP.test(words) || /\d-(?:\w\w-)*as\b/.test(words);
  if (role === 'assistant' && isNpp) return 'assistant-npp';
  return role ?? (isNpp && words !== '' ? 'assistant-npp' : undefined);
}

/** A note that was dictated by somebody else than the operating surgeon says so in its title or in its first person. */
const NOTES: readonly (readonly [RegExp, SurgeonRole])[] = [
  [
    /\bco-?surgeon'?s? (?:operative )?(?:claim|note|report|statement|dictation|role)\b|\b(?:i am|i'm|i was|i served as|my role was|role:?|for) (?:the |an? )?co-? ?surgeon\b/,
    'co-surgeon',
  ],
  [
    /\b(?:physician assistant|pa-c|pa|np|nurse practitioner)'?s? (?:first )?assist(?:ant)?(?: at surgery)? (?:note|statement|dictation)\b|\bassist\w*(?: at surgery)?: \[name\],? (?:pa|pa-c|np|fnp|aprn|cns)\b(?: |-|,){0,2}\(?dictating\)?/,
    'assistant-npp',
  ],
  [
    /\bassistant'?s? (?:surgeon'?s? )?(?:operative )?(?:claim|statement|dictation)\b|\b(?:i am|i'm|i was|i served as|i acted as|my role was|role:?) (?:only )?(?:as )?(?:the |an? )?(?:first )?assistant\b(?! at(?! surgery))|\bassistant(?: at surgery)?: \[name\], m\.?d\.?,? \(?dictating\)?|\bmy (?:professional )?claim as (?:the )?(?:first )?assistant\b|\bi (?:was (?:asked|called|requested) to )?assist(?:ed)? (?:dr|doctor)\b/,
    'assistant',
  ],
  [/\brole:? (?:the )?an(?:a)?esthesi(?:a|ologist)\b/, 'anesthesia'],
];

/** Whose note it is, where it is not the surgeon's. */
export function notesRole(words: string): SurgeonRole | undefined {
  return NOTES.find(([pattern]) => pattern.test(words))?.[1];
}
