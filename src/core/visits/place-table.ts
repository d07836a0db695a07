import type { Cue } from '../model/code-record.ts';
import type { VisitKind } from '../model/visit.ts';

/** How a note announces what it is. `head`: in its first lines or a heading; `any`: anywhere in it. */
export interface PlaceRow {
  readonly kind: VisitKind | 'consult' | 'office' | 'nursing' | 'home';
  readonly where: 'head' | 'any';
  readonly cues: readonly Cue[];
  /** Words that must stand anywhere beside them. */
  readonly beside?: readonly Cue[];
}

/** First hit wins: what a note says at its head stands over what it tells in passing. */
export const PLACES: readonly PlaceRow[] = [
  {
    kind: 'hospital-same-day',
    where: 'any',
    cues: [
      '(admitted|admission|placed in observation) .. (and )?(discharged|discharge) .. same (day|date|calendar date)',
      'same (day|date) .. (admission|admit) and discharge',
    ],
  },
  {
    kind: 'nursing-discharge',
    where: 'head',
    cues: [
      '(nursing facility|nursing home|snf) .. discharge',
      'discharge .. (nursing facility|nursing home|snf) (note|day|summary)',
    ],
  },
  {
    kind: 'hospital-discharge',
    where: 'head',
    cues: ['discharge (summary|day|note|management|diagnos*)', '(hospital|day of|final) discharge'],
  },
  {
    kind: 'consult',
    where: 'head',
    cues: [
      '(reason for|inpatient|office|outpatient|surgical|cardiology|requested) consult*',
      'consultation (note|report|request*)',
      'consult (note|report|requested)',
      'consultation',
    ],
  },
  {
    kind: 'emergency',
    where: 'head',
    cues: [
      '(emergency department|emergency room|ed|er|emergency) (provider )?(note|visit|report|record|course|physician note)',
    ],
  },
  { kind: 'nursing', where: 'head', cues: ['(nursing facility|nursing home|skilled nursing|snf|long term care)'] },
  { kind: 'home', where: 'head', cues: ['(home visit|house call|seen at home|residence visit|assisted living)'] },
  {
    kind: 'hospital-initial',
    where: 'head',
    cues: [
      '(admission|inpatient|hospital|observation|admitting) (history|h p|note|visit|h and p)',
      '(initial hospital|initial inpatient|initial observation)',
      'admitted (to|under) .. (service|hospital|floor|medicine|icu|observation)',
    ],
  },
  {
    kind: 'hospital-subsequent',
    where: 'head',
    cues: [
      '(hospital|inpatient) (daily )?(progress|follow up|rounding) (note)?',
      '(hospital day|hd|icu day)',
      '(daily rounds|rounding note|subsequent hospital)',
    ],
  },
  {
    kind: 'office',
    where: 'head',
    cues: [
      '(office|clinic|outpatient|urgent care) (visit|note|follow up|progress)',
      '(new|established) patient',
      '(seen in|comes to|presents to) (the|our|my)? (office|clinic)',
    ],
  },
  {
    kind: 'hospital-initial',
    where: 'head',
    cues: ['(h p|history and physical)'],
    beside: ['(emergency department|emergency room|ed|er|admit*|admission|hospital service)'],
  },
  {
    kind: 'emergency',
    where: 'any',
    cues: [
      '(presents|presented|brought|came|comes|arrives|arrived|seen|evaluated) .. (to|in|by) (the|our|this)? (ed|er|emergency department|emergency room)',
      '(ed|emergency department|emergency room) course',
      '(gurney|triage)',
    ],
  },
  {
    kind: 'hospital-subsequent',
    where: 'any',
    cues: [
      'hospital day',
      'overnight events',
      'no acute events overnight',
      'remains (in the icu|inpatient|hospitalized)',
    ],
  },
  {
    kind: 'consult',
    where: 'any',
    cues: ['(asked to see|consulted (by|to see|for)|at the request of|i was consulted|consultation (was )?requested)'],
  },
];

/** Marks of a stay in hospital, for a consultation. */
export const INPATIENT: readonly Cue[] = [
  '(inpatient|hospital day|hospitalized|icu|intensive care|ward|hospital bed|medical floor|medicine floor|admitted|bedside|surgical floor)',
];

export const OUTPATIENT: readonly Cue[] = ['(office|outpatient|clinic) (consult*|visit|note)'];

export const IN_EMERGENCY: readonly Cue[] = ['(in|from) the (ed|er|emergency department|emergency room)'];

export const NEW_PATIENT: readonly Cue[] = [
  '(new patient|new to (me|us|our|this|the practice)|establish care|never been seen|not been seen .. three years|first visit)',
];

export const KNOWN_PATIENT: readonly Cue[] = [
  '(established patient|last (seen|visit)|return visit|returns|follow up visit|recheck|here for follow up|well known to (me|us)|routine follow up|follow up of|follow up for|seen here)',
];

/** Weaker marks of a first visit. */
export const SEEMS_NEW: readonly Cue[] = [
  '(initial visit|initial evaluation|initial office|was referred|referred by|is referred|referring this)',
];

export const FIRST_OF_STAY: readonly Cue[] = ['(initial|admission|new admission|admitted (today|yesterday))'];

/** A visit after the author's operation. */
export const AFTER_SURGERY: readonly Cue[] = [
  '(postoperative|post operative|postop|post op) (visit|check|follow up|appointment|day|week|wound check)',
  '(first|second|third|final|routine) (postoperative|post operative|postop|post op)',
  '(day*|week*) (status post|s p|out from|after|following|since|postop|post op|postoperative) .. (*ectomy|*plasty|repair|fusion|surgery|operation|orif|release|replacement|bypass|fixation|*oscopy|removal|reconstruction|section)',
  '(pod|postoperative day|post op day)',
];

/** The reason for the visit lies outside the operation. */
export const UNRELATED: readonly Cue[] = [
  'unrelated (to|problem|complaint|issue|condition)',
  'not related to (the|her|his) (surgery|operation|procedure)',
];

export const TELEHEALTH: readonly Cue[] = [
  '(telehealth|telemedicine|video visit|telephone visit|by video|audio only|virtual visit)',
];

/** How a summary without a title tells that it is one. */
export const SENT_HOME: readonly Cue[] = ['(was|is|being|be) discharged', '(time of|on|at) discharge', 'discharge*'];
