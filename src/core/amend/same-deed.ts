import type { Edit } from './edited-text.ts';
import { sharedThings, thingsIn } from './things.ts';
import { leftOut, toldStatements } from './told-statements.ts';

/** Things that a sentence must share with another one to tell the same deed otherwise. */
const SAME_DEED = 2;

/** Leaves out what the note tells of the deed that a correction tells otherwise: the sentences that share most of its things. */
export function strikeSame(text: string, things: ReadonlySet<string>): readonly Edit[] {
  const told = toldStatements(text);
  const most = Math.max(SAME_DEED, ...told.map(({ start, end }) => sharedThings(text.slice(start, end), things)));
  const same = told.filter(({ start, end }) => sharedThings(text.slice(start, end), things) === most);
  return same.length === told.length ? [] : same.map(({ start, end }) => leftOut(text, start, end));
}

/** How a story tells the deeds that a title names. */
const ACTS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:ectomy|excision|resection|removal)$/i, /\b(?:resect|excis|remov|trim|debrid|shav|amputat)\w*/i],
  [/(?:plasty|repair|rhaphy|pexy)$/i, /\b(?:repair|sutur|sewn|reconstruct|reattach)\w*/i],
  [/(?:otomy|release)$/i, /\b(?:incis|divid|releas|open|cut)\w*/i],
  [/biops(?:y|ies)$/i, /\b(?:biops|sampl)\w*/i],
];

/** Leaves out what the story tells of a deed that was another one: a meniscus that was resected tells a meniscectomy. */
export function strikeDeed(text: string, deed: string): readonly Edit[] {
  const act = ACTS.find(([ending]) => ending.test(deed))?.[1];
  if (act === undefined) return [];
  const things = thingsIn(deed);
  return toldStatements(text).flatMap(({ section, start, end }) => {
    const words = text.slice(start, end);
    const tells = section !== 'title' && act.test(words) && sharedThings(words, things) > 0;
    return tells ? [leftOut(text, start, end)] : [];
  });
}
