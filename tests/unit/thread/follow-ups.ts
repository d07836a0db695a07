import type { OperationName } from './operations.ts';

/** A follow-up as a surgeon or a coder writes it, and the claim it must leave. */
export interface FollowUp {
  readonly of: OperationName;
  readonly says: string;
  /** The whole claim after it: each code with the modifiers it must carry, such as `29881-LT`. */
  readonly leaves: readonly string[];
  /** Codes or modifiers that must not stand any more. */
  readonly without?: readonly string[];
  /** Said of it under "What changed". */
  readonly tells?: string;
  /** Words of the follow-up that must stand as the quote behind a line; none when nothing new is billed. */
  readonly quotes?: string;
}

export const FOLLOW_UPS: readonly FollowUp[] = [
  // Additions
  {
    of: 'gallbladder',
    says: 'She also had a cholangiogram.',
    leaves: ['47563'],
    quotes: 'She also had a cholangiogram',
  },
  { of: 'gallbladder', says: 'plus IOC', leaves: ['47563'], quotes: 'IOC' },
  {
    of: 'gallbladder',
    says: 'Forgot to mention: an intraoperative cholangiogram, normal.',
    leaves: ['47563'],
    quotes: 'intraoperative cholangiogram',
  },
  {
    of: 'gallbladder',
    says: 'Cholangiography was performed as well.',
    leaves: ['47563'],
    quotes: 'Cholangiography was performed',
  },
  {
    of: 'gallbladder',
    says: 'I also took a core needle biopsy of the liver because it looked cirrhotic.',
    leaves: ['47562', '47001'],
    quotes: 'core needle biopsy of the liver',
  },
  {
    of: 'colon',
    says: 'A third polyp, in the ascending colon, was lifted with a submucosal saline injection before the snare.',
    leaves: ['45385', '45380', '45381'],
    quotes: 'submucosal saline injection',
  },
  {
    of: 'knee',
    says: 'The lateral meniscus was trimmed as well.',
    leaves: ['29880-RT'],
    quotes: 'The lateral meniscus was trimmed',
  },
  {
    of: 'ureter',
    says: 'Forgot to mention: stent placed on the left.',
    leaves: ['52356-LT'],
    quotes: 'stent placed on the left',
  },
  {
    of: 'ureter',
    says: 'A double-J stent was left in at the end.',
    leaves: ['52356-LT'],
    quotes: 'A double-J stent was left in',
  },
  {
    of: 'neck',
    says: 'C6-C7 was done too, with a second cage.',
    leaves: ['22551', '22552', '22845', '22853'],
    quotes: 'C6-C7 was done too',
  },
  {
    of: 'skin',
    says: 'Closure was in layers, 3 cm.',
    leaves: ['11642', '12052'],
    quotes: 'Closure was in layers, 3 cm',
  },
  { of: 'hernia', says: 'He had both sides done.', leaves: ['49505-50'], without: ['RT'], quotes: 'both sides' },
  // Medicare pays the surgeon no anesthesia: no 47.
  { of: 'hernia', says: 'Anesthesia was by me.', leaves: ['49505-RT'], without: ['47'] },
  {
    of: 'spineInjection',
    says: 'L5-S1 on the right was injected too.',
    leaves: ['64483-RT', '64484-RT'],
    quotes: 'L5-S1 on the right was injected too',
  },
  {
    of: 'spineInjection',
    says: 'Drug: dexamethasone 10 mg.',
    leaves: ['64483-RT', 'J1100'],
    quotes: 'dexamethasone 10 mg',
  },
  {
    of: 'finger',
    says: 'The middle finger of the same hand was released as well.',
    leaves: ['26055-F6', '26055-F7'],
    quotes: 'The middle finger of the same hand was released',
  },
  {
    of: 'finger',
    says: 'I also did an open carpal tunnel release on the right.',
    leaves: ['26055-F6', '64721-RT'],
    quotes: 'open carpal tunnel release',
  },
  { of: 'eye', says: 'A Malyugin ring was needed for a small pupil.', leaves: ['66982-RT'], quotes: 'Malyugin ring' },
  {
    of: 'stomach',
    says: 'We also dilated a distal esophageal stricture with an 18 mm balloon.',
    leaves: ['43239', '43249'],
    quotes: 'dilated a distal esophageal stricture',
  },
  // Corrections of side, size, place, count, level, way
  { of: 'gallbladder', says: 'Actually we had to convert to open.', leaves: ['47600'], quotes: 'convert to open' },
  {
    of: 'colon',
    says: 'Correction: the transverse polyp was removed with hot biopsy forceps.',
    leaves: ['45385', '45384'],
    quotes: 'removed with hot biopsy forceps',
  },
  { of: 'knee', says: 'It was the left knee, not the right.', leaves: ['29881-LT'], without: ['RT'] },
  { of: 'knee', says: 'Correction, left side.', leaves: ['29881-LT'], without: ['RT'] },
  {
    of: 'knee',
    says: 'It was a medial meniscus repair, not a meniscectomy.',
    leaves: ['29882-RT'],
    quotes: 'It was a medial meniscus repair',
  },
  { of: 'ureter', says: 'Wrong side in my note, this was the right ureter.', leaves: ['52353-RT'], without: ['LT'] },
  {
    of: 'neck',
    says: 'The levels were C4-C5 and C5-C6.',
    leaves: ['22551', '22552', '22845', '22853'],
    quotes: 'C4-C5 and C5-C6',
  },
  { of: 'skin', says: 'The lesion was 2.4 cm, not 1.2.', leaves: ['11643'], quotes: 'The lesion was 2.4 cm' },
  { of: 'skin', says: 'Excised diameter including margins should read 3.2 cm.', leaves: ['11644'], quotes: '3.2 cm' },
  { of: 'skin', says: 'It was on the right forearm, not the cheek.', leaves: ['11602'], quotes: 'right forearm' },
  { of: 'skin', says: 'Path is back: benign, intradermal nevus.', leaves: ['11442'] },
  { of: 'hernia', says: 'The hernia was incarcerated.', leaves: ['49507-RT'], quotes: 'The hernia was incarcerated' },
  {
    of: 'hernia',
    says: 'Please note this was a recurrent hernia.',
    leaves: ['49520-RT'],
    quotes: 'this was a recurrent hernia',
  },
  { of: 'finger', says: 'Sorry, it was the ring finger.', leaves: ['26055-F8'], without: ['F6'] },
  { of: 'eye', says: 'Sorry, left eye.', leaves: ['66984-LT'], without: ['RT'] },
  { of: 'colon', says: 'The sigmoid polyp was 12 mm.', leaves: ['45385', '45380'] },
  // Retractions
  { of: 'gallbladderWithFilm', says: 'The cholangiogram was not done after all.', leaves: ['47562'] },
  { of: 'gallbladderWithFilm', says: 'No cholangiogram was done, please remove it.', leaves: ['47562'] },
  { of: 'colon', says: 'Actually no biopsy was done.', leaves: ['45385'] },
  { of: 'ureterWithStent', says: 'No stent was placed in the end.', leaves: ['52353-LT'] },
  { of: 'neck', says: 'No plate was used.', leaves: ['22551', '22853'] },
  { of: 'stomach', says: 'Scratch the biopsy, none was taken.', leaves: ['43235'] },
  // Answers to our questions, in another order or in few words
  { of: 'kneeWithoutSide', says: 'left', leaves: ['29881-LT'] },
  {
    of: 'skinWithoutSize',
    says: 'Pathology confirmed basal cell. Diameter with margins 1.1 cm.',
    leaves: ['11642'],
    quotes: '1.1 cm',
  },
  { of: 'wounds', says: 'forearm 5 cm, scalp 3 cm', leaves: ['12032', '12002'], quotes: 'forearm 5 cm' },
  // Beside the point: nothing may change
  { of: 'gallbladder', says: 'No drain was placed.', leaves: ['47562'] },
  { of: 'gallbladder', says: 'The patient did well, there were no complications.', leaves: ['47562'] },
  { of: 'gallbladder', says: 'The patient is not diabetic.', leaves: ['47562'] },
  { of: 'knee', says: 'The left leg was placed in a well leg holder.', leaves: ['29881-RT'], without: ['LT'] },
  { of: 'knee', says: 'The lateral meniscus was intact.', leaves: ['29881-RT'] },
  { of: 'ureter', says: 'The patient was seen in the office and not in the ER.', leaves: ['52353-LT'] },
  { of: 'neck', says: 'The incision was 4 cm.', leaves: ['22551', '22845', '22853'] },
  { of: 'finger', says: 'The ring finger was not released.', leaves: ['26055-F6'], without: ['F8'] },
  { of: 'neck', says: 'C6-C7 was normal.', leaves: ['22551', '22845', '22853'] },
  { of: 'neck', says: 'C6-C7 was degenerated too.', leaves: ['22551', '22845', '22853'] },
  { of: 'eye', says: 'The left eye was done last month.', leaves: ['66984-RT'], without: ['LT'] },
  { of: 'hernia', says: 'The left side was explored last year.', leaves: ['49505-RT'], without: ['LT'] },
];
