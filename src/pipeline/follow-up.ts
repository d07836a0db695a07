import { factsOver, joinTexts, withAddendum } from '../core/deidentify/addendum.ts';
import { type DeidentifyHints, deidentify } from '../core/deidentify/deidentify.ts';
import type { FollowUp } from '../core/mail/follow-up.ts';
import { readAsNew } from '../core/mail/read-mail.ts';
import { answeredMail } from '../core/mail/thread.ts';
import { type OwnIdentity, ownMail, type ReadMail } from './parse.ts';
import type { CaseEntry, CaseInput, EnteredCase } from './ports.ts';
import { TryAgain } from './try-again.ts';

/** The cases known so far, as one mail may enter them. */
export interface CaseBook {
  enter(entry: CaseEntry): Promise<EnteredCase>;
}

export interface FollowedMail extends ReadMail {
  /** What the thread of this mail was coded from so far; undefined for a mail that opens a case. */
  readonly earlier: CaseInput | undefined;
}

/**
 * A reply to an answer of ours goes on with the case when the same sender had that answer. For anybody else it is a
 * new mail: the ids in its headers are no secret, and prove nothing.
 */
export async function followUp(
  mail: ReadMail,
  ports: { readonly own: OwnIdentity; readonly cases: CaseBook },
): Promise<FollowedMail> {
  const sender = mail.email.from?.address;
  if (sender === undefined) return { ...mail, earlier: undefined };
  const answers = answeredMail(mail.email, ownMail(ports.own));
  const entered = await ports.cases.enter({ sender, answers });
  if (entered.entered === 'busy') throw new TryAgain('another mail of this case is being worked on');
  const earlier = entered.entered === 'joined' ? entered.earlier : undefined;
  if (mail.reading.verdict !== 'follow_up' || earlier !== undefined) return { ...mail, earlier };
  return { ...mail, reading: readAsNew(mail.email, mail.reading), earlier };
}

const SENDERS_WORD = 'What your reply adds is coded as told; the signed note has to say it before the claim is billed.';

/** The earlier case with what the reply tells: settings to the sender's words, the operation to the note. */
export function withFacts(
  earlier: CaseInput,
  { words, settings, clinical }: Extract<FollowUp, { brings: 'facts' }>,
  limits: readonly string[],
  hints: DeidentifyHints,
): CaseInput {
  const told = deidentify(settings, hints).facts;
  const note = withAddendum(earlier.note, clinical, hints);
  const isAdded = note !== earlier.note;
  return {
    ...earlier,
    note: { ...note, facts: factsOver(note.facts, { ...told, dateOfService: undefined }) },
    senderText: joinTexts(earlier.senderText, deidentify(words, hints).text),
    limits: [...new Set([...earlier.limits, ...limits, ...(isAdded ? [SENDERS_WORD] : [])])],
    toldDateOfService: told.dateOfService ?? earlier.toldDateOfService,
  };
}
