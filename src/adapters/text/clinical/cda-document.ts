import { createTextLayout, type TextLayout } from '../text-layout.ts';
import type { XmlHandler } from '../xml.ts';
import { chartHead, sectionHeading } from './section-headings.ts';

/** A file inside a CDA document: its nonXMLBody. */
export interface EncapsulatedFile {
  readonly contentType: string;
  readonly base64: string;
}

export interface CdaReading {
  readonly text: string;
  readonly file: EncapsulatedFile | undefined;
}

const MAX_BODY_CHARS = 40_000_000;

/** Where in the header or an entry a day stands, the first that is found being the day of service. */
const SERVICE_TIMES = [
  'documentationOf/serviceEvent/effectiveTime',
  'componentOf/encompassingEncounter/effectiveTime',
  'entry/procedure/effectiveTime',
] as const;

interface Section {
  loinc: string;
  title: string;
  hasHeading: boolean;
}

/**
 * Reads a CDA R2 document (ANSI/HL7 CDA R2; narrative block: section 4.3.5) element by element: the head of the chart,
 * then each section's heading and narrative. Coded entries are not read, but for the time of a procedure.
 */
export function createCdaReader(): XmlHandler & { readonly result: () => CdaReading } {
  const path: string[] = [];
  const layout = createTextLayout();
  const sections: Section[] = [];
  const head = { title: '', patient: '', born: '', sex: '' };
  const times = new Map<string, string>();
  const narrative = createNarrative(layout);
  let isNarrative = false;
  let body: { contentType: string; isBase64: boolean; text: string } | undefined;
  const isAt = (tail: string) => path.join('/').endsWith(tail);

  function noteTime(attributes: Readonly<Record<string, string>>): void {
    const value = attributes['value'];
    if (value === undefined || path.length > 40) return;
    const at = path.join('/').replace(/\/low$/, '');
    const key = SERVICE_TIMES.find((tail) => at.endsWith(tail));
    if (key !== undefined && !times.has(key)) times.set(key, value);
  }

  return {
    open(name, attributes) {
      path.push(name);
      if (isNarrative) narrative.open(name, attributes);
      else if (name === 'section') sections.push({ loinc: '', title: '', hasHeading: false });
      else if (name === 'code' && path.at(-2) === 'section') setCode(sections.at(-1), attributes['code'] ?? '');
      else if (name === 'text' && path.at(-2) === 'section') {
        isNarrative = true;
        startSection(sections.at(-1), layout);
      } else if (name === 'text' && isAt('nonXMLBody/text')) {
        const isBase64 = attributes['representation'] === 'B64';
        body = { contentType: attributes['mediaType'] ?? 'text/plain', isBase64, text: '' };
      } else if (name === 'birthTime' && isAt('patient/birthTime')) head.born ||= attributes['value'] ?? '';
      else if (name === 'administrativeGenderCode') head.sex ||= attributes['code'] ?? '';
      else if (name === 'effectiveTime' || name === 'low') noteTime(attributes);
    },
    close(name) {
      if (isNarrative && name === 'text' && path.at(-2) === 'section') {
        isNarrative = false;
        narrative.end();
      } else if (isNarrative) narrative.close(name);
      else if (name === 'section') sections.pop();
      path.pop();
    },
    text(text) {
      if (isNarrative) narrative.text(text);
      else if (path.at(-1) === 'title' && path.at(-2) === 'section') setTitle(sections.at(-1), text);
      else if (isAt('ClinicalDocument/title')) head.title += text;
      else if (/\/patient\/name(?:\/\w+)?$/.test(path.slice(-4).join('/')) && head.patient.length < 200)
        head.patient += ` ${text.trim()}`;
      else if (body !== undefined && isAt('nonXMLBody/text') && body.text.length < MAX_BODY_CHARS) body.text += text;
    },
    result() {
      const service = SERVICE_TIMES.map((key) => times.get(key)).find((time) => time !== undefined) ?? '';
      const inline = body === undefined || body.isBase64 ? '' : body.text.trim();
      const parts = [chartHead({ ...head, service }), layout.toString().trim(), inline];
      return {
        text: parts.filter((part) => part !== '').join('\n\n'),
        file: body?.isBase64 === true ? { contentType: body.contentType, base64: body.text } : undefined,
      };
    },
  };
}

function setCode(section: Section | undefined, code: string): void {
  if (section !== undefined) section.loinc = code;
}

function setTitle(section: Section | undefined, text: string): void {
  if (section !== undefined && section.title.length < 200) section.title += text;
}

function startSection(section: Section | undefined, layout: TextLayout): void {
  const heading = section === undefined ? '' : sectionHeading(section.loinc, section.title);
  if (layout.length > 0) layout.blankLine();
  if (heading !== '') layout.text(`${heading}:\n`);
}

/** The narrative block: paragraphs, lists, tables, captions; deleted content and pictures are left out. */
function createNarrative(layout: TextLayout) {
  const lists: { readonly isOrdered: boolean; count: number }[] = [];
  let unseen = 0;
  let mark = '';
  let hasText = false;

  function write(text: string): void {
    layout.text(mark + text);
    mark = '';
    hasText = true;
  }

  function endLine(): void {
    layout.newLine();
    hasText = false;
  }

  return {
    open(name: string, attributes: Readonly<Record<string, string>>): void {
      if (unseen > 0 || name === 'renderMultiMedia' || attributes['revised'] === 'delete') {
        unseen += 1;
        return;
      }
      if (name === 'list') {
        endLine();
        lists.push({ isOrdered: attributes['listType'] === 'ordered', count: 0 });
      } else if (name === 'item') {
        endLine();
        const list = lists.at(-1);
        if (list !== undefined) list.count += 1;
        mark = list?.isOrdered === true ? `${list.count}. ` : '- ';
      } else if (name === 'paragraph' || name === 'table' || name === 'caption') {
        if (mark === '') endLine();
      } else if (name === 'tr') layout.openRow();
      else if (name === 'td' || name === 'th') layout.openCell();
      else if (name === 'br') layout.text('\n');
    },
    close(name: string): void {
      if (unseen > 0) {
        unseen -= 1;
        return;
      }
      if (name === 'list') lists.pop();
      if (name === 'td' || name === 'th') layout.closeCell();
      else if (name === 'tr') layout.closeRow();
      else if (/^(?:paragraph|item|list|table|caption)$/.test(name)) endLine();
    },
    text(text: string): void {
      if (unseen > 0) return;
      const words = text.replace(/\s+/g, ' ');
      const seen = hasText ? words : words.trimStart();
      if (seen !== '') write(seen);
    },
    end(): void {
      lists.length = 0;
      mark = '';
      endLine();
    },
  };
}
