interface Operation {
  readonly note: string;
  readonly bills: readonly string[];
}

/** The first mails, and what they bill. */
export const OPERATIONS = {
  gallbladder: {
    note: 'Procedure: Laparoscopic cholecystectomy.\nIndication: symptomatic gallstones with chronic cholecystitis.\nFour ports were placed. The cystic duct and artery were clipped and divided. The gallbladder was dissected off the liver bed and removed in a bag.',
    bills: ['47562'],
  },
  gallbladderWithFilm: {
    note: 'Procedure: Laparoscopic cholecystectomy with intraoperative cholangiogram.\nIndication: symptomatic gallstones.\nThe cystic duct was cannulated and a cholangiogram was obtained. The cystic duct and artery were clipped and divided and the gallbladder was removed.',
    bills: ['47563'],
  },
  colon: {
    note: 'Procedures:\n1. Colonoscopy with snare polypectomy, sigmoid colon.\n2. Colonoscopy with cold forceps biopsy of a separate polyp, transverse colon.\nIndication: positive fecal test.\nThe colonoscope was advanced to the cecum. A 6 mm polyp in the sigmoid colon was removed by cold snare. A separate polyp in the transverse colon was biopsied with cold forceps.',
    bills: ['45385', '45380'],
  },
  knee: {
    note: 'Procedure: Right knee arthroscopy with partial medial meniscectomy.\nDiagnosis: complex tear of the medial meniscus, right knee.\nThe torn posterior horn of the medial meniscus was resected to a stable rim with a shaver.',
    bills: ['29881-RT'],
  },
  kneeWithoutSide: {
    note: 'Procedure: Knee arthroscopy with partial medial meniscectomy.\nDiagnosis: tear of the medial meniscus.\nThe torn posterior horn of the medial meniscus was resected to a stable rim.',
    bills: ['29881'],
  },
  ureter: {
    note: 'Procedure: Cystoscopy, left ureteroscopy with holmium laser lithotripsy.\nDiagnosis: left ureteral stone.\nThe ureteroscope was advanced up the left ureter and the stone was fragmented with the laser.',
    bills: ['52353-LT'],
  },
  ureterWithStent: {
    note: 'Procedure: Cystoscopy, left ureteroscopy with laser lithotripsy and placement of a double-J stent.\nDiagnosis: left ureteral stone.\nThe stone was fragmented with the laser. A 6 Fr double-J stent was placed in the left ureter.',
    bills: ['52356-LT'],
  },
  neck: {
    note: 'Procedure: Anterior cervical discectomy and fusion C5-C6 with interbody cage and anterior plate.\nDiagnosis: cervical disc herniation with radiculopathy C5-C6.\nDiscectomy at C5-C6 with decompression of the nerve roots. A PEEK cage was placed in the disc space. An anterior plate was fixed to C5 and C6.',
    bills: ['22551', '22845', '22853'],
  },
  skin: {
    note: 'Procedure: Excision of basal cell carcinoma of the right cheek, excised diameter 1.2 cm including margins.\nThe lesion was excised down to fat. The wound was closed with simple sutures.',
    bills: ['11642'],
  },
  skinWithoutSize: {
    note: 'Procedure: Excision of basal cell carcinoma of the nose.\nThe lesion was excised with margins and sent to pathology. The wound was closed with simple sutures.',
    bills: [],
  },
  hernia: {
    note: 'Procedure: Open repair of right inguinal hernia with mesh.\nPatient is a 45 year old man. Initial, reducible hernia.\nThe sac was reduced and a polypropylene mesh was sewn in place. Regional block.',
    bills: ['49505-RT'],
  },
  spineInjection: {
    note: 'Procedure: Transforaminal epidural steroid injection, right L4-L5.\nPlace: office.\nDiagnosis: lumbar radiculopathy.\nUnder fluoroscopy the needle was advanced to the right L4-L5 foramen, contrast confirmed the spread, and the steroid was injected.',
    bills: ['64483-RT'],
  },
  finger: {
    note: 'Procedure: Trigger finger release, right index finger.\nDiagnosis: trigger finger, right index finger.\nThe A1 pulley was incised under local anesthesia.',
    bills: ['26055-F6'],
  },
  eye: {
    note: 'Procedure: Phacoemulsification of cataract with intraocular lens, right eye.\nDiagnosis: age-related nuclear cataract, right eye.\nThe lens was emulsified and a foldable lens was placed in the bag.',
    bills: ['66984-RT'],
  },
  stomach: {
    note: 'Procedure: Upper endoscopy with biopsy.\nIndication: dyspepsia.\nThe scope was advanced to the duodenum. Biopsies were taken from the antrum.',
    bills: ['43239'],
  },
  wounds: {
    note: 'POSTOPERATIVE DIAGNOSIS: Lacerations of the scalp and of the right forearm.\nPROCEDURES PERFORMED:\n1. Simple repair of a laceration of the scalp.\n2. Layered repair of a laceration of the right forearm.\nDESCRIPTION OF PROCEDURE: The scalp was closed with simple sutures. The forearm was closed in two layers.',
    bills: ['12031'],
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;
