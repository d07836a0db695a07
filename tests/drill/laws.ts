import type { DrillMail } from './drill-mail.ts';
import { replyKey } from './drill-mail.ts';
import type { Consultation, Evidence, Folder } from './evidence.ts';

/** A law and what broke it; none did when the list is empty. */
export interface Verdict {
  readonly law: string;
  readonly broken: readonly string[];
}

/** What became of one mail. */
export interface Fate {
  readonly mail: DrillMail;
  readonly consultations: readonly Consultation[];
  readonly folders: readonly Folder[];
  readonly replies: number;
  /** Its delivery is listed as unknown. */
  readonly isUnknown: boolean;
}

export function fatesOf({ mails, stored, consultations, replies }: Evidence): readonly Fate[] {
  const places = Map.groupBy(stored, ({ drillId }) => drillId);
  const known = Map.groupBy(consultations, ({ knownAs }) => knownAs);
  const replied = Map.groupBy(replies, ({ key }) => key);
  return mails.map((mail) => {
    // Mails without any header lie there without a name.
    const own = places.get(mail.source.length === 0 ? undefined : mail.id) ?? [];
    const its = [...new Set(own.map(({ knownAs }) => knownAs))].flatMap((key) => known.get(key) ?? []);
    return {
      mail,
      consultations: its,
      folders: own.map(({ folder }) => folder),
      replies: replied.get(replyKey(mail.from, mail.messageId))?.length ?? 0,
      isUnknown: its.some(isHeldAsUnknown),
    };
  });
}

function isHeldAsUnknown({ status, phase }: Consultation): boolean {
  return status === 'held' && phase === 'unknown';
}

function idsOf(fates: readonly Fate[]): readonly string[] {
  return fates.map(({ mail, consultations, replies }) => {
    const states = consultations.map(({ stage, status, phase, verdict, reason }) =>
      [stage, status, phase, verdict, reason].filter((part) => part !== undefined).join(', '),
    );
    return `${mail.id} (${mail.kind}): ${replies} replies; ${states.join(' | ') || 'not in the database'}`;
  });
}

function twice(keys: readonly string[]): readonly string[] {
  return [...Map.groupBy(keys, (key) => key)].filter(([, same]) => same.length > 1).map(([key]) => key);
}

/** Holds the evidence against every law of the drill. */
export function judge(evidence: Evidence, fates: readonly Fate[] = fatesOf(evidence)): readonly Verdict[] {
  const { replies, consultations, audit, stored } = evidence;
  const wanted = (expected: DrillMail['expected']) => fates.filter(({ mail }) => mail.expected === expected);
  const keys = new Set(fates.map(({ mail }) => replyKey(mail.from, mail.messageId)));
  const eventsOf = ({ id }: Consultation) => audit.get(id) ?? [];
  const verdict = (law: string, broken: readonly string[]): Verdict => ({ law, broken });
  return [
    verdict('no consultation has two replies', twice(replies.map(({ consultationId }) => consultationId))),
    verdict('no mail has two replies', idsOf(fates.filter((fate) => fate.replies > 1))),
    verdict(
      'every reply answers a mail that was sent',
      replies.filter(({ key }) => !keys.has(key)).map(({ key }) => key),
    ),
    verdict('no mail is lost', idsOf(fates.filter((fate) => fate.consultations.length === 0))),
    verdict(
      'one mail is one consultation, however often it comes',
      idsOf(fates.filter((fate) => fate.consultations.length > 1)),
    ),
    verdict(
      'who deserves a reply has one, or it is held as unknown',
      idsOf(wanted('reply').filter((fate) => fate.replies === 0 && !fate.isUnknown)),
    ),
    verdict(
      'a case is coded, whatever died over it',
      idsOf(fates.filter(({ mail, consultations: [one] }) => isCase(mail) && one?.answerKind === 'notice')),
    ),
    verdict('machines and thanks get no reply', idsOf(wanted('silence').filter((fate) => fate.replies > 0))),
    verdict('a stranger gets one notice a day', noticeFaults(wanted('one notice a day'), evidence.days)),
    verdict(
      'a refused reply is listed as failed',
      idsOf(wanted('refused').filter((fate) => fate.replies > 0 || fate.consultations[0]?.phase !== 'failed')),
    ),
    verdict(
      'a reply that bounced is listed as failed, and its case is not answered again',
      bounceFaults(evidence, fates),
    ),
    verdict(
      'nothing waits or runs at the end',
      consultations
        .filter(({ status }) => status === 'waiting' || status === 'running')
        .map(({ id, stage, status, reason }) => `${id}: ${stage}, ${status}, ${reason ?? ''}`),
    ),
    verdict('every mail was filed in its folder', [
      ...stored.filter(({ folder }) => folder === 'INBOX').map(({ drillId }) => `${drillId ?? 'a mail'} in the inbox`),
      ...idsOf(fates.filter(({ folders, mail }) => folders.some((folder) => !isRight(folder, mail)))),
    ]),
    verdict(
      'the audit trail tells of every mail, reply and held case',
      consultations
        .filter((one) => !eventsOf(one).includes('received') || !endsAs(one.status, eventsOf(one)))
        .map((one) => `${one.id}: ${one.status} but ${eventsOf(one).join(' ')}`),
    ),
    verdict(
      'what was sent arrived',
      consultations
        .filter(({ id, phase }) => phase === 'sent' && !replies.some(({ consultationId }) => consultationId === id))
        .map(({ id }) => id),
    ),
    verdict('no more is held as unknown than lines fell with a reply on them', tooManyUnknown(evidence)),
    verdict('no identifier is in the output of the workers', leaks(evidence)),
    verdict('no worker ends by itself', evidence.endedThemselves),
  ];
}

/** The fates of mails whose reply came back undelivered. */
function bounceFaults({ replies, listed }: Evidence, fates: readonly Fate[]): readonly string[] {
  const bounced = new Set(fates.flatMap(({ mail }) => mail.bounceOf?.id ?? []));
  const isKept = ({ id, status, phase, reason }: Consultation) =>
    status === 'failed' &&
    phase === 'failed' &&
    reason?.startsWith('bounced') === true &&
    listed.get(id) === 'refused' &&
    replies.filter(({ consultationId }) => consultationId === id).length === 1;
  return idsOf(fates.filter(({ mail, consultations }) => bounced.has(mail.id) && !consultations.every(isKept)));
}

/** One sender's mails of a day have one notice together, or its delivery is unknown. */
function noticeFaults(fates: readonly Fate[], days: number): readonly string[] {
  return [...Map.groupBy(fates, ({ mail }) => mail.from)].flatMap(([from, theirs]) => {
    const replies = theirs.reduce((sum, fate) => sum + fate.replies, 0);
    const unknown = theirs.filter((fate) => fate.isUnknown && fate.replies === 0).length;
    return replies + unknown >= 1 && replies + unknown <= days ? [] : [`${from}: ${replies} notices`];
  });
}

function isCase({ kind }: DrillMail): boolean {
  return /^case|Message-ID$/.test(kind);
}

/** What is coded is Processed, all else Rejected; notices for poison depend on what can be read in it. */
function isRight(folder: Folder, { expected, kind }: DrillMail): boolean {
  if (expected === 'silence' || expected === 'one notice a day') return folder === 'Rejected';
  return /poison|bomb/.test(kind) ? folder !== 'Failed' : folder === 'Processed';
}

function tooManyUnknown({ consultations, chancesOfUnknown }: Evidence): readonly string[] {
  const held = consultations.filter(isHeldAsUnknown).length;
  return held <= chancesOfUnknown ? [] : [`${held} are held, ${chancesOfUnknown} could be`];
}

function endsAs(status: Consultation['status'], events: readonly string[]): boolean {
  if (status === 'waiting' || status === 'running') return true;
  return events.includes(status) || (status === 'failed' && events.includes('bounced'));
}

function leaks({ mails, output }: Evidence): readonly string[] {
  const words = new Set(output.toLowerCase().split(/[^a-z0-9]+/));
  return mails.flatMap(({ planted }) => planted.filter((word) => words.has(word.toLowerCase())));
}
