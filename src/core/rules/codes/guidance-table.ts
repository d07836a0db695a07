/** A fact that a guidance code needs beside the work it guides, and the words that tell it. */
export interface GuidanceNeed {
  readonly fact: string;
  readonly told: RegExp;
}

const STORED: GuidanceNeed = {
  fact: 'a stored picture',
  told: /\b(images?|pictures?|photo\w*|prints?|films?|clips?|recordings?)\b( \w+){0,8} (saved|stored|archived|kept|recorded|printed|documented|retained|captured|placed|filed|pacs)\b|\b(saved|stored|archived|permanent(ly)?|hard cop(y|ies)|captured|documented|recorded)\b( \w+){0,5} (images?|pictures?|recordings?|prints?|pacs|chart|record)\b/,
};
const OPEN_VESSEL: GuidanceNeed = {
  fact: 'that the vessel was seen to be open',
  told: /\b(patent|patency|compressib\w+|widely open|without (thrombus|clot)|no (thrombus|clot))\b/,
};
const TIP: GuidanceNeed = {
  fact: 'a picture of where the tip lies',
  told: /\b(tip|catheter|end|position|placement)\b( \w+){0,12} (fluoro\w*|x ray|radiograph\w*|films?|images?|spot|cavoatrial|atriocaval|atrial|svc|vena cava)\b|\b(fluoro\w*|x ray|radiograph\w*|films?|images?)\b( \w+){0,10} (tip|catheter|position|placement)\b/,
};
const READ: GuidanceNeed = {
  fact: 'what the pictures showed',
  told: /\b(cholangio\w*|contrast|dye|images?|duct|films?)\b( \w+){0,12} (show\w*|reveal\w*|demonstrat\w*|flow\w*|fill\w*|normal|patent|clear|free)\b|\bno (filling defect|stone|leak)s?\b/,
};
const SEEN: GuidanceNeed = {
  fact: 'what the ultrasound showed',
  told: /\b(ultraso\w+|sonogra\w*)\b( \w+){0,12} (show\w*|reveal\w*|demonstrat\w*|identif\w*|confirm\w*|locat\w*|found|seen|noted|no )/,
};
const NAVIGATED: GuidanceNeed = {
  fact: 'that the navigation was registered and used',
  told: /\bregist(er\w*|ration)\b|\b(navigat\w*|stealth|brainlab|image guid\w*|neuronavigat\w*)\b( \w+){0,10} (used|guid\w*|accura\w*|confirm\w*|localiz\w*|plan\w*|verif\w*|align\w*)/,
};
const MICROSURGERY: GuidanceNeed = {
  fact: 'microsurgical work under the operating microscope',
  told: /\bmicroscop\w*\b( \w+){0,14} (brought|used|dissect\w*|draped|magnif\w*|microdissect\w*|repair\w*|under|sutur\w*|decompress\w*|remov\w*)|\b(under|with|using) (the )?(operating |surgical |operative )?microscop\w*|\bmicrosurgical\b|\bmicrodissect\w*/,
};

/** Guidance codes billed beside the work, with what must be written (CPT, guidance and add-on instructions, as facts). */
export const GUIDANCE: Readonly<Record<string, readonly GuidanceNeed[]>> = {
  '20985': [NAVIGATED],
  '61781': [NAVIGATED],
  '61782': [NAVIGATED],
  '61783': [NAVIGATED],
  '69990': [MICROSURGERY],
  '74300': [READ],
  '76937': [OPEN_VESSEL, STORED],
  '76942': [STORED],
  '76998': [SEEN],
  '77001': [TIP],
};

/** Pictures that lead a needle or a catheter, whatever makes them. */
export const IMAGING_CODES: ReadonlySet<string> = new Set(['76000', '76942', '77002', '77003', '77012', '77021']);

/** Codes whose own text holds their imaging, as beginnings or whole codes (CPT, as facts). */
export const IMAGING_INSIDE =
  /^(1000[4-9]|1001[0-2]|1908[1-6]|1928[1-8]|20604|20606|20611|22510|22511|22512|22513|22514|22515|27096|32408|3657[23]|36584|369\d\d|49083|4940[5-7]|62321|62323|62325|62327|64479|64480|64483|64484|6449[0-5]|64625|6463[3-6])$/;

/** What Medicare pays the microscope beside (Medicare Claims Processing Manual ch. 12, 20.4.5). */
export const MICROSCOPE_PAID: readonly (readonly [string, string])[] = [
  ['61304', '61546'],
  ['61550', '61711'],
  ['62010', '62100'],
  ['63081', '63308'],
  ['63704', '63710'],
  ['64831', '64831'],
  ['64834', '64836'],
  ['64840', '64858'],
  ['64861', '64870'],
  ['64885', '64898'],
  ['64905', '64907'],
];
