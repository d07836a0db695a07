import type { Cue } from '../model/code-record.ts';

/**
 * Cues are compiled once into expressions over normalized text. Syntax (code-library/README.md): words stand as they
 * are, `word*` and `*word` are open-ended, `(a|b)` alternatives, `(word )?` optional, ` .. ` a gap of up to eight words.
 * An operation is never told by its tool: `osteotom*` is no osteotome.
 */

const WORD_GAP = '(?: +[^ ]+){0,8}? +';
const compiled = new Map<Cue, RegExp>();

/** The first place where the cue stands in `normal`, or undefined. Deterministic; the cache only saves time. */
export function findCue(cue: Cue, normal: string): { readonly start: number; readonly end: number } | undefined {
  const hit = expressionOf(cue).exec(normal);
  return hit === null ? undefined : { start: hit.index, end: hit.index + hit[0].length };
}

/** True when one of the cues stands in `normal`. */
export function hasCue(cues: readonly Cue[], normal: string): boolean {
  return cues.some((cue) => expressionOf(cue).test(normal));
}

const TOGETHER = ' && ';

/** `tlif && posterolateral`: parts that are told each somewhere, in whatever statements. A plain cue is one part. */
export function partsOf(cue: Cue): readonly Cue[] {
  return cue.split(TOGETHER);
}

function expressionOf(cue: Cue): RegExp {
  const known = compiled.get(cue);
  if (known !== undefined) return known;
  const made = compileCue(cue);
  compiled.set(cue, made);
  return made;
}

/** `Lap nephrectomy`, `lap right hernia repair`: the short word before an act; `ex lap` and a lap sponge are no laparoscopy. */
const LAP =
  '(?<!ex +|exp +|exploratory +)(?:lap|l +s)(?= +(?!(?:pad|sponge|tape|band)s? )(?:[a-z]+ +){0,3}(?:[a-z]*(?:ectom(?:y|ies)|plasty|pexy|ostomy|rrhaphy)|' +
  'repair|ligation|chole|appy|nissen|fundo[a-z]*|heller|sleeve|tubal|bso|btl|hyst|staging|lar|low anterior|hernia|loa|lysis|g tube|j tube|lymph[a-z]*)(?![a-z0-9]))';

/** `US-guided`, `under u/s guidance`: never the pronoun. */
const US = ['u +s', 'us']
  .map((word) => `${word}(?= +(?:guid|directed|image|control|probe|needle|locali[sz]))`)
  .join('|');

/** `Went over to laparotomy`, `switched to open`: said where the record is asked for a conversion. */
const CONVERSION =
  '(?:go|goes|going|went|gone|change|changed|switch|switched) +over(?= +to)|(?:switch|switched)(?= +to)';

/** Other spellings of a cue that stands in hundreds of records, told once. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['laparoscop[a-z0-9]*', `(?:laparoscop[a-z0-9]*|${LAP})`],
  ['ultrasound', `(?:ultrasound|${US}|(?<=(?:under|via) +)us)`],
  ['robot[a-z0-9]*', '(?:robot[a-z0-9]*|da ?vinci)'],
  ['conver[a-z0-9]*', `(?:conver[a-z0-9]*|${CONVERSION})`],
  ['convert[a-z0-9]*', `(?:convert[a-z0-9]*|${CONVERSION})`],
];

/** Compiles one cue. A cue without a word matches nothing. */
export function compileCue(cue: Cue): RegExp {
  const source = cue
    .trim()
    .toLowerCase()
    .split(/\s+\.\.\s+/)
    .map(phraseSource)
    .filter((part) => part !== '')
    .map((part) => SPELLINGS.reduce((sum, [word, spellings]) => sum.replaceAll(word, spellings), part))
    .join(WORD_GAP);
  return source === '' ? /(?!)/ : new RegExp(`(?<![a-z0-9.])${source}(?![a-z0-9])`);
}

/** One phrase: letters, `*`, groups and single spaces; what normalization turns into a space is a space here too. */
function phraseSource(phrase: string): string {
  return phrase
    .replace(/[^a-z0-9.*()|?\s]/g, ' ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/\(([^()]*\|[^()]*?)\s\)\?/g, (_, words: string) => `((${words.replace(/\s*\|\s*/g, '|')}) )?`)
    .replace(/\(\s*/g, '(')
    .replace(/\s*\|\s*/g, '|')
    .replace(/\s+\)\?/g, ' )?')
    .replace(/\s+\)(?!\?)/g, ')')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\./g, '\\.')
    .replace(/\(/g, '(?:')
    .replace(/otom\*/g, 'otom(?!es?(?![a-z0-9]))*')
    .replace(/\*/g, '[a-z0-9]*')
    .replace(/ \(\?:([^()]*)\)\?(?= |$)/g, (_, inner: string) => `(?: +(?:${inner.trim()}))?`)
    .replace(/ +(?![+)])/g, ' +')
    .replace(/ \)/g, ' +)');
}
