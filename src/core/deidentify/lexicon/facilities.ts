/** Hospitals that are called without the word "hospital". */
export const KNOWN_FACILITIES: readonly string[] = [
  'Johns? Hopkins',
  'Mayo Clinic',
  'Cleveland Clinic',
  'Cedars?[- ]Sinai',
  "Children['’]s(?: Hospital)?(?: (?:of )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)",
  'Mass General',
  'Mass(?:achusetts)? Gen(?:eral)?',
  '(?:Mount|Mt\\.) Sinai',
  'NYU Langone',
  'NewYork-Presbyterian',
  'N(?:ew )?Y(?:ork)? Presbyterian',
  'Kaiser(?: Permanente)?',
  "Brigham(?: and Women['’]s)?",
  'MD Anderson',
  'M\\.D\\. Anderson',
  'Memorial Sloan[- ]Kettering',
  'Sloan[- ]Kettering',
  'Northwestern Memorial',
  'Northwestern Medicine',
  'Penn Medicine',
  'Stanford (?:Health(?: Care)?|Medicine)',
  'UW(?:MC| Med(?:icine)?)',
  'UCLA',
  'UCSF',
  'UCSD',
  'UPMC',
  'UNC Health',
  'Duke (?:Health|University|Raleigh|Med(?:ical)?)',
  'Emory (?:Health(?:care)?|University)',
  'Sutter Health',
  'Baylor(?: Scott (?:&|and) White)?',
  'Scripps(?: Health)?',
  'Geisinger',
  'Intermountain',
  "St\\. [A-Z][a-z]+['’]s",
  '[A-Z][a-z]+ (?:Gen|VAMC|VA(?! (?:ECMO|shunt|conduction)))',
];

/** A facility's name made of these words only tells its kind, not which one it is. */
export const GENERIC_FACILITY_WORDS: ReadonlySet<string> = new Set(
  `ambulatory outpatient inpatient same day surgery surgical pain emergency general medical center centre clinic clinics
  hospital hospitals acute care community the a an our local outside referring university children's childrens county city
  regional memorial teaching academic eye spine endoscopy heart cancer dialysis wound health healthcare system nursing home
  facility rehab rehabilitation urgent imaging specialty primary family practice medicine free standing and of at in for
  va veterans college cardiac neurology cardiology oncology urology dental dermatology pediatric orthopedic orthopaedic
  gi device bariatric vascular fertility sleep cath lab institute follow-up followup follow up office ob gyn women's ent hand foot allergy coumadin
  anticoagulation diabetes preoperative pre-op post postoperative national cleft breast voice under anesthesia patient group
  associates services network infirmary hospice medications methodist presbyterian baptist history physical exam status`.split(
    /\s+/,
  ),
);

/** Of a hospital's name these words say nothing; `City Hospital` and `General Hospital` are names. */
export const GENERIC_HOSPITAL_WORDS: ReadonlySet<string> = new Set(
  'hospital hospitals the a an our local outside referring day same surgical acute care inpatient outpatient in of at'.split(
    ' ',
  ),
);
