import { oneOf } from './pattern.ts';
import { type Span, spansOf } from './spans.ts';

const EMAIL = /[\w.%+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/gi;
const URL =
  /\b(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"')\]]{1,500}|\b(?:[a-z0-9-]{2,63}\.){1,4}(?:com|org|net|edu|gov|health|clinic|info|biz|us|io)\b(?:\/[^\s<>"')\]]{0,300})?/gi;
const IP_ADDRESS = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;

const PHONE_LABEL = oneOf(`
  (?:tele)?phone tel ph fax facsimile mobile cell pager beeper call(?:_(?:me|us|him|her|them))? desk office contact answering`);
const PHONES: readonly RegExp[] = [
  // North America, with or without country code and extension.
  /(?<![\w.-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. /])\d{3}[-. ]\d{4}(?: ?(?:x|ext\.?|extension) ?\d{1,6})?(?!\w|-\d)/gi,
  // International: a leading plus or zero and eight to fourteen digits in groups.
  /(?<![\w.,-])(?:\+|00)(?=(?:[-. ()]*\d){8})\d{1,3}(?:[-. ]?\(?\d{1,4}\)?){2,6}(?!\w|-\d)/g,
  /(?<![\w.,/-])0\d{1,4}(?:[- ]\d{2,4}){2,4}(?!\w|[.-]\d)/g,
  /(?<![\w.,/-])0\d{3}[- ]\d{6,7}(?!\w|[.-]\d)/g,
  /(?<![\w.,/-])\d{2}-\d{2}-\d{2}-\d{2}(?!\w|-\d)/g,
  /(?<![\w.,/-])\d{3} \d{3} \d{3,4}(?!\w|[.-]\d| \d)/g,
  /(?<![\w.,/-])\d{3}-\d{4}(?!\w|[.-]\d)/g,
  // Whatever follows a word for it.
  new RegExp(
    `\\b${PHONE_LABEL}(?: (?:number|no\\.?|#))?(?: (?:is|on|at))?\\s{0,3}[:#.]?\\s{0,3}(\\+?\\(?\\d[\\d ().-]{5,18}\\d(?: ?(?:x|ext\\.?) ?\\d{1,6})?)(?!\\w|-\\d)`,
    'dgi',
  ),
  /(?<![\w.,/-])(\+?\(?\d[\d().-]{0,6}[ ]?[\d ().-]{4,12}\d)[ -]{1,2}(?:office|fax|mobile|home|cell|work)\b/dgi,
];

/** What stands between a label and its number: `MRN: # `, `number is `, `(MRN) `. */
const BETWEEN = '(?: ?(?:number|no\\.?|num|id|#))?(?: is| was| of)?\\s{0,3}\\)?\\s{0,3}[:#=-]?\\s{0,3}[#(]?';
/** A number of a file: at least four letters and digits, at least one of them a digit. */
const FILE_NUMBER = '(#?(?=[A-Z]{0,8}[-/]?[A-Z]{0,4}\\d)[A-Z0-9]{1,20}(?:[-/][A-Z0-9]{1,20}){0,4})';
const RECORD_LABEL = oneOf(`
  MRN M\\.R\\.N\\. MR med(?:ical)?_(?:record|rec|chart)s? (?:(?:health|hospital|patient|unit)_)?record chart
  patient_id(?:entifier)? pt_id patient_(?:number|no\\.?|#) unique_id(?:entifier)? site_id case accession specimen
  enc(?:ounter)? visit FIN CSN HAR SSN SS social(?:_security)? driver'?s?_licen[cs]e licen[cs]e certificate passport NPI DEA
  serial S\\/N SN device_id UDI lot job dictation document report order confirmation`);
const ACCOUNT_LABEL = oneOf(`
  account acct\\.? policy insurance(?:_id)? ins(?:_id)? member(?:ship)?(?:_id)? subscriber(?:_id)? beneficiary(?:_id)?
  health_plan(?:_(?:id|beneficiary))? plan HPN HPBN HICN? MBI medicare medicaid group claim guarantor IBAN (?:credit_)?card
  HMO PPO insured(?:_id)? enrollee(?:_id)? coverage payer_id`);

const RECORD_NUMBERS: readonly RegExp[] = [
  new RegExp(`\\b${RECORD_LABEL}${BETWEEN}${FILE_NUMBER}(?![\\w%]|\\.\\d)`, 'dgi'),
  // Social security number.
  /(?<![\w.-])\d{3}[- ]\d{2}[- ]\d{4}(?![\w-])/g,
  /(?<![\w.-])9?\d{2,3}-\d{2,4}-\d{3,5}(?![\w-])/g,
  // A prefix of letters with five digits and more: no CPT, HCPCS or ICD-10-CM code is shaped so.
  /(?<![\w.-])#?[A-Z]{1,5}-?\d{5,14}(?:-\d{1,8})?(?![\w-])/g,
  /(?<![\w.-])[A-Z]{2,6}-\d{4,14}(?![\w-])/g,
  /(?<![\w.-])#\d{5,14}(?![\w-])/g,
  /(?<![\w.-])\d{5,10}[A-Z]{1,3}(?![\w-])/g,
  // A run of seven digits and more that is no round quantity.
  /(?<![\w.,-])\d{7,20}(?![\w,]|\.\d|-\d)/g,
  /(?<![\w.-])\d{5}-\d{4}(?![\w-])/g,
  /\(01\)\d{14}(?:\(\d{2}\)[A-Z0-9]{1,20}){0,4}/g,
];
const ACCOUNT_NUMBERS: readonly RegExp[] = [
  new RegExp(`\\b${ACCOUNT_LABEL}${BETWEEN}${FILE_NUMBER}(?![\\w%]|\\.\\d)`, 'dgi'),
  /(?<![\w.-])[A-Z]{2}\d{2} ?[A-Z0-9]{4}(?: ?[A-Z0-9]{4}){2,6}(?: ?[A-Z0-9]{1,3})?(?![\w-])/gi,
  /(?<![\w.-])\d{4}[- ]\d{4}[- ]\d{4}[- ]\d{4}(?![\w-])/g,
];
/** A procedure code as it is billed: `29877-59-RT`, `29881RT`, `22552x2`. */
const BILLED_CODE =
  '(?:\\d{5}|\\d{4}[FMTU]|[A-Z]\\d{4})(?:RT|LT|TC|X[EPSU]|E[1-4]|[FT][1-9A])?(?:-[A-Z0-9]{2}){0,4}(?:x\\d{1,2})?';
/** Codes and plain words that a label may stand before: `group A`, `case 1`, `plan: 47562`, `Medicare 2025`. */
const NO_FILE_NUMBER = new RegExp(
  `^#?(?:\\d{1,3}|(?:19|20)\\d{2}|[1-9]0+|${BILLED_CODE}|[A-Z]\\d[0-9A-Z](?:\\.[0-9A-Z]{1,4})?|[A-Z]\\d{1,2}(?:-[A-Z]?\\d{1,2})?|\\d{1,2}[A-Z]{1,2}|\\d{1,2}(?:st|nd|rd|th))$`,
  'i',
);
const CERTAIN_LABEL =
  /\b(?:MRN|record|chart|SSN|account|acct|policy|member|subscriber|NPI|patient id|site id|serial|lot|UDI)\b/i;

/** E-mail addresses, URLs, IP addresses, phone and fax numbers, record, account and serial numbers. */
export function findNumbers(text: string): Span[] {
  const records = RECORD_NUMBERS.flatMap((pattern) => spansOf(text, pattern, 'record-number'));
  const accounts = ACCOUNT_NUMBERS.flatMap((pattern) => spansOf(text, pattern, 'account-number'));
  const fileNumbers = [...records, ...accounts].filter(({ start, end }) => {
    const value = text.slice(start, end);
    if (!NO_FILE_NUMBER.test(value)) return true;
    return value.length >= 4 && CERTAIN_LABEL.test(text.slice(Math.max(0, start - 30), start));
  });
  return [
    ...spansOf(text, EMAIL, 'email'),
    ...spansOf(text, URL, 'url'),
    ...spansOf(text, IP_ADDRESS, 'url'),
    ...accounts.filter((span) => fileNumbers.includes(span)),
    ...PHONES.flatMap((pattern) => spansOf(text, pattern, 'phone')).filter((span) => !isListOfCodes(text, span)),
    ...fileNumbers.filter(({ kind }) => kind === 'record-number'),
  ];
}

const CODE_LIST = new RegExp(`^\\+?${BILLED_CODE}(?: \\+?${BILLED_CODE})*$`, 'i');
const CERTAIN_PHONE = /\b(?:phone|telephone|tel|ph|fax|facsimile|mobile|pager|beeper)\b[^\d\n]{0,20}$/i;

/** `+22552 22845`, `00840 47562`, "office: 99214-25": codes, unless a word for a telephone stands before them. */
function isListOfCodes(text: string, { start, end }: Span): boolean {
  return CODE_LIST.test(text.slice(start, end)) && !CERTAIN_PHONE.test(text.slice(Math.max(0, start - 40), start));
}

/** Numbers of six digits and more, whatever stands around them; `47562-59` is a code with its modifier. */
export function longNumbers(text: string): Span[] {
  return spansOf(text, /\d[\d-]{4,}\d/g, 'record-number').filter(({ start, end }) => {
    const value = text.slice(start, end);
    return value.replaceAll('-', '').length > 5 && !/^\d{5}(?:-\d{2}){1,4}$/.test(value);
  });
}
