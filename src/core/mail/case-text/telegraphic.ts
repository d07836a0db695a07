/**
 * What surgeons jot down of an operation, one expression a kind of detail. Nobody who asks about a code tells more than
 * two of them; a note in key words (`GETA, supine. 2 ports. Cyst 3 cm shelled out. EBL nil, 4-0 Monocryl`) has four.
 */
const DETAILS: readonly RegExp[] = [
  /\b(geta|lma|mac|ga|spinal|epidural|sedation|propofol|lido(caine)?|marcaine|bupi(vacaine)?|(ax(illary)?|ankle|digital|nerve|bier) block|anes(th)?|anesthesia|anaesthesia)\b/i,
  /\b(supine|prone|lithotomy|beach chair|decub(itus)?|lateral position)\b/i,
  /\b(prepped|draped|time ?out|ancef|cefazolin|abx|consent(ed)?)\b/i,
  /\b(ebl|blood loss)\b/i,
  /\b(closed|closure|vicryl|nylon|monocryl|prolene|pds|ethibond|chromic|gut|staples?|steri|dermabond|skin glue|sutured?|dressing|splint(ed)?|cast|gauze|bandage|[2-6]-0)\b/i,
  /\b(incision|incised|ports?|portals?|trocars?|scope|stab|ellipse|elliptical|cut down|opened|dissect(ed|ion))\b/i,
  /\b(fluoro|c-?arm|cholangiogram|films?|angio(gram)?|ultrasound|us guid\w*|contrast|x-?ray|cine)\b/i,
  /\b(bovie|cautery|cauterized|tourniquet|irrigated|irrigation|washed|hemosta(sis|tic)|oozing|ooze|coag)\b/i,
  /\b(path(ology)?|specimens?|cultures?|bagged|sent)\b/i,
  /\b(pacu|home|extubated|plan|f\/u|wks?|sutures out|recovery|dispo|tolerated|no complications|nwb|wbat|back in|return)\b/i,
  /(?:^|\n)[ \t]*(dx|pre-?op|post-?op|procs?|ops?|hx|px|imp|surg|anes)\b/i,
  /\[name\]|\bsurgeon\b|\bpt\b|\b\d{1,2} ?(yo|y\/o|f|m)\b/i,
  /\b\d{1,3}(\.\d)? ?x? ?(cm|mm|fr|f|cc|ml|g)\b/i,
  /\b(wires?|catheter|sheath|balloon|stents?|foley|drain|graft|mesh|plate|screws?|anchors?|needle|forceps|curette|blade|laser|snare|clips?|burr|shaver)\b/i,
];

const ASKS =
  /\b(can|could|should|may|do|would|must) (i|we|you|they)\b[^.\n]*\?|\b(which|what) (cpt |icd |procedure |diagnosis )?(codes?|modifiers?)\b/i;

const SHORTEST_NOTE_CHARS = 250;
const LEAST_DETAILS = 4;
/** Who asks about an operation tells some of it. */
const LEAST_BESIDE_A_QUESTION = 6;

/** True for the key words of an operation that no heading and no full sentence shows to be a note. */
export function isTelegraphic(text: string): boolean {
  if (text.length < SHORTEST_NOTE_CHARS) return false;
  const told = DETAILS.filter((detail) => detail.test(text)).length;
  return told >= (ASKS.test(text) ? LEAST_BESIDE_A_QUESTION : LEAST_DETAILS);
}
