import { DECIDED, DEED, DO, DROPPED, FOUND, GAVE_UP, MORE, SPARED, STAYED } from './denial-words.ts';

/** What a statement says was not done. */
export interface DeniedPhrase {
  /** The act or thing in the statement's own words: `a biopsy`, `the left lobe`. */
  readonly words: string;
  /** The word that was denied of it: `attempted`, `resected`; or the word that spared it: `left in place`. */
  readonly deed: string;
  /** `undone` not done, `refused` not done by decision, `spared` left where it was, `absent` looked for and not there. */
  readonly kind: 'undone' | 'refused' | 'spared' | 'absent';
}

const BE = '(?:was|were|is|are|has been|have been|had been)';
const SOON = '(?:(?:then|thus|therefore|hence|also|so|ultimately|eventually|simply|again) )?';

/** The thing first: `the distal clavicle was therefore not resected`, `the tubes were left in place`, `repair not done`. */
const THING_FIRST: readonly (readonly [RegExp, DeniedPhrase['kind']])[] = [
  [
    new RegExp(`^(.*?) ?\\b${BE} ${SOON}(?:not|never) (?:\\w+ly |yet |felt to be |be )?(${DEED})\\b(?! to\\b)`),
    'undone',
  ],
  [new RegExp(`^(.*?) ?\\b(?:did|would|could|need) not (?:have to |need to )?be (${DEED})\\b`), 'undone'],
  [new RegExp(`^(.*?) ?\\b${BE} ${SOON}(${SPARED})\\b(?! (?:open|to drain|to gravity|to heal|as a drain))`), 'spared'],
  [new RegExp(`^(.*?) ?\\b(${STAYED})$`), 'spared'],
  [new RegExp(`^(.*?) ?\\b${BE} ${SOON}(?:\\w+ly )?(${DROPPED})\\b`), 'undone'],
  [/^(.*?) ?\b(?:turned out to be|proved(?: to be)?|was felt|were felt) (unnecessary|not needed)\b/, 'undone'],
  [new RegExp(`^((?:\\w+ ){1,5})(?<!\\b${BE} )(?<!proved |be )(${DROPPED})$`), 'undone'],
  [new RegExp(`^((?:\\w+ ){0,5})(?<!\\b${BE} )not (${DEED})$`), 'undone'],
];

/** The denial first: `no polypectomy was done`, `I elected not to open the left side`, `there was no need for a shunt`. */
const DENIAL_FIRST: readonly (readonly [RegExp, DeniedPhrase['kind']])[] = [
  [
    new RegExp(`\\bno (?<thing>(?!(?:${MORE})\\b)(?:\\w+ ){1,6}?)(?:${BE} )?(?:felt to be )?(?<deed>${DEED})\\b`),
    'undone',
  ],
  [
    new RegExp(
      `\\bno (?<thing>(?!(?:${MORE})\\b)(?:\\w+ ){1,6}?)(?:${BE} )?(?<deed>${FOUND})\\b(?! (?:in|around|at|near|on|of|from|between|under|over|beyond|along)\\b)`,
    ),
    'absent',
  ],
  [new RegExp(`\\b(?:${DECIDED}) (?<thing>(?<deed>\\w+)(?: \\w+){0,6})`), 'refused'],
  [
    new RegExp(`\\b(?:i|we) (?:then |therefore |thus |so )?(?<deed>${GAVE_UP}) (?<thing>\\w+(?: \\w+){0,5})`),
    'refused',
  ],
  [new RegExp(`\\b(?:did|would) not (?:\\w+ly )?(?<thing>(?<deed>${DO})(?: \\w+){1,6})`), 'undone'],
  [/\bno (?:need|indication|reason) (?:for|to) (?<thing>\w+(?: \w+){0,5})/, 'refused'],
  [new RegExp(`\\b(?<thing>nothing) ${BE} (?<deed>${DEED})\\b`), 'undone'],
  [/\b(?<thing>nothing) to (?<deed>\w+)$/, 'undone'],
  [/\bwithout (?:any )?(?:need for |attempt at )(?<thing>\w+(?: \w+){0,4})/, 'refused'],
];

const CLAUSE =
  / , (?:and |but |so |thus |therefore |hence |which |because |since |as )?| (?:but|so|thus|therefore|hence|because|since|although|though|which|whereas|while) /;

/** A thing told by a bare pronoun, or by nothing, is what the words before it are about. */
const PRONOUN = /^(?:(?:and|no|so|it|them|this|that|they|these|those|which|i|we|both|either|neither|of) ?)*$/;

/** Without one of these words a statement denies nothing. */
const DENIAL = new RegExp(
  `\\b(?:no|not|n t|nothing|never|without|against|short of|${SPARED}|${STAYED}|${DROPPED}|${GAVE_UP})\\b`,
);

const CONTRACTED = /\b(was|were|is|are|did|do|does|could|would|has|have|had|need)n t\b/g;

/**
 * The acts and things that a normalized statement says were not done.
 * @param before the statement before it, which a pronoun may mean (`the turbinates had shrunk. They were not touched`)
 */
export function deniedPhrases(normal: string, before = ''): readonly DeniedPhrase[] {
  const plain = normal.replace(CONTRACTED, '$1 not');
  if (!DENIAL.test(plain)) return [];
  const clauses = plain.trim().replace(/ {2,}/g, ' , ').split(CLAUSE);
  return clauses.flatMap((clause, at) => {
    const told =
      at === 0 ? [before.trim().replace(/ {2,}.*/, '')].filter((words) => words !== '') : clauses.slice(0, at);
    return [...thingsFirst(clause, told), ...denialsFirst(clause, told)].flatMap(eachOf);
  });
}

/** `No wires or stents went up`: each of them. */
function eachOf(phrase: DeniedPhrase): readonly DeniedPhrase[] {
  return phrase.words.split(/ (?:or|nor) /).map((words) => ({ ...phrase, words: words.trim() }));
}

function thingsFirst(clause: string, before: readonly string[]): readonly DeniedPhrase[] {
  return THING_FIRST.flatMap(([pattern, kind]) => {
    const [, told = '', deed = ''] = pattern.exec(clause) ?? [];
    if (deed === '' || /^no\b/.test(told)) return [];
    return thingsOf(told, before).map((words) => ({ words, deed, kind }));
  });
}

const VERB = /\b(?:was|were|is|are|looked|appeared|seemed|lay|had|showed|has|have|made)\b/;

/** `The tubes looked healthy and [were left alone]`: what stands behind the last `and`, or what the verbs before are of. */
function thingsOf(told: string, before: readonly string[]): readonly string[] {
  const verb = VERB.exec(told);
  const joined = verb === null ? -1 : `${told} `.lastIndexOf(' and ');
  if (verb === null && !PRONOUN.test(told.trim())) return [told.trim()];
  const last = joined > (verb?.index ?? 0) ? told.slice(joined + ' and '.length).trim() : '';
  if (!PRONOUN.test(last)) return [last];
  return [...before, told].flatMap(subjectOf);
}

/** `The left side [was examined]`. */
function subjectOf(clause: string): readonly string[] {
  const at = VERB.exec(clause)?.index;
  const thing = (at === undefined ? clause : clause.slice(0, at)).trim();
  return /\bpatient\b/.test(thing) ? [clause] : PRONOUN.test(thing) ? [] : [thing];
}

function denialsFirst(clause: string, before: readonly string[]): readonly DeniedPhrase[] {
  return DENIAL_FIRST.flatMap(([pattern, kind]) => {
    const { thing = '', deed = 'needed' } = pattern.exec(clause)?.groups ?? {};
    if (thing === '') return [];
    // `Elected not to enter them`: what `them` are stands before.
    const rest = thing.replace(new RegExp(`^${deed} ?`), '').trim();
    const isOfBefore = thing !== rest && PRONOUN.test(rest);
    return (isOfBefore ? before.flatMap(subjectOf) : [thing.trim()]).map((words) => ({ words, deed, kind }));
  });
}
