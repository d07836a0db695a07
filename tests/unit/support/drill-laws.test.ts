import { describe, expect, it, test } from 'vitest';
import { type DrillMail, replyKey } from '../../drill/drill-mail.ts';
import type { Consultation, Evidence, Reply } from '../../drill/evidence.ts';
import { judge } from '../../drill/laws.ts';

const CASE = mail('case', 'reply', 'dana@clinic1.example');
const MACHINE = mail('list', 'silence', 'list@clinic1.example');
const STRANGER = mail('stranger', 'one notice a day', 'eve@elsewhere.example');
const BOUNCED = mail('case that bounced', 'reply', 'lee@clinic1.example');
const BOUNCE: DrillMail = { ...mail('bounce', 'silence', 'mailer-daemon@clinic1.example'), bounceOf: BOUNCED };
const REFUSED = mail('reply refused', 'refused', 'gone@refused.example');

const ANSWERED = { status: 'answered', stage: 'reply', phase: 'sent', answerKind: 'case' } as const;
const CLOSED = { status: 'closed', stage: 'intake', phase: undefined, answerKind: undefined } as const;
const UNKNOWN = { status: 'held', stage: 'reply', phase: 'unknown', answerKind: 'case' } as const;

/** A run in which every law was kept, but for what is changed. */
function evidence(change: Partial<Evidence> = {}): Evidence {
  return {
    mails: [CASE, MACHINE, STRANGER, REFUSED, BOUNCED, BOUNCE],
    stored: [
      { folder: 'Processed', drillId: CASE.id, knownAs: CASE.id },
      { folder: 'Rejected', drillId: MACHINE.id, knownAs: MACHINE.id },
      { folder: 'Rejected', drillId: STRANGER.id, knownAs: STRANGER.id },
      { folder: 'Processed', drillId: REFUSED.id, knownAs: REFUSED.id },
      { folder: 'Processed', drillId: BOUNCED.id, knownAs: BOUNCED.id },
      { folder: 'Rejected', drillId: BOUNCE.id, knownAs: BOUNCE.id },
    ],
    consultations: [
      consultation(CASE, ANSWERED),
      consultation(MACHINE, CLOSED),
      consultation(STRANGER, { ...ANSWERED, answerKind: 'notice' }),
      consultation(REFUSED, { ...ANSWERED, status: 'failed', phase: 'failed' }),
      { ...consultation(BOUNCED, { ...ANSWERED, status: 'failed', phase: 'failed' }), reason: 'bounced (5.1.1)' },
      consultation(BOUNCE, CLOSED),
    ],
    replies: [replyTo(CASE), replyTo(STRANGER), replyTo(BOUNCED)],
    audit: new Map(
      [CASE, MACHINE, STRANGER, REFUSED, BOUNCED, BOUNCE].map(({ id }) => [
        id,
        ['received', 'answered', 'closed', 'failed', 'held'],
      ]),
    ),
    listed: new Map([
      [REFUSED.id, 'refused'],
      [BOUNCED.id, 'refused'],
    ]),
    output: '{"msg":"running"}',
    endedThemselves: [],
    days: 1,
    chancesOfUnknown: 1,
    ...change,
  };
}

function mail(kind: string, expected: DrillMail['expected'], from: string): DrillMail {
  const source = Buffer.from('x');
  return {
    ...{ id: kind, kind, from, messageId: `${kind}@x`, source, expected },
    ...{ again: 'never', planted: ['Vexermann'], answered: undefined },
    ...{ envelopeFrom: from, bounceOf: undefined },
  };
}

function consultation({ id }: DrillMail, end: Omit<Consultation, 'id' | 'knownAs' | 'verdict' | 'reason'>) {
  return { id, knownAs: id, verdict: undefined, reason: undefined, ...end };
}

function replyTo({ id, from, messageId }: DrillMail): Reply {
  return { key: replyKey(from, messageId), consultationId: id, isAcknowledged: true };
}

function broken(change: Partial<Evidence>): readonly string[] {
  return judge(evidence(change)).flatMap(({ law, broken: faults }) => (faults.length > 0 ? [law] : []));
}

const { consultations, replies, stored } = evidence();
const others = consultations.slice(1);
const ofOthers = replies.slice(1);

test('a good run breaks no law', () => {
  expect(broken({})).toEqual([]);
});

describe('a law is broken by', () => {
  it.each<[string, string, Partial<Evidence>]>([
    ['a second reply', 'no mail has two replies', { replies: [...replies, replyTo(CASE)] }],
    [
      'a reply to nobody known',
      'every reply answers a mail that was sent',
      { replies: [...replies, { key: 'a@b ', consultationId: 'other', isAcknowledged: true }] },
    ],
    ['a mail that is not in the database', 'no mail is lost', { consultations: others, replies: ofOthers }],
    [
      'a mail that became two cases',
      'one mail is one consultation, however often it comes',
      { consultations: [...consultations, { ...consultation(CASE, CLOSED), id: MACHINE.id }] },
    ],
    [
      'a case without a reply',
      'who deserves a reply has one, or it is held as unknown',
      { replies: ofOthers, consultations: [consultation(CASE, CLOSED), ...others] },
    ],
    [
      'a notice instead of a code',
      'a case is coded, whatever died over it',
      { consultations: [consultation(CASE, { ...ANSWERED, answerKind: 'notice' }), ...others] },
    ],
    [
      'an answered machine',
      'machines and thanks get no reply',
      { replies: [...replies, { ...replyTo(MACHINE), consultationId: MACHINE.id }] },
    ],
    [
      'a stranger without a notice',
      'a stranger gets one notice a day',
      { replies: replies.filter(({ consultationId }) => consultationId !== STRANGER.id) },
    ],
    [
      'a refused reply that counts as sent',
      'a refused reply is listed as failed',
      { consultations: [...consultations.slice(0, 3), consultation(REFUSED, ANSWERED), ...consultations.slice(4)] },
    ],
    ...(
      [
        [
          'a bounce that nobody noted',
          { consultations: [...consultations.slice(0, 4), consultation(BOUNCED, ANSWERED)] },
        ],
        ['a bounced reply that nobody sees', { listed: new Map([[REFUSED.id, 'refused']]) }],
        ['a bounced reply that is sent again', { replies: [...replies, replyTo(BOUNCED)] }],
      ] satisfies [string, Partial<Evidence>][]
    ).map(([what, change]): [string, string, Partial<Evidence>] => [
      what,
      'a reply that bounced is listed as failed, and its case is not answered again',
      change,
    ]),
    [
      'work that is left',
      'nothing waits or runs at the end',
      { consultations: [consultation(CASE, { ...ANSWERED, status: 'waiting' }), ...others] },
    ],
    [
      'a mail in the inbox',
      'every mail was filed in its folder',
      { stored: [...stored, { folder: 'INBOX', drillId: CASE.id, knownAs: CASE.id }] },
    ],
    ['a missing audit row', 'the audit trail tells of every mail, reply and held case', { audit: new Map() }],
    ['a sent reply that nobody got', 'what was sent arrived', { replies: ofOthers }],
    [
      'more unknown than could be',
      'no more is held as unknown than lines fell with a reply on them',
      { consultations: [consultation(CASE, UNKNOWN), ...others], chancesOfUnknown: 0 },
    ],
    ['a name in a log', 'no identifier is in the output of the workers', { output: 'Dear Vexermann,' }],
    ['a worker that ends', 'no worker ends by itself', { endedThemselves: ['reply'] }],
  ])('%s', (_, law, change) => {
    expect(broken(change)).toContain(law);
  });

  it('nothing when a reply without an answer is held as unknown', () => {
    const held = [consultation(CASE, UNKNOWN), ...others];
    expect(broken({ consultations: held, replies: ofOthers })).toEqual([]);
    expect(broken({ consultations: held })).toEqual([]);
  });
});
