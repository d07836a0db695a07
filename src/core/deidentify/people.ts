import type { Span } from './spans.ts';
import {
  couldBeName,
  isCapital,
  isClearGiven,
  isEponym,
  isGiven,
  isOrdinary,
  isSurname,
  namesAThing,
  type Token,
  tokenize,
} from './tokens.ts';

const TITLE = /^(?:Dr|DR|Drs|DRS|Doctor|Mr|Mrs|Ms|Mx|Miss|MRS|Prof|Professor|Nurse|Sister|Rev|Sr|Sra|Herr|Frau|Mme)$/;
/** `MS` is also multiple sclerosis and `MR` also magnetic resonance: they are titles only with their dot. */
const DOTTED_TITLE = /^(?:MR|MS|mr|mrs|ms|dr)$/;
const CREDENTIAL =
  /^(?:MD|M\.D|RN|PAC|PA-C|NP|FNP|FNP-C|NP-C|CRNA|DDS|DMD|DPM|PhD|Ph\.D|FACS|CST|CSFA|RNFA|CRNFA|ARNP|APRN|LPN|MBBS|FRCS|CPC|CCS|CNM|SA-C|CFA|PharmD|DVM|Jr|Sr|II|III)$/;
/** These credentials are also words: only after a comma. */
const COMMA_CREDENTIAL = /^(?:DO|PA|OD|DC|ATC|PT|OT)$/;
const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|la|le|bin|ibn|al|el|ter|ten|af|av|zu|y)$/;
const ROLE_LABEL =
  /\b(?:patient(?:['’]s)?(?: name)?|pt(?: name)?|names?|first name|last name|maiden name|(?:first |second |assistant |attending |co-?|primary |referring |operating |resident )?surgeons?|(?:first |second |surgical )?assistants?|asst|attendings?(?: physician| surgeon)?|anesthesiologists?|anesthetist|anesthesia (?:by|provider|staff)|crna|(?:scrub|circulating|charge)(?: nurse| tech(?:nician)?)?|circulators?|(?:referring|ordering|primary(?: care)?|attending|consulting|treating|admitting|family)?[ ]?(?:physicians?|providers?|doctors?|practitioner)|pcp|dictated by|dictating(?: (?:physician|provider))?|dictator|transcribed by|transcriptionist|(?:electronically |e-?)?(?:signed|authenticated|verified|reviewed|attested|approved|cosigned)(?: by)?|signature|cc|attn|attention|residents?|fellows?|operators?|proceduralist|perfusionist|pathologist|radiologist|interpreting physician|performed by|physician assistant|nurse practitioner|guarantor|insured|subscriber|policy holder|emergency contact|next of kin|contact|mother|father|spouse|guardian|parent|from|to|re|dear|author|coder|biller|user|bot|directed by|by)(?:\(s\)|s)?(?:['’]s)? {0,3}(?:name)?[ \t]{0,4}[:#–][ \t]{0,12},?/gi;
const STRONG_LEAD =
  /(?:\b(?:[Nn]ames?(?: is|d| was)|NAME IS|call(?:s|ed)? (?:him|her|me)?|known as|maiden name is|correct it to|change it to|[Mm]y (?:son|daughter|husband|wife|kid|mother|father|brother|sister|partner|patient|client)|[Hh]is (?:son|daughter|wife)|[Hh]er (?:son|daughter|husband)|[Pp]atient|[Pp]atients|PATIENT|[Pp]t\.?|[Hh]i|[Hh]ello|HI|[Dd]ear|[Rr]egards|[Ss]incerely|[Tt]hanks|[Tt]hank you|[Cc]heers|[Bb]est|[Ff]ollow up with|[Rr]eferred by|[Dd]ictated by|[Ss]igned by|[Ss]een by|[Aa]ssisted by|[Pp]erformed by|[Dd]iscussed with|[Cc]onsulted with|[Ss]ays|said|[Ii]['’]m|I am|[Tt]his is))[,.]?(?: |\r?\n){1,3}$/;
const PERSON_VERB =
  /^(?:['’]s (?:wife|husband|mother|father|son|daughter|family|address|insurance|chart)|,? (?:\(?\d{1,3}[ -]?(?:y|yo|year)|(?:is|was) (?:an? )?[\w ]{0,25}(?:\d[ -]?y|\bold\b|\bman\b|\bwoman\b|\bmale\b|\bfemale\b|\bperson\b)|was born|says?\b|said\b|lives?\b|lived\b|resides\b|presented\b|presents\b|reports?\b|reported\b|denies\b|denied\b|complains\b|complained\b|states\b|stated\b|agreed\b|consented\b|works\b|smokes\b|had given\b|shouted\b|spent\b|began\b|listed\b|who\b|speak\b|flew\b))/;

/**
 * Finds names of persons: beside titles, labels and credentials, by lists of names, by their place in a sentence,
 * from `knownNames` (mail headers), and then every later mention. Eponyms and instruments are left alone.
 */
export function findPeople(text: string, knownNames: readonly string[]): Span[] {
  const tokens = tokenize(text);
  const lowerCased = new Set(tokens.filter(({ shape }) => shape === 'lower').map(({ lower }) => lower));
  const found: Span[] = [];
  const take = (first: number, last: number) => {
    const start = tokens[first]?.start;
    const end = tokens[last]?.end;
    if (start !== undefined && end !== undefined) found.push({ start, end, kind: 'name' });
  };
  const labelled = labelledTokens(text, tokens);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    const previous = tokens[at - 1];
    const afterTitle = previous !== undefined && isTitle(previous, token);
    const afterLabel = labelled.has(at);
    if (!isCapital(token) && !(token.shape === 'Initial' && (afterLabel || afterTitle))) continue;
    const last = endOfName(tokens, at, afterTitle);
    if (last < at) continue;
    if (tokens.slice(at, last + 1).every(isStandIn)) continue;
    const credential = hasCredential(text, tokens, last);
    if (afterTitle || (afterLabel && looksLikeName(tokens, at, last)) || (credential && couldBeName(token))) {
      take(at, last);
      at = last;
    } else if (standsAlone(text, tokens, at, last, lowerCased)) {
      take(at, last);
      at = last;
    }
  }
  return [...found, ...laterMentions(text, tokens, found, knownNames)];
}

function isTitle(previous: Token, token: Token): boolean {
  if (!/^\.?[ \t]{1,2}$/.test(token.gap) && !/^\.$/.test(token.gap)) return false;
  return (
    TITLE.test(previous.text) ||
    (token.gap.startsWith('.') && DOTTED_TITLE.test(previous.text) && !/\d/.test(previous.gap))
  );
}

/** Index of the last word of the name that begins here; below `first` when none does. */
function endOfName(tokens: readonly Token[], first: number, forced: boolean): number {
  const start = tokens[first];
  if (start === undefined || (!forced && start.shape !== 'Initial' && !couldBeName(start))) return first - 1;
  let last = first;
  for (let at = first + 1; at < tokens.length && at - first < 6; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const before = tokens[at - 1];
    const joined = /^[ \t]{1,2}$/.test(token.gap) || (before?.shape === 'Initial' && /^\.[ \t]{0,2}$/.test(token.gap));
    const swapped =
      at === first + 1 &&
      /^,[ \t]?$/.test(token.gap) &&
      isGiven(token) &&
      (before === undefined || isSurname(before) || !isGiven(before));
    if (!joined && !swapped) break;
    if (token.shape === 'Initial' || (couldBeName(token) && sameCase(start, token))) last = at;
    else if (!(PARTICLE.test(token.text) && couldBeNameAt(tokens, at + 1))) break;
  }
  const end = tokens[last];
  return end?.shape === 'Initial' && last > first + 1 && end.lower === 'i' ? last - 1 : last;
}

/** `Dr. X`, `Dr. ABC`: a note that was de-identified before keeps its stand-ins. */
const isStandIn = ({ text }: Token) => /^(?:[A-Z]|XX+|XYZ?|ABCD?|Dr|DR)$/.test(text);

const sameCase = (one: Token, other: Token) =>
  one.shape === 'Initial' || one.shape === other.shape || other.text.length <= 2;

function couldBeNameAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && couldBeName(token);
}

function hasCredential(text: string, tokens: readonly Token[], last: number): boolean {
  const name = tokens[last];
  const next = tokens[last + 1];
  if (name === undefined || next === undefined) return false;
  if (!/^\.?,?[ \t]{0,2}$/.test(next.gap)) return false;
  const written = /^(?:M\.D|Ph\.D|D\.O|P\.A|R\.N)\b/.test(text.slice(next.start, next.start + 4));
  return written || CREDENTIAL.test(next.text) || (next.gap.includes(',') && COMMA_CREDENTIAL.test(next.text));
}

/** The words right after `Surgeon:` and its like, and after the separators of the list that follows. */
function labelledTokens(text: string, tokens: readonly Token[]): ReadonlySet<number> {
  const labelled = new Set<number>();
  let at = 0;
  for (const hit of text.matchAll(ROLE_LABEL)) {
    const from = hit.index + hit[0].length;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < from) at++;
    const first = tokens[at];
    if (first === undefined || !/^[\s,\d.)#*-]*$/.test(text.slice(from, first.start))) continue;
    if (/\n\s*\n\s*\n/.test(text.slice(from, first.start))) continue;
    labelled.add(at);
    for (let next = at + 1; next < Math.min(at + 24, tokens.length); next++) {
      const token = tokens[next];
      if (token === undefined || /[.:]\s|\n\s*\n/.test(token.gap)) break;
      const listed =
        /^(?:\s*[,;/&]\s*|\s*\n\s*(?:\d+[.)])?\s*|[ \t]{2,})$/.test(token.gap) || tokens[next - 1]?.lower === 'and';
      if (listed && (isGiven(token) || isSurname(token))) labelled.add(next);
    }
  }
  return labelled;
}

/** After a label: no `None`, `Same`, `The`, no instrument, and not a lone ordinary word. */
function looksLikeName(tokens: readonly Token[], first: number, last: number): boolean {
  const words = tokens.slice(first, last + 1).filter(({ shape }) => shape !== 'Initial');
  return (
    words.length > 0 &&
    words.some(couldBeName) &&
    !namesAThing(tokens, last) &&
    !/^(?:X|XYZ|ABC|ABCD|N\/A|NA)$/.test(words[0]?.text ?? '')
  );
}

/** Without title, label or credential: lists of names and the sentence around must speak for a person. */
function standsAlone(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  lowerCased: ReadonlySet<string>,
): boolean {
  const words = tokens.slice(first, last + 1);
  const [head, second] = words;
  if (
    head === undefined ||
    namesAThing(tokens, last) ||
    words.some((word) => word.shape !== 'Initial' && lowerCased.has(word.lower) && isOrdinary(word))
  )
    return false;
  const full = words.filter(({ shape }) => shape !== 'Initial');
  const given = isGiven(head) && !isOrdinary(head);
  if (second !== undefined && given) {
    if (second.shape === 'Initial') return !isEponym(head) || words.length > 2 || text[second.end] === '.';
    if (isSurname(second) || (isClearGiven(head) && !lowerCased.has(second.lower))) return true;
  }
  if (head.shape === 'UPPER') return false;
  const lone = words.length === 1;
  if (lone && (lowerCased.has(head.lower) || isEponym(head))) return false;
  const before = text.slice(Math.max(0, head.start - 40), head.start);
  const after = text.slice(tokens[last]?.end ?? 0, (tokens[last]?.end ?? 0) + 30);
  if (!full.some(isEponym) && (STRONG_LEAD.test(before) || PERSON_VERB.test(after))) return true;
  if (lone) return isClearGiven(head) || (isSurname(head) && !isOrdinary(head) && !head.startsSentence);
  if (full.some(isEponym)) return false;
  return words.some(isSurname) || (second?.shape === 'Initial' && full.length > 1) || full.some(isClearGiven);
}

/** Every other place where a found or known name, or its surname alone, stands. */
function laterMentions(
  text: string,
  tokens: readonly Token[],
  found: readonly Span[],
  knownNames: readonly string[],
): Span[] {
  const sure = new Set<string>();
  const withCare = new Set<string>();
  for (const name of [...found.map(({ start, end }) => text.slice(start, end)), ...knownNames]) {
    for (const part of tokenize(name)) {
      if (part.text.length < 3 || TITLE.test(part.text) || CREDENTIAL.test(part.text)) continue;
      (isOrdinary(part) || isEponym(part) || part.text.length < 4 ? withCare : sure).add(part.lower);
    }
  }
  const mentions: Span[] = [];
  for (const [at, token] of tokens.entries()) {
    const careful = withCare.has(token.lower);
    if (!careful && !sure.has(token.lower)) continue;
    if (careful && (!isCapital(token) || token.startsSentence || isOrdinary(token) || namesAThing(tokens, at)))
      continue;
    mentions.push({ start: token.start, end: token.end, kind: 'name' });
  }
  return mentions;
}
