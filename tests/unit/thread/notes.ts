/** Short operative notes of the threads. */

export const GALLBLADDER = `POSTOPERATIVE DIAGNOSIS: Chronic cholecystitis with gallstones.
PROCEDURE PERFORMED: Laparoscopic cholecystectomy.
DESCRIPTION OF PROCEDURE: Through four ports the gallbladder was dissected off the liver bed. The cystic duct and
artery were clipped and divided, and the gallbladder was removed in a bag through the umbilical port.`;

export const APPENDIX = `POSTOPERATIVE DIAGNOSIS: Acute appendicitis.
PROCEDURE PERFORMED: Laparoscopic appendectomy.
DESCRIPTION OF PROCEDURE: Through three ports the appendix was found inflamed and not perforated. The mesoappendix was
divided, the base was stapled, and the appendix was removed in a bag through the umbilical port.`;

export const KNEE = `POSTOPERATIVE DIAGNOSIS: Tear of the medial meniscus, right knee.
PROCEDURE PERFORMED: Right knee arthroscopy with partial medial meniscectomy.
DESCRIPTION OF PROCEDURE: The arthroscope was introduced. The medial meniscus had a flap tear, which was resected to a
stable rim with a shaver. The lateral compartment was normal.`;

export const COLON = `POSTOPERATIVE DIAGNOSIS: Polyp of the sigmoid colon.
PROCEDURE PERFORMED: Colonoscopy with snare polypectomy.
DESCRIPTION OF PROCEDURE: The scope was passed to the cecum. A 9 mm polyp of the sigmoid colon was removed with a cold
snare and retrieved.`;

export const CHOLANGIOGRAM = 'he also did a cholangiogram';
export const HERNIA = 'He also repaired an umbilical hernia, 2 cm, reducible.';
