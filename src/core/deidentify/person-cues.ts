import { oneOf } from './pattern.ts';
import type { Token } from './tokens.ts';

/** What in the words around tells that a person's name stands here. */

const TITLE = new RegExp(
  `^${oneOf('Dr DR Drs DRS Doctor Mr Mrs Ms Mx Miss MRS Prof Professor Nurse NURSE Sister Rev Herr Frau Mme')}$`,
);
/** `MS` is also multiple sclerosis and `MR` also magnetic resonance: these are titles only with their dot. */
const DOTTED_TITLE = /^(?:MR|MS|mr|mrs|ms|dr)$/;

export function isTitle(previous: Token, token: Token): boolean {
  if (!/^(?:\.?[ \t]{1,2}|\.)$/.test(token.gap)) return false;
  if (TITLE.test(previous.text)) return true;
  return token.gap.startsWith('.') && DOTTED_TITLE.test(previous.text) && !/\d/.test(previous.gap);
}

const CREDENTIAL = new RegExp(
  `^${oneOf(`MD RN PAC PA-C NP NP-C FNP FNP-C CRNA DDS DMD DPM PhD FACS FACOG FACC CST CSFA RNFA CRNFA ARNP APRN LPN
    MBBS FRCS CPC CPC-A COC CCS CNM SA-C CFA PharmD DVM Jr Sr`)}$`,
);
/** These credentials are also words: only after a comma. */
const COMMA_CREDENTIAL = /^(?:DO|PA|OD|DC|ATC|PT|OT)$/;
const DOTTED_CREDENTIAL = /^(?:M\.D|Ph\.D|D\.O|P\.A|R\.N)\b/;

export const isCredential = (text: string): boolean => CREDENTIAL.test(text);

/** `Jane Roe, MD`: `next` is the word after the name. */
export function startsCredential(text: string, next: Token | undefined): boolean {
  if (next === undefined || !/^\.?,?[ \t]{0,2}$/.test(next.gap)) return false;
  if (DOTTED_CREDENTIAL.test(text.slice(next.start, next.start + 4)) || CREDENTIAL.test(next.text)) return true;
  return next.gap.includes(',') && COMMA_CREDENTIAL.test(next.text);
}

const ROLES = oneOf(`
  (?:patient|pt)(?:['’]s)?(?:_name)? names? (?:first|last|maiden|full|legal|preferred)_name
  (?:(?:first|second|assistant|attending|co-?|primary|referring|operating|resident)_?)?surgeons?
  (?:(?:first|second|surgical)_)?assistants? asst attendings?(?:_(?:physician|surgeon))? anesthesiologists? anesthetist
  anesthesia_(?:by|provider|staff) crna (?:scrub|circulating|charge)(?:_(?:nurse|tech(?:nician)?|person))? circulators?
  (?:(?:referring|ordering|primary(?:_care)?|attending|consulting|treating|admitting|family|interpreting)_)?(?:physicians?|providers?|doctors?|practitioner)
  pcp dictated_by dictating(?:_(?:physician|provider))? dictator transcribed_by transcriptionist
  (?:(?:electronically_|e-?)?(?:signed|authenticated|verified|reviewed|attested|approved|cosigned))(?:_by)? signature cc
  attn attention residents? fellows? operators? proceduralist perfusionist pathologist radiologist performed_by
  physician_assistant nurse_practitioner guarantor insured subscriber policy_holder emergency_contact next_of_kin contact
  mother father spouse guardian parent from to re dear author coder biller by`);

/** `Labs reviewed:` is followed by what was reviewed, not by who did it. */
const NOT_AFTER_THINGS =
  '(?<!\\b(?:labs?|laborator(?:y|ies)|imaging|images|films|results?|data|studies|records?|notes?|tests?|ecg|ekg)(?: (?:was|were))?[ \\t]{1,2})';

/** A role and its colon; what follows on the line, or on the next, is whoever has the role. */
export const ROLE_LABEL = new RegExp(
  `${NOT_AFTER_THINGS}\\b${ROLES}(?:\\(s\\)|s)?(?:['’]s)?(?: name)?[ \\t]{0,4}[:–][ \\t]{0,12},?`,
  'gi',
);

const LEADS = oneOf(`
  [Nn]ames?(?:_is|d|_was|\\?) NAME_IS called known_as (?:correct|change)_it_to
  [Mm]y_(?:son|daughter|husband|wife|kid|mother|father|brother|sister|partner|patient|client) [Hh]is_(?:son|daughter|wife)
  [Hh]er_(?:son|daughter|husband) [Ww]ife [Hh]usband [Pp]atients? PATIENT [Pp]t\\.? [Hh]i [Hh]ello HI [Dd]ear [Rr]egards
  [Ss]incerely [Tt]hanks [Tt]hank_you [Cc]heers [Bb]est [Ff]ollow_up_with [Rr]eferred_by [Dd]ictated_by [Ss]igned_by
  [Ss]een_by [Aa]ssisted_by [Pp]erformed_by [Dd]iscussed_with [Cc]onsulted_with says [Ss]aid [Ii]['’]m I_am [Tt]his_is`);
/** What stands right before a name in a sentence or a letter. */
export const PERSON_LEAD = new RegExp(`(?:^|[^\\p{L}])${LEADS}[,.]?(?: |\\r?\\n){1,3}$`, 'u');

const VERBS =
  oneOf(`was_born says? said lives? lived resides? presented presents reports? reported denies denied complains
  complained states stated agreed consented works smokes who`);
const RECORD = oneOf('MRN mrn DOB dob D\\.O\\.B SSN ssn acct account chart_number med(?:ical)?_rec(?:ord)?');
/** What stands right after a name: an age, a description, a number of a record, what only persons do. */
export const PERSON_TAIL = new RegExp(
  `^(?:['’]s (?:wife|husband|mother|father|son|daughter|family|address|insurance|chart)|,? (?:\\(?\\d{1,3}[ -]?(?:y|yo|year)|(?:is|was) (?:an? )?[\\w ]{0,25}(?:\\d[ -]?y|\\b(?:old|man|woman|male|female|person)\\b)|${VERBS}\\b)|,? {1,2}\\(?${RECORD}\\b)`,
);
