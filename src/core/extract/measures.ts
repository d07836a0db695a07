import type { MeasureFact, MeasureUnit, Statement } from './note-extract.ts';

const NUMBER = '(\\d+(?:\\.\\d+)?|\\.\\d+)';
const UNIT =
  '(square (?:cm|centimeters?)|sq\\.? ?cm|cm2|cm\\^2|cm²|centimeters?|cms?|millimeters?|mm|grams?|gms?|g|kg|kilograms?|ml|cc|milliliters?|minutes?|mins?|inch(?:es)?|percent|%)(?![a-z])';
const SINGLE = new RegExp(
  `(?<![\\d.#/-])${NUMBER}(?:\\s*(?:cm|mm|centimeters?)?\\s*(?:to|-)\\s*${NUMBER})?[\\s-]*${UNIT}`,
  'gi',
);
const BY = new RegExp(
  `(?<![\\d.#])${NUMBER}\\s*(cm|mm|centimeters?|millimeters?)?\\s*(?:x|by|×)\\s*${NUMBER}(?:\\s*(?:cm|mm)?\\s*(?:x|by|×)\\s*${NUMBER})?[\\s-]*(cm|mm|centimeters?|millimeters?)(?![a-z])`,
  'gi',
);

const UNITS: readonly (readonly [RegExp, MeasureUnit, number])[] = [
  [/^(square|sq|cm2|cm\^2|cm²)/i, 'sqcm', 1],
  [/^(cm|centi)/i, 'cm', 1],
  [/^(mm|millim)/i, 'cm', 0.1],
  [/^(kg|kilo)/i, 'g', 1000],
  [/^g/i, 'g', 1],
  [/^(ml|cc|millil)/i, 'ml', 1],
  [/^min/i, 'minutes', 1],
  [/^inch/i, 'cm', 2.54],
  [/^(percent|%)/i, 'percent', 1],
];

/** Nouns near a number, nearest first. The order of the table breaks ties. */
const BOUND_TO: readonly (readonly [RegExp, MeasureFact['of']])[] = [
  [
    /\b(lesion|tumou?r|neoplasm|mass|cyst|nevus|melanoma|carcinoma|cancer|lipoma|keratosis|mole|macule|nodule|polyp|scc|bcc|plaque|papule|lump|growth|sore|spot|pigment|biopsy (?:site|scar))\w*\b/,
    'lesion',
  ],
  [/\b(stone|calculus|calculi)\w*\b/, 'stone'],
  [/\b(defect|crater|hernia|hole|gap)\w*\b/, 'defect'],
  [
    /\b(laceration|wound|(?<!\b(?:was|were|been|and|then|is) )cuts?(?![a-z])|repair|clos|incision|sutur|ulcer|tear|gash|bite|length)\w*\b/,
    'wound',
  ],
  [/\b(uterus|specimen|weigh|prostate|breast|weight)\w*\b/, 'weight'],
];

/** What a number before it only sizes: `12 mm port`, `7 cm x 4 cm mesh`. */
const DEVICE =
  /^[- ]*(?:(?:piece|sheet|square|patch) of (?:\w+[- ]){0,4}?(?:mesh|prolene|polypropylene|strattice|alloderm)\b|(\w+[- ]){0,2}?(ports?|trocars?|scopes?|\w+scope|needles?|screws?|plates?|catheters?|stents?|tubes?|blades?|balloons?|sheaths?|drills?|pins?|wires?|staplers?|dilators?|lens|punch|grafts?|mesh|implants?|nails?|rods?|cages?|incisions?|bougies?|drains?|snare|cuff|reamer|loupes?|dis[ck]s?|sheets?)\b)/;

/** Every measured number of the statements, in cm, sq cm, g, ml or minutes, with what it measures. */
export function readMeasures(text: string, statements: readonly Statement[]): MeasureFact[] {
  const facts: MeasureFact[] = [];
  for (const statement of statements) {
    const raw = text.slice(statement.start, statement.end);
    if (!/\d/.test(raw)) continue;
    const taken: (readonly [number, number])[] = [];
    for (const hit of raw.matchAll(BY)) {
      const unit = unitOf(hit[5] ?? 'cm');
      const sides = [hit[1], hit[3], hit[4]]
        .filter((side) => side !== undefined)
        .map((side) => round(Number(side) * unit.factor));
      const [long = 0, wide = 0] = sides.slice(0, 2).sort((a, b) => b - a);
      taken.push([hit.index, hit.index + hit[0].length]);
      facts.push(factAt(statement, raw, hit.index, hit[0].length, long, 'cm', wide));
    }
    for (const hit of raw.matchAll(SINGLE)) {
      if (taken.some(([from, to]) => hit.index < to && hit.index + hit[0].length > from)) continue;
      const unit = unitOf(hit[3] ?? '');
      const value = Math.max(Number(hit[1]), Number(hit[2] ?? 0)) * unit.factor;
      facts.push(factAt(statement, raw, hit.index, hit[0].length, round(value), unit.unit, undefined));
    }
  }
  return facts.sort((a, b) => a.start - b.start);
}

function factAt(
  statement: Statement,
  raw: string,
  at: number,
  length: number,
  value: number,
  unit: MeasureUnit,
  width: number | undefined,
): MeasureFact {
  return {
    value,
    unit,
    width,
    statement: statement.index,
    start: statement.start + at,
    end: statement.start + at + length,
    of: boundTo(raw.toLowerCase(), at, at + length, unit),
  };
}

function unitOf(text: string): { readonly unit: MeasureUnit; readonly factor: number } {
  const hit = UNITS.find(([pattern]) => pattern.test(text.trim()));
  return hit === undefined ? { unit: 'cm', factor: 1 } : { unit: hit[1], factor: hit[2] };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** `Diameter with margins 1.1 cm`: what a lesion's excision is coded by. */
const EXCISED = /\bdiameter (?:with|including)(?: \w+)? margins?\b[^.;]*$/;

/** `The whole thing measured 2.4 cm including the skin edge`. */
const WITH_SKIN =
  /^ *(?:,? ?(?:including|with|counting) (?:the |its |a )?(?:\w+ )?(?:skin|margins?|rim|edges?)|excised(?: diameter)?)\b/;

/** The noun that stands nearest to the number within the clause; words after it win at equal distance. */
function boundTo(raw: string, start: number, end: number, unit: MeasureUnit): MeasureFact['of'] {
  if (isUndermined(raw, start, end)) return 'undermined';
  if (isMargin(raw, start, end)) return 'margin';
  if (isSpacing(raw, start, end)) return 'spacing';
  // No device is told by its weight: `412 g with tubes` is the uterus.
  if (unit !== 'g' && (DEVICE.test(raw.slice(end, end + 40)) || isCut(raw, start))) return 'device';
  const before = raw.slice(Math.max(0, start - 60), start);
  const isWhole = /\bmargins?,? *$/.test(before) && ACROSS.test(raw.slice(end, end + 40));
  if (unit === 'cm' && (isWhole || EXCISED.test(before) || WITH_SKIN.test(raw.slice(end)))) return 'lesion';
  if (/\bfinal( length| closure| repair)?( of|:)? *$/.test(raw.slice(Math.max(0, start - 30), start))) return 'wound';
  let best: MeasureFact['of'] = 'other';
  let bestDistance = 60;
  for (const [pattern, of] of BOUND_TO) {
    const after = pattern.exec(raw.slice(end, end + 40));
    const before = lastMatch(pattern, raw.slice(Math.max(0, start - 60), start));
    const distance = Math.min(after?.index ?? 99, before === undefined ? 99 : before + 3);
    if (distance < bestDistance) {
      best = of;
      bestDistance = distance;
    }
  }
  return best;
}

/** `Tacks at 1 cm spacing`, `stitches every 4 cm`, `Breslow 0.9 mm`: how things are set apart, or how deep they reach. */
function isSpacing(raw: string, start: number, end: number): boolean {
  return (
    /^[- ]*(?:apart|spac(?:ing|ed)|intervals?|increments?|bites?|in (?:depth|thickness)|thick|deep|below|above|from|away)\b/.test(
      raw.slice(end, end + 20),
    ) ||
    /\b(?:every|breslow\w*(?: \w+){0,3}|thickness(?: of| was)?)[ :]*$/.test(raw.slice(Math.max(0, start - 40), start))
  );
}

/** `An incision was made, 4 cm in length`: how long the surgeon cut, not how large anything was. */
function isCut(raw: string, start: number): boolean {
  const before = raw.slice(Math.max(0, start - 70), start);
  if (/\bincision (of|measuring)( about| approximately)? *$/.test(before)) return true;
  return /\bincision\b[^.;]*$/.test(before) && /\b(ma[dk]e|making|carried|performed|placed)\b/.test(before);
}

/** `Undermined 1 cm`, `freed 3 cm either side`, `2.5 deep`: how far the skin was freed or how it gaped, no length. */
function isUndermined(raw: string, start: number, end: number): boolean {
  return (
    /^ *(on |to )?(either|each) side\b|^ *deep\b/.test(raw.slice(end, end + 20)) ||
    /\b(undermin\w*|(gap|defect) at its widest|depth)\b[^.;,]*$/.test(raw.slice(Math.max(0, start - 50), start))
  );
}

/** `With a narrow margin 3.6 cm across`: the whole of what was cut out. */
const ACROSS = /^ *(?:in (?:its )?(?:greatest|widest|largest|total|overall|diameter)|across|overall|in all)\b/;

/** `4 mm margin`, `margin of 4 mm`: a margin only when the two stand together. `The nevus with margin measured 8 mm`: the nevus. */
function isMargin(raw: string, start: number, end: number): boolean {
  const after = raw.slice(end, end + 40);
  if (ACROSS.test(after)) return false;
  const before = raw.slice(Math.max(0, start - 40), start);
  if (/\b(?:with|including|plus) (?:\w+ )?margins? measured *$/.test(before)) return false;
  return (
    /^ *(?:(?:all the way|all) )?a?round\b|^ *(?:in (?:every|all|each) directions?|circumferentially|on (?:all|every|each) sides?|beyond (?:the|its) (?:edge|border|margin)s?)\b|^ *(of |all |clear |free |clinical |surgical |circumferential |narrow |of normal |skin )*margins?\b/.test(
      after,
    ) ||
    /(?<!\b(?:with|including|incl|and|plus)\.? )\bmargins?( of| was| were| all around|:|,| measur\w+| at| about| approximately| to)* *$/.test(
      before,
    )
  );
}

function lastMatch(pattern: RegExp, text: string): number | undefined {
  let last: number | undefined;
  for (const hit of text.matchAll(new RegExp(pattern.source, 'g'))) last = text.length - hit.index - hit[0].length;
  return last;
}
