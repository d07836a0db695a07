/** Words that name no thing: deeds, people, and what sentences that deny or correct are made of. */
const NAMELESS = new Set(
  (
    'about actually added after again along also another because been before being both case cases complete completely ' +
    'coded correct correction delete disregard doctor done during earlier email error from have ignore information into ' +
    'just last mail mean meant message mistake mistaken mistakenly more needed never none note noted only other patient ' +
    'perform performed please previous prior really regarding remove removed repaired place placed scratch taken took ' +
    'reply said same sorry surgeon surgery operation procedure that the their then there they this told today turns used ' +
    'were with withdraw without wrong would wasn weren didn does did left right side obtained carried entire forget strike ' +
    'level levels sides size no not or er md rn pa np pt dr dos pos asc lt rt'
  ).split(' '),
);

/** Long enough that `biopsy`, `biopsies` and `biopsied` share it. */
const BEGINNING = 5;

/** The beginnings of the words that name things: `chola`, `herni`, `ioc`. A plural and its singular share them. */
export function thingsIn(sentence: string): ReadonlySet<string> {
  const words = sentence.match(/\b[A-Z]{2,3}\b|[A-Za-z]{4,}/g) ?? [];
  const named = words.map((word) => word.toLowerCase()).filter((word) => !NAMELESS.has(word));
  return new Set(named.map((word) => word.slice(0, BEGINNING)));
}

/** How many of these things the words name. */
export function sharedThings(words: string, things: ReadonlySet<string>): number {
  return [...thingsIn(words)].filter((thing) => things.has(thing)).length;
}
