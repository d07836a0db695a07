import type { Axis, Band, BandAxis } from '../model/code-record.ts';

/** What a deciding fact is called when a surgeon is asked for it; the library's own `ask` text comes before these. */
const FACTS: Readonly<Record<string, string>> = {
  work: 'what exactly was done',
  operation: 'what exactly was done',
  extent: 'the extent of the work',
  way: 'the way it was done (open, through a scope, through the skin)',
  how: 'how it was done',
  site: 'the exact site',
  region: 'the exact region',
  part: 'the exact part',
  place: 'the exact place',
  where: 'the exact place',
  group: 'the exact body area',
  kind: 'the kind',
  lesion: 'what kind of lesion was treated',
  nature: 'whether the lesion is benign or malignant, and the pathology report it rests on',
  depth: 'the deepest layer reached',
  layer: 'the deepest layer reached',
  class: 'the layers closed',
  closure: 'the layers closed',
  scope: 'whether a scope was used',
  guidance: 'whether imaging guidance was used, and which',
  imaging: 'whether imaging was used, and which',
  bone: 'which bone was treated',
  nerve: 'which nerve was treated',
  joint: 'which joint was treated',
  muscle: 'which muscle was treated',
  vessel: 'which vessel was treated',
  organ: 'which organ was treated',
  tissue: 'which tissue was taken',
  aim: 'the purpose of the procedure',
  purpose: 'the purpose of the procedure',
  side: 'the direction from which it was done',
  decompression: 'whether nerve structures were decompressed, and which',
};

const UNITS: Readonly<Partial<Record<BandAxis['measure'], string>>> = {
  'length-cm': 'cm',
  'diameter-cm': 'cm',
  'stone-cm': 'cm',
  'area-sqcm': 'sq cm',
  'weight-g': 'g',
  'age-years': 'years',
  minutes: 'minutes',
};

/** `to-2.5` -> `to 2.5`: an axis or value as words. */
export function wordsOfSlug(slug: string): string {
  return slug.replace(/-/g, ' ');
}

/** The fact an axis stands for, as the object of `please document`. */
export function factWords(axis: string, definition: Axis | undefined): string {
  if (definition?.kind === 'band') {
    if (definition.measure === 'count') return `the number of ${unitWords(definition)}`;
    if (definition.measure === 'age-years') return 'the age of the patient';
    return `the ${wordsOfSlug(axis)} in ${unitWords(definition)}`;
  }
  return FACTS[axis] ?? `the ${wordsOfSlug(axis)}`;
}

/** `cm`, `vertebrae`, `lesions`: what a number of the axis counts. */
export function unitWords({ measure, of }: BandAxis): string {
  const unit = UNITS[measure];
  if (unit !== undefined) return unit;
  const noun = (of[0] ?? 'item').replace(/[^a-z ].*$/, '').trim();
  return noun === 'vertebra' ? 'vertebrae' : /s$/.test(noun) ? noun : `${noun}s`;
}

/** A value of an axis as an answer reads: `open`, `with decompression`, `4 to 7 vertebrae`, `over 2.5 to 7.5 cm`. */
export function valueWords(axis: string, value: string, definition: Axis | undefined): string {
  if (definition?.kind === 'band') {
    const band = definition.bands.find((each) => each.value === value);
    return band === undefined ? wordsOfSlug(value) : `${bandWords(band, definition)} ${unitWords(definition)}`;
  }
  return /^(with|without|no|none|yes|one|two|both|other)$/.test(value)
    ? `${value} (${wordsOfSlug(axis)})`
    : wordsOfSlug(value);
}

function bandWords({ over, upTo }: Band, { measure }: BandAxis): string {
  const isWhole = measure === 'count';
  if (!Number.isFinite(over)) return `up to ${upTo}`;
  const from = isWhole ? `${over + 1}` : `over ${over}`;
  if (!Number.isFinite(upTo)) return isWhole ? `${from} or more` : from;
  return from === `${upTo}` ? from : `${from} to ${upTo}`;
}
