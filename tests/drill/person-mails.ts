import { makeDocx, makePdf, paragraph } from '../support/make-files.ts';
import { buildMail, type MailDraft, withFile } from './build-mail.ts';
import { ANSWERS, type DrillMail } from './drill-mail.ts';
import { codeQuestion, operativeNote, patientOf, wordsOf } from './notes.ts';
import type { Random } from './random.ts';
import { DOMAINS, REFUSED, STRANGERS } from './settings.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const STRANGER_COUNT = 12;

/** Half of the mails come from few senders, so that the same person asks often. */
function coder(number: number, random: Random, isAlone = false): string {
  const who = random.chance(0.5) && !isAlone ? random.whole(60) : 1_000 + number;
  return `coder${who}@${DOMAINS[who % DOMAINS.length]}`;
}

function forwarded(note: string, number: number): string {
  const { first, last } = patientOf(number);
  return `Please code this one.

---------- Forwarded message ---------
From: ${first} ${last} <office@hospital.example>
Date: Wed, May 28, 2025 at 4:12 PM
Subject: op note
To: coding desk <desk@hospital.example>

${note}`;
}

/** The ways in which a note arrives. */
function caseParts(number: number, random: Random): Pick<MailDraft, 'kind' | 'type' | 'body' | 'subject'> {
  const note = operativeNote(number, random);
  const lines = note.split('\n');
  const wrapped = lines.flatMap((line) => line.match(/.{1,90}(?:\s|$)/g) ?? [line]);
  const told = 'Please code the attached note.';
  switch (random.whole(10)) {
    case 0:
      return { kind: 'case in a PDF', ...withFile(told, pdf(makePdf(wrapped))) };
    case 1:
      return {
        kind: 'case in a Word file',
        ...withFile(told, { name: 'note.docx', type: DOCX, bytes: makeDocx(lines.map(paragraph).join('')) }),
      };
    case 2:
      return {
        kind: 'case in a text file',
        ...withFile(told, { name: 'note.txt', type: 'text/plain', bytes: Buffer.from(note) }),
      };
    case 3:
    case 4:
      return { kind: 'case forwarded', subject: 'Fwd: op note', body: forwarded(note, number) };
    default:
      return { kind: 'case', body: note };
  }
}

function pdf(bytes: Uint8Array) {
  return { name: 'note.pdf', type: 'application/pdf', bytes };
}

/** A case of an allowed sender; some are answered by the script once their reply has come. */
export function caseMail(id: string, number: number, random: Random): DrillMail {
  const answered = random.chance(0.25) ? random.pick(ANSWERS) : undefined;
  // Whoever calls a reply abuse, or whose address bounces, is not answered again.
  const from = coder(number, random, answered === 'abuse report' || answered === 'bounce');
  const again = random.chance(0.06) ? 'delivered twice' : random.chance(0.05) ? 'copied in the mailbox' : 'never';
  return buildMail({
    id,
    from,
    fromName: `Dana Coder ${number}`,
    ...caseParts(number, random),
    again,
    planted: [...wordsOf(patientOf(number)), from.slice(0, from.indexOf('@'))],
    answered,
  });
}

export function questionMail(id: string, number: number, random: Random): DrillMail {
  return buildMail({ id, kind: 'question', from: coder(number, random), body: codeQuestion(random) });
}

/** Two different mails under one Message-ID, from two senders. */
export function reusedIdMails(id: string, number: number, random: Random): readonly DrillMail[] {
  const messageId = `reused-${id}@clinic1.example`;
  return [1, 2].map((part) =>
    buildMail({
      id: `${id}.${part}`,
      kind: 'Message-ID reused',
      from: `reuser${number}-${part}@${random.pick(DOMAINS)}`,
      messageId,
      body: operativeNote(number + part, random),
    }),
  );
}

export function withoutIdMail(id: string, number: number, random: Random): DrillMail {
  return buildMail({
    id,
    kind: 'no Message-ID',
    from: `idless${number}@${random.pick(DOMAINS)}`,
    messageId: undefined,
    body: operativeNote(number, random),
    again: random.chance(0.3) ? 'delivered twice' : 'never',
  });
}

export function strangerMail(id: string, number: number, random: Random): DrillMail {
  return buildMail({
    id,
    kind: 'stranger',
    from: `stranger${random.whole(STRANGER_COUNT)}@${STRANGERS}`,
    body: operativeNote(number, random),
    expected: 'one notice a day',
    planted: wordsOf(patientOf(number)),
  });
}

export function refusedMail(id: string, number: number, random: Random): DrillMail {
  return buildMail({
    id,
    kind: 'reply refused',
    from: `gone${number}@${REFUSED}`,
    body: operativeNote(number, random),
    expected: 'refused',
  });
}
