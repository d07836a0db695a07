/** Short notes of our own making in which the circumstances of an operation decide its modifiers. */
export interface CircumstanceNote {
  readonly name: string;
  readonly note: string;
  /** What the sender wrote around it. */
  readonly sender?: string;
  readonly priorOperationOn?: string;
  /** The lines, `45378-53`. */
  readonly lines: readonly string[];
  /** `78 earned`: every judged modifier, sides apart. */
  readonly rubrics: readonly string[];
  /** Ids of the questions about modifiers. */
  readonly asks?: readonly string[];
  /** `F global-period`: further findings that must stand in the reply. */
  readonly finds?: readonly string[];
}

export const CIRCUMSTANCE_NOTES: readonly CircumstanceNote[] = [
  {
    name: 'a bleeding neck after the own operation goes back to the operating room',
    note: `PROCEDURE: Evacuation of hematoma, left neck.
INDICATIONS: I did his left carotid endarterectomy two days ago. He developed a tense hematoma of the neck and was brought back to the operating room.
POSTOPERATIVE DIAGNOSIS: Hematoma of the neck after operation.
DESCRIPTION: Under general anesthesia the incision was reopened and the clot evacuated. A small vein was tied.`,
    lines: ['35800-78'],
    rubrics: ['78 earned'],
  },
  {
    name: 'the second eye three weeks after the first',
    note: `PROCEDURE: Phacoemulsification of cataract with intraocular lens, left eye.
HISTORY: I operated on her right eye three weeks ago; it sees 20/25.
POSTOPERATIVE DIAGNOSIS: Nuclear sclerotic cataract, left eye.
DESCRIPTION: Clear corneal incision. The nucleus was removed by phacoemulsification and a foldable implant unfolded in the bag.`,
    lines: ['66984-79-LT'],
    rubrics: ['79 earned'],
  },
  {
    name: 'the plate as the second stage after the own external fixator',
    note: `PROCEDURE: Open treatment of left tibial shaft fracture with plate and screws.
HISTORY: I placed an external fixator ten days ago. She returns for the second stage now that the swelling is down.
POSTOPERATIVE DIAGNOSIS: Left tibial shaft fracture.
DESCRIPTION: The fracture was opened, reduced and fixed with a plate and eight screws.`,
    lines: ['27758-58-LT'],
    rubrics: ['58 earned'],
  },
  {
    name: 'gallbladder given up when the pressure fell',
    note: `PROCEDURE: Laparoscopic cholecystectomy, aborted.
POSTOPERATIVE DIAGNOSIS: Acute cholecystitis.
DESCRIPTION: Under general anesthesia four ports were placed and the fundus was lifted. The patient became hypotensive and unstable; the gas was let out, the ports removed and closed.`,
    lines: ['47562-53'],
    rubrics: ['53 earned'],
  },
  {
    name: 'a colonoscopy short of the cecum',
    note: `PROCEDURE: Colonoscopy.
POSTOPERATIVE DIAGNOSIS: Change in bowel habit.
DESCRIPTION: The scope was advanced to the hepatic flexure. Solid stool filled the lumen. The cecum was not reached and the scope was withdrawn. Nothing was sampled.`,
    lines: ['45378-53'],
    rubrics: ['53 earned'],
  },
  {
    name: 'a polyp snared, the cecum not reached',
    note: `PROCEDURE: Colonoscopy with snare polypectomy.
POSTOPERATIVE DIAGNOSIS: Sigmoid colon polyp.
DESCRIPTION: A 9 mm polyp of the sigmoid was removed with a hot snare. The cecum could not be reached because of a fixed loop.`,
    lines: ['45385-52'],
    rubrics: ['52 earned'],
  },
  {
    name: 'given up and nobody knows why: the line waits',
    note: `PROCEDURE: Laparoscopic appendectomy, not completed.
POSTOPERATIVE DIAGNOSIS: Acute appendicitis.
DESCRIPTION: Three ports were placed. The appendix was seen. The ports were removed and closed.`,
    lines: ['44970-53 (held)'],
    rubrics: ['53 open'],
    asks: ['stopped.44970'],
  },
  {
    name: 'a case that the surgeon calls extremely difficult',
    note: `PROCEDURE: Laparoscopic cholecystectomy.
POSTOPERATIVE DIAGNOSIS: Chronic cholecystitis with gallstones.
DESCRIPTION: The gallbladder was buried in dense adhesions. This case was extremely difficult because of the scar. The cystic duct and artery were clipped and divided and the gallbladder removed.`,
    lines: ['47562'],
    rubrics: ['22 open'],
    asks: ['greater-work'],
  },
  {
    name: 'a large patient and a robot claim nothing',
    note: `PROCEDURE: Robotic cholecystectomy.
POSTOPERATIVE DIAGNOSIS: Chronic cholecystitis with gallstones.
DESCRIPTION: The patient has a BMI of 47 and long ports were used. The cystic duct and artery were clipped and divided and the gallbladder removed.`,
    lines: ['47562'],
    rubrics: [],
  },
  {
    name: 'a wrist set in the emergency department, seen by the orthopedist afterwards',
    note: `EMERGENCY DEPARTMENT PROCEDURE NOTE
PROCEDURE: Closed reduction of left distal radius fracture with manipulation.
POSTOPERATIVE DIAGNOSIS: Left distal radius fracture.
DESCRIPTION: After a hematoma block the fracture was manipulated and a splint applied.
PLAN: Follow up with orthopedics in five days.`,
    lines: ['25605-54-LT'],
    rubrics: ['54 earned'],
  },
  {
    name: 'a wrist whose surgeon sees it again',
    note: `PROCEDURE: Closed reduction of left distal radius fracture with manipulation.
POSTOPERATIVE DIAGNOSIS: Left distal radius fracture.
DESCRIPTION: The fracture was manipulated under fluoroscopy and a cast applied.
PLAN: He will return to see me in my office in a week.`,
    lines: ['25605-LT'],
    rubrics: [],
  },
  {
    name: 'another surgeon did the first operation, says the sender',
    note: `PROCEDURE: Evacuation of hematoma, left neck.
INDICATIONS: Two days after a left carotid endarterectomy he was brought back to the operating room with a tense hematoma of the neck.
POSTOPERATIVE DIAGNOSIS: Hematoma of the neck after operation.
DESCRIPTION: The incision was reopened and the clot evacuated.`,
    sender: 'prior: 35301 two days before, by another surgeon',
    lines: ['35800'],
    rubrics: [],
  },
  {
    name: 'the sender tells the earlier code and day: inside its 90 days, unrelated',
    note: `DATE OF SURGERY: [DATE]
PROCEDURE: Laparoscopic cholecystectomy.
POSTOPERATIVE DIAGNOSIS: Acute cholecystitis.
DESCRIPTION: The cystic duct and artery were clipped and divided and the gallbladder removed.`,
    sender: 'prior: 27447 on [DATE], unrelated',
    priorOperationOn: '2025-10-01',
    lines: ['47562-79'],
    rubrics: ['79 earned'],
  },
  {
    name: 'the sender tells an earlier operation and not how this one relates to it',
    note: `DATE OF SURGERY: [DATE]
PROCEDURE: Laparoscopic cholecystectomy.
POSTOPERATIVE DIAGNOSIS: Acute cholecystitis.
DESCRIPTION: The cystic duct and artery were clipped and divided and the gallbladder removed.`,
    sender: 'prior: 27447 on [DATE]',
    priorOperationOn: '2025-10-01',
    lines: ['47562 (held)'],
    rubrics: [],
    asks: ['prior-operation.relation'],
    finds: ['F global-period'],
  },
  {
    name: 'a bleeding after the operation of nobody named',
    note: `PROCEDURE: Evacuation of hematoma, left neck.
INDICATIONS: Carotid endarterectomy two days ago. A tense hematoma of the neck; brought back to the operating room.
POSTOPERATIVE DIAGNOSIS: Hematoma of the neck after operation.
DESCRIPTION: The incision was reopened and the clot evacuated.`,
    lines: ['35800'],
    rubrics: ['78 open'],
    asks: ['prior-operation.which'],
  },
  {
    name: 'a polyp snared in one segment, a biopsy in another',
    note: `PROCEDURE: Colonoscopy with snare polypectomy and biopsy.
POSTOPERATIVE DIAGNOSIS: Sigmoid colon polyp. Ulcer of the cecum.
DESCRIPTION: The cecum was reached. A 9 mm polyp of the sigmoid colon was removed with a hot snare. A separate lesion, an ulcer of the cecum, was biopsied with cold forceps.`,
    lines: ['45385', '45380-59'],
    rubrics: ['59 earned'],
  },
  {
    name: 'pneumonia managed beside a small wound',
    note: `EMERGENCY DEPARTMENT NOTE
CHIEF COMPLAINT: Cough and a cut.
HISTORY: Three days of fever and cough, and today a fall on glass.
EXAM: Temperature 39. Rales at the right base. 3 cm laceration of the forearm.
PROCEDURE: Simple repair of 3 cm laceration of the forearm with nylon.
ASSESSMENT AND PLAN: Pneumonia, chest film ordered and read, started on antibiotics by prescription. Laceration of the forearm, closed.`,
    lines: ['99284-25', '12002'],
    rubrics: ['25 earned'],
  },
  {
    name: 'a new lump three weeks after the own operation',
    note: `OFFICE VISIT, established patient.
HISTORY: I did her gallbladder resection three weeks ago. A new problem: a painful lump of the left breast for a week.
EXAM: 2 cm mobile mass of the left breast.
ASSESSMENT AND PLAN: Breast lump. Mammogram and ultrasound ordered.`,
    lines: ['99213-24'],
    rubrics: ['24 earned'],
  },
  {
    name: 'a clean knee shows nothing more',
    note: `PROCEDURE: Left knee arthroscopy with partial medial meniscectomy.
POSTOPERATIVE DIAGNOSIS: Tear of the medial meniscus, left knee.
DESCRIPTION: The torn posterior horn of the medial meniscus was trimmed to a stable rim.`,
    lines: ['29881-LT'],
    rubrics: [],
  },
];
