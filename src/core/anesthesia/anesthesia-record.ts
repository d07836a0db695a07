/** Headings and words by which the anesthesiologist's own record calls itself. */
const RECORD =
  /\b(an(?:a)?esthe(?:sia|tic|siology) (?:care )?(?:record|report|note|summary|procedure note|billing (?:sheet|record|slip)|chart|charge (?:sheet|slip)))\b/i;
/** The report of the surgeon: what stands in it about anesthesia is told by him. */
const OPERATIVE =
  /\b(operative (?:report|note)|op(?:erative)? note|report of operation|estimated blood loss:|description of (?:the )?(?:procedure|operation))/i;
const LEAD_CHARS = 400;

/** Whether the text is the record of an anesthetic, not the report of an operation. */
export function isAnesthesiaRecord(text: string): boolean {
  return RECORD.test(text.slice(0, LEAD_CHARS)) && !OPERATIVE.test(text);
}
