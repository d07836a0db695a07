import type { NoteExtract } from '../../extract/note-extract.ts';
import type { Evidence } from '../../model/draft.ts';
import { told } from '../told.ts';

/** Surgical specialties as notes name them; Medicare counts one physician a group and specialty (ch. 12, 30.6.5). */
const SPECIALTIES: readonly RegExp[] = [
  /\bgeneral surg(?:eon|ery)\b/,
  /\bvascular surg(?:eon|ery)\b/,
  /\b(?:cardio)?thoracic surg(?:eon|ery)\b|\bcardiac surg(?:eon|ery)\b/,
  /\bneurosurg\w+|\bneurologic(?:al)? surg\w+/,
  /\bspine surgeon\b/,
  /\borthop\w+/,
  /\bplastic surg\w+|\bplastics\b/,
  /\burolog\w+/,
  /\bgyn(?:a?ecolog\w+| onc\w*)|\bob gyn\b/,
  /\botolaryngolog\w+|\bent (?:surgeon|surgery|service)\b|\bhead and neck surg\w+/,
  /\bophthalmolog\w+/,
  /\bcolorectal surg\w+/,
  /\btransplant surg\w+/,
  /\btrauma surg\w+/,
  /\b(?:oral|oromaxillofacial|maxillofacial) surg\w+/,
  /\bgastroenterolog\w+/,
  /\binterventional (?:radiolog|cardiolog)\w+/,
];
const SAME =
  /\b(?:both|two) (?:of (?:us|them) )?(?:are )?(?:general|vascular|thoracic|orthop\w+|plastic|urologic\w*|spine|neuro)? ?(?:neurosurgeons|surgeons) (?:of|from|in) (?:the )?same (?:group|specialty)\b|\bsame (?:group and )?specialty\b|\bmy partner\b|\bpartner surgeon\b/;

export interface SpecialtiesTold {
  /** A quote of each of two specialties; empty when fewer are named. */
  readonly distinct: readonly Evidence[];
  /** Words that make the two surgeons one physician. */
  readonly same: readonly Evidence[];
}

/** Whether the note names two specialties at the table, or one. */
export function specialtiesTold(extract: NoteExtract): SpecialtiesTold {
  const where = { sections: ['staff', 'title', 'body', 'lead', 'other', 'findings'] } as const;
  const found = SPECIALTIES.flatMap((pattern) => told(extract, pattern, where).slice(0, 1));
  return { distinct: found.length >= 2 ? found : [], same: told(extract, SAME, where) };
}
