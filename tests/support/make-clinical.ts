/** A C-CDA document with these sections: LOINC code, title, narrative markup. */
export function makeCda(
  sections: readonly (readonly [loinc: string, title: string, narrative: string])[],
  { header = '', doctype = '' } = {},
): string {
  const body = sections
    .map(
      ([loinc, title, narrative]) =>
        `<component><section><code code="${loinc}" codeSystem="2.16.840.1.113883.6.1"/><title>${title}</title><text>${narrative}</text></section></component>`,
    )
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>${doctype}
<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Operative Note</title>${header}
<component><structuredBody>${body}</structuredBody></component></ClinicalDocument>`;
}

/** A CDA document that wraps a file. */
export function makeWrappingCda(bytes: Buffer, mediaType: string): string {
  return `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>Scan</title><component><nonXMLBody><text mediaType="${mediaType}" representation="B64">${bytes.toString('base64')}</text></nonXMLBody></component></ClinicalDocument>`;
}

/** A document message (HL7 v2.5.1, MDM^T02); the segments after the header are given, CR between them. */
export function makeMdm(segments: readonly string[], end = '\r'): string {
  return ['MSH|^~\\&|TRANS|HOSP|EHR|HOSP|202506021500||MDM^T02^MDM_T02|1|P|2.5.1', ...segments].join(end) + end;
}

/** OBX with a text in field 5. */
export function obx(type: string, value: string, observation = '11504-8^Operative note^LN'): string {
  return `OBX|1|${type}|${observation}||${value}||||||F`;
}

/** A message whose only observation is a document of this kind (`PDF`, `RTF`). */
export function makeMdmFile(bytes: Buffer, kind: string): string {
  return makeMdm([obx('ED', `HOSP^AP^${kind}^Base64^${bytes.toString('base64')}`)]);
}
