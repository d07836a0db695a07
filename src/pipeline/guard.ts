import { readAsNew } from '../core/mail/read-mail.ts';
import { answeredMail } from '../core/mail/thread/thread.ts';
import type { NoticeKind } from '../core/model/consultation.ts';
import type { MailVerdict } from '../core/model/inbound-email.ts';
import { authorOf } from '../core/senders/authors.ts';
import { guestCounter, loopCounters, rateCounters } from '../core/senders/counters.ts';
import { cameByForwardingRule, isGoingInCircles } from '../core/senders/mail-loops.ts';
import { type Standing, standingOf } from '../core/senders/sender-rules.ts';
import { answerNotice } from './answer-notice.ts';
import { type OwnIdentity, ownMail, type ReadMail } from './parse.ts';
import type { IntakeResult } from './ports.ts';
import type { SenderGate } from './sender-gate.ts';
import { next, type Outcome, stop } from './stage.ts';
import { TryAgain } from './try-again.ts';

/** Verdicts of mail that no person waits behind: answering would start loops or backscatter (RFC 3834, section 2). */
const MACHINES: ReadonlySet<MailVerdict> = new Set([
  'auto_reply',
  'bounce',
  'delay_notice',
  'delivered_report',
  'feedback_report',
  'list',
  'calendar',
  'own',
]);

export interface GuardPorts {
  readonly gate: SenderGate;
  readonly own: OwnIdentity;
}

type Guarded = Outcome<ReadMail, IntakeResult>;

/**
 * Who is answered. In this order: machines and blocked senders get silence; a loop, and a sender who is not who he
 * says, wait for a person; a guest has a small allowance; what cannot be read gets a notice; and everybody's answers
 * are counted. A mail that a person released skips all but the first and the notices.
 */
export async function guard(mail: ReadMail & { readonly source: Uint8Array }, ports: GuardPorts): Promise<Guarded> {
  const { reading, email } = mail;
  const { gate } = ports;
  if (MACHINES.has(reading.verdict)) return silence(mail, reading.reason);
  const author = authorOf(email);
  if (author === 'none') return silence(mail, 'no sender address');
  if (author === 'several') return review(mail, 'the mail names several senders');
  const standing = standingOf(author, gate.rules);
  if (standing === 'blocked') return silence(mail, 'the sender is blocked');
  const sender = { address: author, standing };
  if (gate.released) return unreadNotice(mail, sender, gate);
  return (
    (await stopLoop(mail, sender, ports)) ??
    (await stopUnproven(mail, sender, ports)) ??
    (await admit(mail, sender, ports))
  );
}

interface Sender {
  readonly address: string;
  readonly standing: Standing;
}

/** A loop without a header that tells it: too much, too fast. Held, so that a case among it is not lost. */
async function stopLoop(mail: ReadMail, sender: Sender, { gate, own }: GuardPorts): Promise<Guarded | undefined> {
  const { email } = mail;
  if (isGoingInCircles(email, { addresses: own.addresses, domain: own.messageIdDomain })) {
    return silence(mail, 'the mail has been here before');
  }
  const counters = loopCounters({ sender: sender.address, subject: email.subject }, sender.standing, gate.rules);
  const exceeded = await gate.arrive(counters);
  return exceeded && review(mail, `perhaps a loop: more than ${exceeded.most} ${exceeded.what}`);
}

/** Whoever is not proven to be the sender might have a stranger's cases answered in his name. */
async function stopUnproven(
  mail: ReadMail & { readonly source: Uint8Array },
  sender: Sender,
  { gate, own }: GuardPorts,
): Promise<Guarded | undefined> {
  const identity = await gate.prove(mail.source, sender.address, mail.oversizeBytes === undefined);
  const how = cameByForwardingRule(mail.email, own.addresses) ? ' (it came by a forwarding rule)' : '';
  switch (identity.proof) {
    case 'pass':
      return undefined;
    case 'temporary':
      throw new TryAgain(`the sender cannot be checked now: ${identity.reason}`);
    case 'fail':
      return review(mail, `the sender is not who he says: ${identity.reason}${how}`);
    case 'none':
      if (gate.rules.unproven === 'review') return review(mail, `the sender is not proven: ${identity.reason}${how}`);
      return sender.standing === 'registered'
        ? undefined
        : stop(await notify(gate, sender.address, 'stranger', mail.reading.verdict));
  }
}

async function admit(mail: ReadMail, sender: Sender, ports: GuardPorts): Promise<Guarded> {
  const { gate } = ports;
  if (sender.standing === 'guest') return admitGuest(mail, sender, ports);
  const readable = await unreadNotice(mail, sender, gate);
  if (readable.goes === 'no-further') return readable;
  const exceeded = await gate.grant(rateCounters(sender.address, gate.rules));
  if (exceeded === undefined) return readable;
  const told = await notify(gate, sender.address, 'limit-reached', mail.reading.verdict);
  // One mail a day is told to come again; the others are kept for a person, so that each is one or the other.
  return told.next === 'reply' ? stop(told) : review(mail, `more than ${exceeded.most} ${exceeded.what}`);
}

/** A guest's first answer is a present; more of them for whoever can read the mail that we send to the address. */
async function admitGuest(mail: ReadMail, { address, standing }: Sender, { gate, own }: GuardPorts): Promise<Guarded> {
  const { verdict } = mail.reading;
  const { rules } = gate;
  if (rules.guest.answers === 0) return stop(await notify(gate, address, 'stranger', verdict));
  const canConfirm = rules.guest.confirmedAnswers > 0;
  const answered = answeredMail(mail.email, ownMail(own));
  const confirmed = canConfirm ? await gate.confirm(address, answered) : 'no';
  // "Yes, it is me", and no case with it.
  if (confirmed === 'now' && readAsNew(mail.email, mail.reading).verdict !== 'case') {
    const isOpened = answered !== undefined && (await gate.openConfirmed(answered));
    // Its answer tells him that he is confirmed.
    if (isOpened) return silence(mail, 'the address is confirmed, and the mail that waited for it is opened');
    return stop(await notify(gate, address, 'confirmed', verdict));
  }
  const readable = await unreadNotice(mail, { address, standing }, gate);
  if (readable.goes === 'no-further') return readable;
  const counters = [guestCounter(address, rules, confirmed !== 'no'), ...rateCounters(address, rules)];
  const exceeded = await gate.grant(counters);
  if (exceeded === undefined) return readable;
  const mayConfirm = exceeded === counters[0] && canConfirm && confirmed === 'no';
  return stop(await notify(gate, address, mayConfirm ? 'confirm' : 'limit-reached', verdict));
}

/** A sender who may ask is told why his mail was not read. */
async function unreadNotice(mail: ReadMail, { address }: Sender, gate: SenderGate): Promise<Guarded> {
  const { verdict } = mail.reading;
  if (mail.oversizeBytes !== undefined) return stop(await notify(gate, address, 'too-large', verdict));
  switch (verdict) {
    case 'encrypted':
      return stop(await notify(gate, address, 'encrypted', verdict));
    case 'unreadable':
      return stop(await notify(gate, address, 'unreadable', verdict));
    case 'empty':
      return stop(await notify(gate, address, 'what-i-can-do', verdict));
    default:
      return next(mail);
  }
}

function silence({ reading }: ReadMail, reason: string): Guarded {
  return stop({ next: 'nothing', verdict: reading.verdict, reason });
}

function review({ reading }: ReadMail, reason: string): Guarded {
  return stop({ next: 'review', verdict: reading.verdict, reason });
}

/** The notice, or silence when this sender had one of its kind today. */
export async function notify(
  gate: Pick<SenderGate, 'mayNotify'>,
  sender: string,
  notice: NoticeKind,
  verdict: MailVerdict,
  limits: readonly string[] = [],
): Promise<IntakeResult> {
  if (await gate.mayNotify(sender, notice)) return { next: 'reply', answer: answerNotice(notice, '', limits), verdict };
  return { next: 'nothing', verdict, reason: `a ${notice} notice went to this sender today` };
}
