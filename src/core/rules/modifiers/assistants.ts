import { normalize } from '../../extract/normalize.ts';
import type { NoteExtract } from '../../extract/note-extract.ts';
import type { Evidence } from '../../model/draft.ts';
import { told } from '../told.ts';

const NPP =
  'p ?a(?: c)?|np(?: c)?|fnp|aprn|arnp|cns|physician s? ?assistant|nurse practitioner|clinical nurse specialist';
const ASSIST = '(?:first )?(?:surgical )?assist(?:ant|ants|ed|ing)?(?: surgeon)?(?: at surgery)?';

/** A physician assistant, nurse practitioner or clinical nurse specialist named as the assistant. */
const NAMED_NPP = new RegExp(`\\b${ASSIST}\\b(?: \\w+){0,4} (?:${NPP})\\b|\\b(?:${NPP}) (?:\\w+ ){0,4}${ASSIST}\\b`);
/** Medicare pays nobody for these at the table. */
const UNPAID = 'rnfa|cst|csa|csfa|sa c|surgical tech\\w*|scrub tech\\w*|registered nurse first assistant';
const NAMED_UNPAID = new RegExp(`\\bassist\\w*\\b(?: \\w+){0,4} (?:${UNPAID})\\b`);
const IS_NPP = new RegExp(`\\b(?:${NPP})\\b`);
const IS_UNPAID = new RegExp(`\\b(?:${UNPAID})\\b`);
const IS_PHYSICIAN = /\b(?:m ?d|d ?o)\b/;
const NAMED_PHYSICIAN = new RegExp(
  `\\b${ASSIST}\\b(?: \\w+){0,4} (?:m ?d|d ?o)\\b|\\b${ASSIST} (?:was )?(?:dr|doctor)\\b`,
);

/** What somebody does who assists; his bare name in the header is no work (CMS, assistant at surgery services). */
const WORK =
  '(?:retract\\w*|held|hold\\w*|expos\\w*|suction\\w*|sutur\\w*|tie[sd]?|tying|counter ?traction|traction|clos(?:ed|ing|ure)|camera|dissect\\w*|reduc\\w*|harvest\\w*|h(?:a)?emosta\\w*|irrigat\\w*|position\\w*|drill\\w*|cut\\w*|clip\\w*|stapl\\w*|scrubbed)';
const HELPER = `(?:assistants?|physician s? ?assistant|p ?a c|nurse practitioner)`;
const WORK_TOLD = new RegExp(
  [
    `\\b${HELPER}\\b(?: \\w+){0,8} ${WORK}`,
    `\\bassist(?:ed|ing|ance)\\b(?: \\w+){0,6} (?:with|in|by) (?:\\w+ ){0,3}${WORK}`,
    `\\b${WORK}(?: \\w+){0,6} by (?:the |my )?(?:first )?${HELPER}\\b`,
  ].join('|'),
);
/** In a statement that the assistant dictates himself. */
const OWN_WORK = new RegExp(`\\bi (?:was )?(?:\\w+ )?(?:${WORK}|assisted (?:with|in|by)|provided|ran)\\b`);
const NEED =
  /\bassistant\b.{0,60}\b(?:necessary|required|needed|essential|important|critical)\b|\b(?:needed|need for|necessity of) (?:\w+ ){0,4}assistant\b/;

/** Who helped, what he did and why, as far as the note tells. */
export interface AssistantTold {
  readonly npp: readonly Evidence[];
  readonly physician: readonly Evidence[];
  readonly unpaid: readonly Evidence[];
  readonly work: readonly Evidence[];
  readonly need: readonly Evidence[];
  /** Any word of an assistant, to quote in a question. */
  readonly mention: readonly Evidence[];
}

const DONE = ['completed', 'converted', 'attempted'] as const;
const BODY = ['body', 'findings', 'lead', 'other', 'title', 'plan'] as const;

export function assistantTold(extract: NoteExtract): AssistantTold {
  const header = headed(extract);
  const inHeader = (kind: RegExp): Evidence[] =>
    header.filter(({ quote }) => kind.test(normalize(quote.replace(/^[^:]*:/, ''))));
  return {
    npp: [...inHeader(IS_NPP), ...told(extract, NAMED_NPP)],
    physician: [...inHeader(IS_PHYSICIAN), ...told(extract, NAMED_PHYSICIAN)],
    unpaid: [...inHeader(IS_UNPAID), ...told(extract, NAMED_UNPAID)],
    work: told(extract, isOwnStatement(extract) ? OWN_WORK : WORK_TOLD, { sections: BODY, states: DONE }),
    need: told(extract, NEED),
    mention: [...header, ...told(extract, /\bassist(?:ant|ants|ed|ing)?\b(?! none)/)],
  };
}

/** What stands under a heading of the assistant: his name, masked, and his credential. */
function headed({ sections, text }: NoteExtract): Evidence[] {
  return sections.flatMap(({ heading, start, end }): Evidence[] => {
    const name = text.slice(start, end).trim();
    if (!/^(?:first |1st |surgical )?assist/i.test(heading) || name === '' || /^none\b/i.test(name)) return [];
    const from = text.lastIndexOf(heading, start);
    const to = text.indexOf(name, start) + name.length;
    return [{ quote: text.slice(from, to), start: from, end: to }];
  });
}

function isOwnStatement({ noteHints }: NoteExtract): boolean {
  return noteHints.role === 'assistant' || noteHints.role === 'assistant-npp';
}
