import { readTargets } from '../../extract/targets.ts';
import { type CodeRange, rangesOf } from './code-ranges.ts';

/** A kind of place of which a patient has several, for the codes that work there. */
export interface SiteKind {
  /** What one of them is called when the surgeon is asked. */
  readonly noun: string;
  /** One place may hold several of these, and each counts by itself. */
  readonly thing?: string;
  readonly codes: readonly CodeRange[];
  read(words: string): readonly string[];
}

/** Names with the words that tell them; a coarse word stands for all the places in it. */
function named(rows: readonly (readonly [names: string, pattern: RegExp])[]): SiteKind['read'] {
  return (words) => [...new Set(rows.flatMap(([names, pattern]) => (pattern.test(words) ? names.split(' ') : [])))];
}

const COLON = named([
  ['cecum', /\b(cec(um|al)|ileocecal|appendiceal orifice)\b/],
  ['ileum', /\b(terminal ile(um|al)|ile(um|al))\b/],
  ['ascending', /\b(ascending( colon)?|right colon)\b(?! aort)/],
  ['hepatic', /\bhepatic flexure\b/],
  ['transverse', /\btransverse( colon)?\b(?! fold)/],
  ['splenic', /\bsplenic flexure\b/],
  ['descending', /\b(descending( colon)?|left colon)\b(?! (duoden|part))/],
  ['sigmoid', /\bsigmoid( colon)?\b(?!oscop)/],
  ['rectum', /\b(rectum|rectal|rectosigmoid)\b/],
]);

const UPPER_GUT = named([
  ['esophagus', /\b(esophag(us|eal)|schatzki|gastroesophageal|ge junction|z line)\b/],
  ['antrum', /\bantr(um|al)\b/],
  ['body', /\bgastric body|body of the stomach\b/],
  ['fundus', /\b(gastric )?fund(us|ic)\b/],
  ['antrum body fundus', /\b(stomach|gastric (?!body|fund|antr))\b/],
  ['duodenum', /\b(duoden(um|al)|ampulla)\b/],
]);

const SMALL_BOWEL = named([
  ['duodenum', /\b(duoden(um|al)|bulb)\b/],
  ['proximal', /\bproximal (small bowel|jejun(um|al))\b|\bligament of treitz\b/],
  ['middle', /\bmid (small bowel|jejun(um|al))\b/],
  ['distal', /\bdistal (small bowel|jejun(um|al))\b|\bdownstream\b/],
  ['ileum', /\bile(um|al)\b/],
]);

const LUNG = named([
  ['rul', /\b(right upper lobe|rul)\b/],
  ['rml', /\b(right middle lobe|rml)\b/],
  ['rll', /\b(right lower lobe|rll)\b/],
  ['lul', /\b(left upper lobe|lul|lingula\w*)\b/],
  ['lll', /\b(left lower lobe|lll)\b/],
]);

const URINARY = named([
  ['bladder', /\bbladder (?!neck)(wall|tumor|mass|lesion|dome|base)?|\btrigone\b/],
  ['ureter', /\bureter(s|al|oscop\w*)?\b/],
  ['kidney', /\b(kidney|renal|calyx|calyceal)\b/],
  ['urethra', /\burethra(l)?\b/],
  ['prostate', /\bprostat(e|ic)\b/],
]);

const KNEE = named([
  ['medial', /\bmedial (compartment|femoral condyle|tibial plateau|menisc\w+)\b/],
  ['lateral', /\blateral (compartment|femoral condyle|tibial plateau|menisc\w+)\b/],
  ['patellofemoral', /\b(patell(a|ar|ofemoral)|trochlea(r)?)\b/],
]);

const MENISCUS = named([
  ['medial', /\bmedial menisc\w+\b/],
  ['lateral', /\blateral menisc\w+\b/],
]);

const JOINT = named([
  ['neck', /\b(?<!(femoral|surgical|radial) )neck\b|\b(cervical|trapezi\w+|levator)\b/],
  ['back', /\b(upper|lower|mid) back\b|\b(lumbar|rhomboid\w*|paraspin\w*)\b/],
  ['shoulder', /\b(shoulder|glenohumeral|subacromial|acromioclavicular)\b/],
  ['elbow', /\b(elbow|epicondyl\w+)\b/],
  ['wrist', /\b(wrist|carpal)\b/],
  ['hand', /\b(finger|thumb|metacarpophalangeal|a1 pulley)\b/],
  ['occiput', /\b(occip\w+|gon block\w*)\b/],
  ['chest', /\bintercostal\b/],
  ['groin', /\b(ilioinguinal|iliohypogastric|pudendal)\b/],
  ['sacroiliac', /\b(sacroiliac|si joints?|sij)\b/],
  ['hip', /\b(hip|trochanter\w*)\b/],
  ['knee', /\b(knee|pes anserin\w+|genicular)\b/],
  ['ankle', /\bankle\b/],
  ['foot', /\b(foot|heel|plantar)\b/],
]);

const SKIN = named([
  ['scalp', /\bscalp\b/],
  ['forehead', /\b(forehead|brow|temple)\b/],
  ['cheek', /\b(cheek|malar|zygoma\w*)\b/],
  ['nose', /\b(nose|nasal (tip|ala|sidewall|dorsum))\b/],
  ['lip', /\blips?\b/],
  ['ear', /\b(ear|auricle|helix|pinna)\b/],
  ['eyelid', /\b(eyelid|canthus)\b/],
  ['chin', /\b(chin|jaw(line)?)\b/],
  ['forehead cheek nose lip ear eyelid chin', /\b(face|facial)\b/],
  ['neck', /\b(?<!(femoral|bladder|gallbladder|surgical|radial) )neck\b/],
  ['chest', /\b(chest|sternum|breast)\b/],
  ['abdomen', /\b(abdomen|abdominal wall|flank)\b/],
  ['back', /\b(upper|lower|mid|left|right|of the|his|her) back\b|\bscapula\w*/],
  ['buttock', /\b(buttock|gluteal|sacr(um|al)|ischi\w+)\b/],
  ['groin', /\b(groin|inguinal|perine\w+|vulva\w*|scrot\w+)\b/],
  ['axilla', /\baxill(a|ary)\b/],
  ['shoulder', /\bshoulder\b/],
  ['upper-arm', /\bupper arm\b/],
  ['forearm', /\bforearm\b/],
  ['upper-arm forearm', /\b(?<!(upper|fore) ?)arm\b|\bupper extremity\b/],
  ['hand', /\b(hand|palm|finger|thumb)\b(?! held)/],
  ['thigh', /\bthigh\b/],
  ['knee', /\bknee\b/],
  ['leg', /\b(calf|shin|lower leg|pretibial)\b/],
  ['thigh leg', /\b(?<!lower )leg\b|\blower extremity\b/],
  ['foot', /\b(foot|heel|toe|ankle)\b/],
]);

const ORDINAL =
  /\b(?:(first|1st)|(second|2nd)|(third|3rd)|(fourth|4th)|(fifth|5th|small))\b(?=[a-z0-9 ,]{0,40}\b(metacarp|metatars|ray|toe|finger|digit))/g;

/** Rays of a hand or foot: first to fifth metacarpal or metatarsal. */
function rays(words: string): readonly string[] {
  return [...words.matchAll(ORDINAL)].map((hit) => `${hit.slice(1).findIndex((each) => each !== undefined) + 1}`);
}

const FOOT_BONE = /\b(?:(navicul\w*)|(cuboid)|(cuneiform)|(sesamoid\w*)|(calcane\w*|heel)|(talus|talar)\b(?! bunion))/g;
const FIFTH = /\b(tailor\w*(?: s)?|talus) bunion\w*|\bbunionettes?\b/;

/** Bones of the foot by name, metatarsals by their number; a tailor's bunion sits on the fifth, any other on the first. */
function footBones(words: string): readonly string[] {
  const named = [...words.matchAll(FOOT_BONE)].map(
    (hit) => `bone ${hit.slice(1).findIndex((each) => each !== undefined)}`,
  );
  const fifth = FIFTH.test(words) ? ['5'] : [];
  const first = /\b(bunion\w*|hallux)\b/.test(words.replace(FIFTH, ' ')) ? ['1'] : [];
  return [...rays(words), ...named, ...fifth, ...first];
}

function digits(words: string): readonly string[] {
  return readTargets(words).digits;
}

/** Interspaces; a vertebra alone says which only when no space is named. */
function levels(words: string): readonly string[] {
  return readTargets(words).spaces;
}

/** Where places are told by words; the first kind that holds both codes of a pair counts. */
export const SITE_KINDS: readonly SiteKind[] = [
  { noun: 'segment of the bowel', thing: 'lesion', codes: rangesOf('44388-45398'), read: COLON },
  {
    noun: 'part of the upper digestive tract',
    thing: 'lesion',
    codes: rangesOf('43180-43259 43270'),
    read: UPPER_GUT,
  },
  { noun: 'part of the small bowel', thing: 'lesion', codes: rangesOf('44360-44379'), read: SMALL_BOWEL },
  { noun: 'lobe', thing: 'lesion', codes: rangesOf('31623-31661'), read: LUNG },
  {
    noun: 'organ',
    codes: rangesOf('50040-51999 52204-53899'),
    read: URINARY,
  },
  { noun: 'meniscus', codes: rangesOf('29880-29883'), read: MENISCUS },
  {
    noun: 'compartment of the knee',
    codes: rangesOf('29880-29881 G0289'),
    read: KNEE,
  },
  {
    noun: 'level',
    codes: rangesOf('22510-22634 62320-62327 63001-63103 64479-64495'),
    read: levels,
  },
  {
    noun: 'ray',
    codes: rangesOf('26600-26785 28450-28675'),
    read: rays,
  },
  {
    noun: 'bone of the foot',
    codes: rangesOf('28104-28122 28140 28288-28299 28306-28309 28315 28320-28322'),
    read: footBones,
  },
  {
    noun: 'digit',
    codes: rangesOf('11719-11765 26010-26596 28124-28160 28232-28313'),
    read: digits,
  },
  {
    noun: 'joint or tendon',
    codes: rangesOf('20526-20611 23000-23929 27000-27599 29805-29916 62320-62327 64400-64495'),
    read: JOINT,
  },
  {
    noun: 'site',
    codes: rangesOf('10030-17999 20005-20206'),
    read: SKIN,
  },
];

/** Acts that a note tells by words of their own, wherever it tells them. */
export const ACTS: readonly { readonly codes: readonly CodeRange[]; readonly act: RegExp }[] = [
  {
    codes: rangesOf('43239 45380 45331 44389 44361'),
    act: /\b(?<!hot )(biops\w*|cold forceps|forceps bites|bites)\b/,
  },
  {
    codes: rangesOf('43251 45385 45338 44394 44364'),
    act: /\bsnar(e|ed|ing)\b/,
  },
  {
    codes: rangesOf('43250 45384 45333 44392'),
    act: /\bhot (biopsy|forceps)\b/,
  },
  {
    codes: rangesOf('43270 45388 45346 44401'),
    act: /\b(argon|apc|ablat\w+|fulgurat\w+)\b/,
  },
  {
    codes: rangesOf('43248-43249 43233 45386 45340'),
    act: /\bdilat\w+|\b(balloon|bougie|savary)\b/,
  },
  { codes: rangesOf('29880-29881'), act: /\bmenisc(ectom\w+|us|al)\b/ },
  { codes: rangesOf('G0289'), act: /\b(chondroplast\w+|loose bod\w+|shav(ed|ing))\b/ },
];
