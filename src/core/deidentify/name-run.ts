import { couldBeName, isEponym, isGiven, isSurname, namesAThing, type Token } from './tokens.ts';

const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|la|le|bin|ibn|al|el|ter|ten|af|av|zu|y)$/;
const LONGEST_NAME = 6;

export interface NameStart {
  /** The first word belongs to a name, whatever it is: a title stands before it. */
  readonly afterTitle: boolean;
  /** `Patient: Roe, Jane`: a comma may turn surname and given name round. */
  readonly afterLabel: boolean;
}

/** Index of the last word of the name that begins at `first`; below `first` when none does. */
export function endOfName(tokens: readonly Token[], first: number, { afterTitle, afterLabel }: NameStart): number {
  const start = tokens[first];
  if (start === undefined || (!afterTitle && start.shape !== 'Initial' && !couldBeName(start))) return first - 1;
  let last = first;
  for (let at = first + 1; at < tokens.length && at - first < LONGEST_NAME; at++) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (token === undefined || before === undefined) break;
    const swapped = at === first + 1 && /^[,^][ \t]?$/.test(token.gap) && mayBeSwapped(before, token, afterLabel);
    if ((!swapped && !isJoined(before, token)) || (isEponym(token) && namesAThing(tokens, at))) break;
    if (token.shape === 'Initial' || (couldBeName(token) && sameCase(start, token))) last = at;
    else if (!PARTICLE.test(token.text)) break;
  }
  // `discussed with Dr. Sageman I did not`: a last lone I is the author.
  return tokens[last]?.text === 'I' && last > first ? last - 1 : last;
}

function isJoined(before: Token, token: Token): boolean {
  return /^[ \t]{1,2}$/.test(token.gap) || (before.shape === 'Initial' && /^\.[ \t]{0,2}$/.test(token.gap));
}

function mayBeSwapped(surname: Token, given: Token, afterLabel: boolean): boolean {
  if (isGiven(given)) return isSurname(surname) || !isGiven(surname);
  return afterLabel && couldBeName(given) && given.text.length > 3 && sameCase(surname, given);
}

const sameCase = (one: Token, other: Token) =>
  one.shape === 'Initial' || one.shape === other.shape || other.text.length <= 2;
