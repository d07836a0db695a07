/** Notes of our own for the audit mails. */
export const NOTES = {
  gallbladder: `PREOPERATIVE DIAGNOSIS: Symptomatic cholelithiasis.
POSTOPERATIVE DIAGNOSIS: Cholelithiasis with chronic cholecystitis.
PROCEDURE: Laparoscopic cholecystectomy.
DESCRIPTION OF PROCEDURE: The patient was brought to the operating room. Ports were placed. A few adhesions of the omentum to the gallbladder were taken down bluntly. The cystic duct and artery were clipped and divided. The gallbladder was removed from the liver bed with cautery and taken out through the umbilical port. The skin was closed.`,
  knee: `PREOPERATIVE DIAGNOSIS: Right knee medial meniscus tear.
POSTOPERATIVE DIAGNOSIS: Right knee complex tear of the medial meniscus, chondromalacia of the patella.
PROCEDURE: Right knee arthroscopy with partial medial meniscectomy and chondroplasty of the patella.
DESCRIPTION OF PROCEDURE: The arthroscope was placed through a lateral portal. The medial meniscus had a complex tear of the posterior horn, which was resected to a stable rim with a basket and a shaver. The lateral meniscus was intact. Grade 3 chondromalacia of the patella was smoothed with the shaver. The knee was irrigated and the portals were closed.`,
  neck: `PREOPERATIVE DIAGNOSIS: Cervical disc herniation C5-C6 and C6-C7 with radiculopathy.
POSTOPERATIVE DIAGNOSIS: Cervical disc herniation C5-C6 and C6-C7 with radiculopathy.
PROCEDURE: Anterior cervical discectomy and fusion C5-C6 and C6-C7 with plate and structural allograft.
DESCRIPTION OF PROCEDURE: The disc at C5-C6 was removed and the cord and the nerve roots were decompressed. The same was done at C6-C7. A structural allograft was placed in each space. A plate was fixed with screws to C5, C6 and C7. The wound was closed.`,
  colon: `INDICATION: Polyps on an outside study.
POSTOPERATIVE DIAGNOSIS: Polyps of the colon.
PROCEDURE: Colonoscopy with snare polypectomy and biopsy.
DESCRIPTION OF PROCEDURE: The colonoscope was advanced to the cecum. An 8 mm polyp in the ascending colon was removed with a hot snare. A 3 mm polyp in the sigmoid colon was removed with cold biopsy forceps. The scope was withdrawn.`,
  onePolyp: `POSTOPERATIVE DIAGNOSIS: Polyp of the ascending colon.
PROCEDURE: Colonoscopy with snare polypectomy.
DESCRIPTION OF PROCEDURE: The colonoscope was advanced to the cecum. A 9 mm polyp in the ascending colon was removed with a hot snare and retrieved. The rest of the colon was normal. The scope was withdrawn.`,
  forearm: `POSTOPERATIVE DIAGNOSIS: Laceration of the left forearm.
PROCEDURE: Repair of left forearm laceration.
DESCRIPTION OF PROCEDURE: A 4 cm laceration of the left forearm was irrigated. The subcutaneous tissue was closed with 4-0 Vicryl and the skin with 4-0 nylon.`,
  cataract: `PREOPERATIVE DIAGNOSIS: Nuclear sclerotic cataract, right eye.
POSTOPERATIVE DIAGNOSIS: Nuclear sclerotic cataract, right eye.
PROCEDURE: Phacoemulsification with intraocular lens implant, right eye.
DESCRIPTION OF PROCEDURE: A clear corneal incision was made. The nucleus was removed by phacoemulsification. A foldable intraocular lens was placed in the capsular bag. The wound was watertight.`,
  cataractNoSide: `PREOPERATIVE DIAGNOSIS: Nuclear sclerotic cataract.
POSTOPERATIVE DIAGNOSIS: Nuclear sclerotic cataract.
PROCEDURE: Phacoemulsification with intraocular lens implant.
DESCRIPTION OF PROCEDURE: A clear corneal incision was made. The nucleus was removed by phacoemulsification. A foldable intraocular lens was placed in the capsular bag. The wound was watertight.`,
  tubes: `PREOPERATIVE DIAGNOSIS: Chronic otitis media with effusion, both ears.
POSTOPERATIVE DIAGNOSIS: Chronic serous otitis media, bilateral.
PROCEDURE: Bilateral myringotomy with ventilation tubes under general anesthesia.
DESCRIPTION OF PROCEDURE: General anesthesia was given by mask. The right ear was cleaned under the microscope, a radial cut was made in the anterior inferior quadrant, fluid was suctioned and a tube was placed. The same was done in the left ear.`,
  epidural: `PREOPERATIVE DIAGNOSIS: Lumbar radiculopathy.
POSTOPERATIVE DIAGNOSIS: Lumbar radiculopathy.
PROCEDURE: Right transforaminal epidural steroid injections L4-L5 and L5-S1 under fluoroscopy.
DESCRIPTION OF PROCEDURE: Under fluoroscopic guidance a needle was advanced into the right L4-L5 foramen. Contrast showed epidural spread and steroid was injected. The same was done at the right L5-S1 foramen.`,
  appendix: `PREOPERATIVE DIAGNOSIS: Acute appendicitis.
POSTOPERATIVE DIAGNOSIS: Acute appendicitis.
PROCEDURE: Laparoscopic appendectomy.
DESCRIPTION OF PROCEDURE: The abdomen was entered at the umbilicus and ports were placed. The appendix was inflamed and not perforated. The mesoappendix was divided, the base was stapled and the appendix was removed in a bag. The ports were closed.`,
  hernia: `PREOPERATIVE DIAGNOSIS: Right inguinal hernia.
POSTOPERATIVE DIAGNOSIS: Right inguinal hernia.
PROCEDURE: Open repair of right inguinal hernia with mesh.
DESCRIPTION OF PROCEDURE: An incision was made in the right groin. The external oblique was opened. An indirect sac was reduced. A mesh was sewn to the inguinal ligament and the conjoined tendon. The wound was closed. The patient is 54 years old and this was the first repair.`,
  carpal: `PREOPERATIVE DIAGNOSIS: Right carpal tunnel syndrome.
POSTOPERATIVE DIAGNOSIS: Right carpal tunnel syndrome.
PROCEDURE: Right open carpal tunnel release.
DESCRIPTION OF PROCEDURE: An incision was made in the right palm. The transverse carpal ligament was divided under direct vision. The median nerve was intact. The skin was closed.`,
  egd: `PREOPERATIVE DIAGNOSIS: Dyspepsia.
POSTOPERATIVE DIAGNOSIS: Gastritis.
PROCEDURE: Upper endoscopy with biopsy.
DESCRIPTION OF PROCEDURE: The scope was passed into the second part of the duodenum. The antrum was red and biopsies were taken with forceps. The esophagus and the duodenum were normal.`,
  stone: `PREOPERATIVE DIAGNOSIS: Left ureteral stone.
POSTOPERATIVE DIAGNOSIS: Left ureteral stone.
PROCEDURE: Cystoscopy, left ureteroscopy with laser lithotripsy and placement of a ureteral stent.
DESCRIPTION OF PROCEDURE: The cystoscope was passed into the bladder. A wire was placed in the left ureter. The ureteroscope reached the stone, which was broken with the holmium laser. A double-J stent was left in the left ureter.`,
  officeVisit: `OFFICE VISIT, established patient
CHIEF COMPLAINT: Cough.
HISTORY OF PRESENT ILLNESS: A 48-year-old established patient with a cough for five days, no fever.
EXAMINATION: Lungs clear. Throat red.
ASSESSMENT AND PLAN: Acute bronchitis. Fluids and rest, an over-the-counter cough syrup. Return if worse.`,
} as const;
