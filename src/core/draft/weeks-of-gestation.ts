import type { NoteExtract, Statement } from '../extract/note-extract.ts';

/** `39 weeks`, `35-1/7`, `36th and 4/7th week`, `37 plus weeks`, `39w1d`: read on normalized text with single spaces. */
const WEEKS =
  /\b(1\d|2\d|3\d|4[0-2])(?:w ?[0-6]d?\b|(?:st|nd|rd|th)?(?: (?:and|plus|completed))*(?: [0-6] 7(?:ths?)?| [0-6])?(?: plus)? (?:weeks?|wks?)\b|(?:st|nd|rd|th)? (?:and )?[0-6] 7(?:ths?)?\b)/;

/** Elsewhere the number is the pregnancy's only beside a word of it: a `10 week history` is not. */
const OF_PREGNANCY =
  /\b(gestation\w*|pregnan\w*|iup|intrauterine|ega|gravida|g\d+ ?p\d+|edc|edd|for (a )?(induction|cesarean))\b/;

interface Weeks {
  readonly weeks: number;
  readonly told: Statement;
}

/** The completed weeks of the pregnancy: by the diagnoses, then the title, then the indication and the story. */
export function weeksOfGestation(extract: NoteExtract): Weeks | undefined {
  const named = [...extract.diagnoses, ...extract.statements.filter(({ section }) => section === 'preop-diagnosis')];
  const told = extract.statements.filter(({ normal }) => OF_PREGNANCY.test(normal));
  for (const statement of [...named, ...extract.titles, ...told]) {
    const hit = WEEKS.exec(statement.normal.replace(/ +/g, ' '));
    if (hit !== null) return { weeks: Number(hit[1]), told: statement };
  }
  return undefined;
}

/** The code of the weeks, `Z3A.39`. */
export function codeOfWeeks(weeks: number): string {
  return `Z3A.${weeks}`;
}
