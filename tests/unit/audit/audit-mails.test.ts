import { describe, expect, it } from 'vitest';
import type { Audit, AuditRow } from '../../../src/core/model/audit.ts';
import { labelOf } from '../../../src/core/model/line-label.ts';
import type { DraftModel } from '../../../src/pipeline/model-port.ts';
import { answerMail } from '../../support/answer-a-mail.ts';
import { chosen, fakeDraftModel } from '../../support/fake-draft-model.ts';
import { readExcerpt } from '../../support/official-excerpt.ts';
import { AUDIT_MAILS, MAILED_ON, NO_AUDIT } from './audit-mails.ts';
import { NOTES } from './audit-notes.ts';

const official = readExcerpt(new URL('official.jsonl', import.meta.url));

async function audited(mail: string, note: keyof typeof NOTES, model?: DraftModel) {
  const text = `${mail}\n\n${NOTES[note]}`;
  const { answer, reply } = await answerMail({ text, subject: 'Op note', mailedOn: MAILED_ON, official, model });
  if (answer.kind !== 'case') throw new Error(`answered as ${answer.kind}`);
  return { answer, reply, audit: answer.audit };
}

interface Told {
  readonly row: string;
  readonly why: string;
}

function toldBy({ lines, diagnoses, denials }: Audit): Told[] {
  const rows = [...lines, ...diagnoses].map((row) => ({ row: labelled(row), why: row.why }));
  const advice = denials.map(({ code, reason, advice: what, text, wording }) => ({
    row: `denied ${[code, reason].filter((part) => part !== '').join(' ')}: ${what}`,
    why: wording ?? text,
  }));
  return [...rows, ...advice];
}

function labelled({ outcome, billed, supported }: AuditRow): string {
  return [outcome, ...billed.map(labelOf), '>', ...supported.map(labelOf)].join(' ');
}

describe.each(Object.entries(AUDIT_MAILS))('an audit mail about %s', (_, mails) => {
  const cases = mails.map(([mail, note, ...rows]) => ({ mail, note, rows }));

  it.each(cases)('$mail (above the note "$note")', async ({ mail, note, rows }) => {
    const { audit, reply } = await audited(mail, note);
    if (audit === undefined) throw new Error('nothing was audited');
    const told = toldBy(audit);
    const wanted = rows.map((row) => row.split('|').map((part) => part.trim()));
    expect(told.map(({ row }) => row).toSorted()).toEqual(wanted.map(([row]) => row).toSorted());
    for (const [row, why = ''] of wanted) expect(told.find((one) => one.row === row)?.why).toContain(why);
    expect(reply.text).toMatch(/You billed\s+Supported\s+Why/);
    expect(reply.html).toContain('You billed');
    expect(reply.text + reply.html).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('the audit as a whole', () => {
  it('is asked for by at least 30 mails', () => {
    expect(Object.values(AUDIT_MAILS).flat().length).toBeGreaterThanOrEqual(30);
  });

  it.each(NO_AUDIT)('%j is coded and not audited', async (mail, note) => {
    const { audit, reply } = await audited(mail, note);
    expect(audit).toBeUndefined();
    expect(reply.text).not.toContain('You billed');
  });

  it('tells the outcome first, then the claim we support', async () => {
    const { answer, reply } = await audited('I billed 47562, 44180-59, 49320: right?', 'gallbladder');
    expect(answer.verdict).toMatch(
      /^1 of 3 lines stands; 44180-59 must come off; 49320 must come off\. Corrected claim: ready to bill, 1 line\./,
    );
    expect(reply.text.indexOf('44180-59')).toBeLessThan(reply.text.indexOf('THE CLAIM WE SUPPORT'));
  });

  it('puts what was billed too much first and what is right last', async () => {
    const { audit } = await audited('billed 20931, 22551, 22846, 22552 and 63075', 'neck');
    const order = audit?.lines.map(({ outcome }) => outcome) ?? [];
    expect(order[0]).toBe('over');
    expect(order.at(-1)).toBe('confirmed');
  });

  it('is made against the claim that a model drafted', async () => {
    const quotes = ['An 8 mm polyp in the ascending colon was removed with a hot snare.'];
    const model = fakeDraftModel(
      chosen({ lines: [{ code: '45385', modifiers: [], units: 1, quotes, why: 'taken with a snare' }], notBilled: [] }),
    );
    const { answer, audit } = await audited('We billed 45385, 45380-59', 'colon', model);
    expect(answer.origin.draftedBy).toBe('model');
    expect(audit?.lines.map(labelled)).toEqual(['unsupported 45380-59 >', 'confirmed 45385 > 45385']);
  });

  it('never words an appeal for a pair of indicator 0, a limit of MAI 2 or a denial that is right', async () => {
    for (const [mail, note] of Object.values(AUDIT_MAILS).flat()) {
      const { audit } = await audited(mail, note);
      for (const { advice, wording } of audit?.denials ?? []) {
        expect(wording !== undefined).toBe(advice === 'appeal');
      }
    }
  });
});
