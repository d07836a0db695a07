/**
 * LOINC codes of document sections (C-CDA R2.1, "Section-Level Templates"; HL7 v2 OBX-3) -> the heading a note carries
 * over the same content. A section that is not here keeps its own title.
 */
const HEADINGS: Readonly<Record<string, string>> = {
  '8648-8': 'HOSPITAL COURSE',
  '8716-3': 'VITAL SIGNS',
  '10154-3': 'CHIEF COMPLAINT',
  '10157-6': 'FAMILY HISTORY',
  '10160-0': 'CURRENT MEDICATIONS',
  '10164-2': 'HISTORY OF PRESENT ILLNESS',
  '10187-3': 'REVIEW OF SYSTEMS',
  '10213-7': 'ANESTHESIA',
  '10215-2': 'FINDINGS',
  '10216-0': 'FLUIDS',
  '10217-8': 'INDICATIONS',
  '10218-6': 'POSTOPERATIVE DIAGNOSIS',
  '10219-4': 'PREOPERATIVE DIAGNOSIS',
  '10221-0': 'SPECIMENS',
  '10223-6': 'PROCEDURE PERFORMED',
  '11348-0': 'PAST MEDICAL HISTORY',
  '11450-4': 'PAST MEDICAL HISTORY',
  '11535-2': 'DISCHARGE DIAGNOSIS',
  '11537-8': 'DRAINS',
  '18776-5': 'PLAN',
  '29299-5': 'REASON FOR VISIT',
  '29545-1': 'PHYSICAL EXAMINATION',
  '29554-3': 'DESCRIPTION OF PROCEDURE',
  '29762-2': 'SOCIAL HISTORY',
  '30954-2': 'RESULTS',
  '46239-0': 'CHIEF COMPLAINT',
  '46241-6': 'ADMITTING DIAGNOSIS',
  '47519-4': 'PAST SURGICAL HISTORY',
  '48765-2': 'ALLERGIES',
  '51847-2': 'ASSESSMENT AND PLAN',
  '51848-0': 'ASSESSMENT',
  '55109-3': 'COMPLICATIONS',
  '59768-2': 'INDICATIONS',
  '59769-0': 'POSTOPERATIVE DIAGNOSIS',
  '59770-8': 'ESTIMATED BLOOD LOSS',
  '59771-6': 'IMPLANTS',
  '59772-4': 'PLANNED PROCEDURE',
  '59773-2': 'SPECIMENS',
  '59774-0': 'ANESTHESIA',
  '59775-7': 'DISPOSITION',
  '59776-5': 'FINDINGS',
  '61149-1': 'OBJECTIVE',
  '61150-9': 'SUBJECTIVE',
};

/** The heading of a section by its LOINC code, else its title in capitals, without a colon of its own. */
export function sectionHeading(loinc: string, title: string): string {
  const known = HEADINGS[loinc.trim()];
  return (
    known ??
    title
      .replace(/\s+/g, ' ')
      .replace(/[\s:]+$/, '')
      .trim()
      .toUpperCase()
  );
}

/** An HL7 date or time (`20250602`, `202506021430-0500`) as `2025-06-02`; undefined when it names no whole day. */
export function hl7Day(time: string): string | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})/.exec(time.trim());
  return parts === null ? undefined : `${parts[1]}-${parts[2]}-${parts[3]}`;
}

const SEXES: Readonly<Record<string, string>> = { M: 'male', F: 'female' };

/** The fields that head a note; names go in so that they are known as names and masked with all others. */
export function chartHead(chart: {
  readonly title: string;
  readonly patient: string;
  readonly born: string;
  readonly sex: string;
  readonly service: string;
}): string {
  const born = hl7Day(chart.born);
  const service = hl7Day(chart.service);
  return [
    chart.title.replace(/\s+/g, ' ').trim().toUpperCase(),
    chart.patient.trim() === '' ? '' : `PATIENT: ${chart.patient.replace(/\s+/g, ' ').trim()}`,
    born === undefined ? '' : `DATE OF BIRTH: ${born}`,
    SEXES[chart.sex] === undefined ? '' : `SEX: ${SEXES[chart.sex]}`,
    service === undefined ? '' : `DATE OF SERVICE: ${service}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
