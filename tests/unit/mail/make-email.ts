import type { AttachmentPart, InboundEmail } from '../../../src/core/model/inbound-email.ts';

export const OWN = { ownAddresses: ['coding@own.test'], ownMessageIdDomain: 'own.test' };

type Given = Partial<Omit<InboundEmail, 'headers'>> & { readonly headers?: Readonly<Record<string, string>> };

/** A mail from a person, with what the test is about set on top. */
export function makeEmail({ headers = {}, ...given }: Given = {}): InboundEmail {
  return {
    messageId: '<one@clinic.test>',
    inReplyTo: undefined,
    references: [],
    from: { name: 'Dana', address: 'dana@clinic.test' },
    to: [{ name: undefined, address: 'coding@own.test' }],
    cc: [],
    subject: 'op note',
    date: undefined,
    headers: new Map(Object.entries(headers).map(([name, value]) => [name, [value]])),
    text: 'What is 32503?',
    html: undefined,
    attachments: [],
    embedded: [],
    sizeBytes: 100,
    ...given,
  };
}

export function makePart(contentType: string, text = '', filename = 'file'): AttachmentPart {
  return { filename, contentType, bytes: new TextEncoder().encode(text), inline: false };
}

export const NOTE = [
  'PREOPERATIVE DIAGNOSIS: Acute appendicitis.',
  'PROCEDURE PERFORMED: Laparoscopic appendectomy.',
  'DESCRIPTION OF PROCEDURE: The appendix was divided with a stapler and removed through the port.',
].join('\n');
