import { CITIES } from './lexicon/cities.ts';
import { EPONYMS, HEAD_NOUNS } from './lexicon/eponyms.ts';
import { GENERIC_FACILITY_WORDS, GENERIC_HOSPITAL_WORDS, KNOWN_FACILITIES } from './lexicon/facilities.ts';
import { hasWordEnding, isListedWord } from './lexicon/words.ts';
import { oneOf } from './pattern.ts';
import { type Span, spansOf } from './spans.ts';

const CAPITAL = "(?:St\\.|Mt\\.|\\p{Lu}[\\p{L}’'.&-]{0,30})";
const FACILITY_END = oneOf(`
  Hospitals? Medical_(?:Center|Centre|Group|Associates|Clinic|Partners) Med(?:ical|\\.)?_C(?:en)?te?r\\.? Med(?=_on|_in|_at|[,.;)?])
  (?:Surgical|Physicians?|Health)_(?:Associates|Partners|Group|Specialists) Associates PLLC VAMC Clinics? [Ss]enior_[Cc]enter
  Surgery_Cent(?:er|re) Surg(?:ical|i)_?[Cc]ent(?:er|re) Surgicenter Health(?:_?[Cc]are)?(?:_(?:System|Center|Network|Services))?
  Infirmary Institute Hospice Sanatorium Rehab(?:ilitation)?_Center Nursing_(?:Home|Facility) (?:Cancer|Heart)_Cent(?:er|re)
  (?:Neurology|Cardiology|Oncology|Orthopa?edics?|Eye|Spine|Imaging|Endoscopy|Dialysis|Wound|Urology|Pediatric|Dental|Dermatology|Wellness|Care|Family_Practice|Family_Medicine)_(?:Cent(?:er|re)|Associates|Group|Specialists|Practice)
  General Memorial Methodist Presbyterian Baptist VA University College`);
const FACILITY = new RegExp(
  `\\b(${CAPITAL}(?: (?:of|and|&|for|the) ${CAPITAL}| ${CAPITAL}){0,5}? ${FACILITY_END}(?: (?:of|at|in) ${CAPITAL}(?: ${CAPITAL})?| ${FACILITY_END})?)(?![\\p{L}])`,
  'dgu',
);
const FACILITY_UPPER =
  /\b((?:[A-Z][A-Z.'’&-]{1,30} ){1,5}(?:HOSPITAL|MEDICAL CENTER|CLINIC|SURGERY CENTER|SURGICAL CENTER|HEALTH SYSTEM|INFIRMARY))\b/dg;

const STREET_TYPE = oneOf(`
  St(?:reet)? Ave(?:nue)? R(?:oa)?d Blvd Boulevard Dr(?:ive)? La?ne? Ct Court Way Pl(?:ace)? Hwy Highway Pkwy Parkway
  Cir(?:cle)? Ter(?:race)? Sq(?:uare)? Trail Turnpike Pike Plaza Alley Route Loop`);
const STATE = oneOf(`
  AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI
  SC SD TN TX UT VT VA WA WV WI WY Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia
  Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi
  Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma
  Oregon Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia Washington
  West_Virginia Wisconsin Wyoming`);
const STATE_NAME = new RegExp(`^${STATE}$`);
const UNIT_PART = '(?:,? ?(?:Suite|Ste\\.?|Apt\\.?|Apartment|Unit|Room|Rm\\.?|Floor|#) ?#?[A-Z0-9-]{1,8})';
const ADDRESSES: readonly RegExp[] = [
  new RegExp(
    `(?<![\\w./-])\\d{1,6}[A-Z]?,? (?:[NSEW]\\.? |North |South |East |West )?(?:[\\p{Lu}\\d][\\p{L}\\d'’-]{0,30} ){1,4}${STREET_TYPE}\\b\\.?${UNIT_PART}?`,
    'gu',
  ),
  /\b(?:[\p{Lu}][\p{L}'’-]{1,30} ){1,2}(?:Street|Avenue|Boulevard|Blvd|Road|Lane|Parkway|Highway)\b/gu,
  /\bP\.? ?O\.? ?Box \d{1,7}\b/gi,
  /\b(?:Suite #?\d{2}|(?:Ste\.|Apt\.?|Apartment) #?\d)[A-Z0-9-]{0,7}\b/g,
  new RegExp(
    `\\b\\p{Lu}[\\p{L}.'’-]{1,30}(?: \\p{Lu}[\\p{L}.'’-]{1,30}){0,2},? ${STATE},? \\d{5}(?:-\\d{4})?\\b`,
    'gu',
  ),
  new RegExp(
    `(?<=(?:^|[\\s,;]))\\p{Lu}[\\p{Ll}.'’-]{2,30}(?: \\p{Lu}[\\p{Ll}.'’-]{2,30}){0,2}, (?!(?:MD|PA|OR|IN|ME|OK|DC|DE|MS)\\b)${STATE}\\b(?!\\.[A-Z])`,
    'gu',
  ),
  new RegExp(`\\b${STATE} \\d{5}(?:-\\d{4})?\\b`, 'g'),
  /\b(?:zip|postal)(?: ?code)?(?: is)?\s{0,3}[:#]?\s{0,3}(\d{3,5}(?:[- ]\d{2,4})?(?: [A-Z]{2})?)\b/dgi,
  // A whole line with the label of an address, and lines that begin like one.
  /(?:^|\n)[ \t>]*(?:(?:home|street|billing|mailing|patient) )?address[ \t]*:[ \t]*(\S[^\n]{2,120})/dgi,
  /\b(?:lives?|living|located|resid(?:es|ing)|address is|address:)\s(?:at|on|in)?\s?(\d{1,6} \p{Lu}[^\n.;]{3,60})/dgu,
];
const CITY_LEAD = '(?:\\b(?:in|from|at|near|of|to|visited|leaving|our)|[,\\]])';

/** Postal addresses, places smaller than a state where they are told as such, and named facilities. */
export function findPlaces(text: string): Span[] {
  const facilities = [FACILITY, FACILITY_UPPER]
    .flatMap((pattern) => spansOf(text, pattern, 'facility'))
    .map((span) => withoutLead(text, span))
    .filter(({ start, end }) => !isGeneric(text.slice(start, end)));
  return [
    ...facilities,
    ...laterMentions(text, facilities),
    ...spansOf(text, KNOWN_FACILITY, 'facility'),
    ...spansOf(text, PLACE_OF_CARE, 'facility').filter(({ start, end }) => isProper(text.slice(start, end))),
    ...ADDRESSES.flatMap((pattern) => spansOf(text, pattern, 'address')),
    ...spansOf(text, CITY, 'address').filter(({ end }) => !namesAnInstrument(text, end)),
  ];
}

const KNOWN_FACILITY = new RegExp(`\\b(?:${KNOWN_FACILITIES.join('|')})\\b(?:['’]s)?`, 'g');
const CITY = new RegExp(`${CITY_LEAD} ((?:${CITIES.join('|')}))(?![\\w-]| Sci)`, 'dg');

const CARE = oneOf(`
  admitted seen treated evaluated reviewed presented transferred referred consulted assessed visited performed operated
  diagnosed replacement surgery hospitalized`);
/** `Seen at Cedar Crest`: the verb tells that a place of care follows. */
const PLACE_OF_CARE = new RegExp(
  `\\b${CARE}(?: (?:last|here))? (?:at|to|from|in)(?: the| our)? (\\p{Lu}[\\p{L}’'&-]{1,30}(?: \\p{Lu}[\\p{L}’'&.-]{1,30}){0,3})(?= (?:on|in|for|with|last|and|where|after|due|because|hospital|clinic|office)\\b| ?[,.;?()]|$|\\s\\[)`,
  'dgmu',
);

function isProper(name: string): boolean {
  return name.split(' ').every((word) => {
    const lower = word.toLowerCase();
    return (
      !GENERIC_FACILITY_WORDS.has(lower) &&
      !isListedWord(lower) &&
      !hasWordEnding(lower) &&
      !EPONYMS.has(lower) &&
      !NO_PLACE.test(word) &&
      !STATE_NAME.test(word)
    );
  });
}

/** Levels, codes and abbreviations of departments are no places. */
const NO_PLACE = /\d|^[A-Z]{2,4}$|^(?:Recovery|Trendelenburg|Lloyd-Davies|Dr)$/;

/** `Cedarline` after `CEDARLINE SURGERY CENTER`: what in the name is no ordinary word gives the place away alone. */
function laterMentions(text: string, facilities: readonly Span[]): Span[] {
  const words = facilities
    .flatMap(({ start, end }) => text.slice(start, end).split(/[^\p{L}]+/u))
    .filter((word) => word.length >= MIN_FACILITY_WORD && isProper(word) && !EPONYMS.has(word.toLowerCase()));
  if (words.length === 0) return [];
  return spansOf(text, new RegExp(`\\b(?:${[...new Set(words)].join('|')})\\b`, 'gi'), 'facility');
}

const MIN_FACILITY_WORD = 5;

/** `Admitted to Mercy Hospital`: a heading word or `The` before the name is no part of it. */
function withoutLead(text: string, span: Span): Span {
  let { start } = span;
  for (;;) {
    const word = text
      .slice(start, span.end)
      .match(/^(?:The|At|In|From|To|Our|Location|Facility|Date|Place|Hospital) /)?.[0];
    if (word === undefined) return { ...span, start };
    start += word.length;
  }
}

/** `Ambulatory Surgery Center` tells the place of service and nobody's name. */
function isGeneric(name: string): boolean {
  const isHospital = /hospital$/i.test(name);
  return name.split(/[\s.-]+/).every((word) => {
    const lower = word.toLowerCase();
    if (isHospital) return GENERIC_HOSPITAL_WORDS.has(lower);
    return GENERIC_FACILITY_WORDS.has(lower) || isListedWord(lower) || hasWordEnding(lower);
  });
}

/** `Boston keratoprosthesis`, `Houston valves`: the place is a device or an eponym here. */
function namesAnInstrument(text: string, end: number): boolean {
  const next = text.slice(end, end + 40).match(/^[ -]([a-z]+)/)?.[1];
  return next !== undefined && (HEAD_NOUNS.has(next) || HEAD_NOUNS.has(next.replace(/s$/, '')));
}
