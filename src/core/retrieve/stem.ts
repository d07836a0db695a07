/** Light stemming for surgical words: enough that `excised` meets `excision` and `laparoscopic` meets `laparoscopy`. */

const SUFFIXES: readonly (readonly [string, number])[] = [
  ['ically', 5],
  ['ation', 4],
  ['ated', 4],
  ['ating', 4],
  ['ement', 4],
  ['ical', 5],
  ['ally', 5],
  ['ies', 3],
  ['ied', 3],
  ['ion', 3],
  ['ing', 4],
  ['ate', 4],
  ['ed', 3],
  ['al', 4],
  ['ic', 5],
  ['es', 4],
  ['y', 4],
  ['e', 4],
  ['s', 3],
];

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^disk/, 'disc'],
  [/haem/, 'hem'],
  [/oesoph/, 'esoph'],
  [/anaesth/, 'anesth'],
  [/tumour/, 'tumor'],
  [/orthop?aed/, 'orthoped'],
  [/paed/, 'ped'],
  [/^dilatat/, 'dilat'],
  [/^cauteri[sz]/, 'cauter'],
  [/^catheteri[sz]/, 'catheter'],
  [/scopies$/, 'scopy'],
];

const known = new Map<string, string>();

/** The stem of one lower-case word; numbers and words of up to three letters stay. */
export function stem(word: string): string {
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const made = stemOnce(word);
  known.set(word, made);
  return made;
}

function stemOnce(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  // The tool is no operation: an osteotome breaks up bone where no osteotomy is done.
  if (/otomes?$/.test(word)) return word.replace(/s$/, '');
  let base = word;
  for (const [pattern, spelling] of SPELLINGS) base = base.replace(pattern, spelling);
  if (/[^sui]s$/.test(base) && !/ses$|xes$|ches$|shes$|ies$/.test(base)) base = base.slice(0, -1);
  if (base.endsWith('ss')) return base;
  for (const [suffix, shortest] of SUFFIXES) {
    if (base.endsWith(suffix) && base.length - suffix.length >= shortest) return base.slice(0, -suffix.length);
  }
  return base;
}
