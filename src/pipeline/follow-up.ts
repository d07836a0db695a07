import { factsOver, hasAddendum, joinTexts, withTold } from '../core/deidentify/addendum.ts';
import { type DeidentifyHints, deidentify } from '../core/deidentify/deidentify.ts';
import { readAsNew } from '../core/mail/read-mail.ts';
import type { FollowUp } from '../core/mail/thread/follow-up.ts';
import { namedCase } from '../core/mail/thread/thread.ts';
import { sharedDomain } from '../core/senders/shared-domain.ts';
import { type OwnIdentity, ownMail, type ReadMail } from './parse.ts';
import type { CaseEntry, CaseInput, EnteredCase } from './ports.ts';
import type { SenderGate } from './sender-gate.ts';
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
 * A reply to an answer of ours goes on with the case when the same sender had that answer, or a colleague at the same
 * registered domain. For anybody else it is a new mail: the ids in its headers are no secret, and prove nothing.
 */
export async function followUp(
  mail: ReadMail,
  ports: { readonly own: OwnIdentity; readonly cases: CaseBook; readonly gate: Pick<SenderGate, 'rules'> },
): Promise<FollowedMail> {
  const sender = mail.email.from?.address;
  if (sender === undefined) return { ...mail, earlier: undefined };
  const answers = namedCase(mail.email, ownMail(ports.own));
  const domain = sharedDomain(sender, ports.gate.rules);
  const entered = await ports.cases.enter({ sender, answers, domain });
  if (entered.entered === 'busy') throw new TryAgain('another mail of this case is being worked on');
  const earlier = entered.entered === 'joined' ? entered.earlier : undefined;
  if (mail.reading.verdict !== 'follow_up' || earlier !== undefined) return { ...mail, earlier };
  return { ...mail, reading: readAsNew(mail.email, mail.reading), earlier };
}

const SENDERS_WORD = 'What your reply adds is coded as told; the signed note has to say it before the claim is billed.';
const DENIES_NOTE =
  'Your reply takes back what the note itself tells. The signed note counts until its surgeon amends it: send us the amended note.';

const CORRECTS_NOTE =
  'Your replies correct the signed note: it is coded as you say, and the words they change stand in [brackets]. Have the note amended before the claim is billed.';

/**
 * The earlier case with what the reply tells: settings to the sender's words, the operation to the note, and without what
 * the reply takes back of the sender's earlier words.
 */
export function withFacts(
  earlier: CaseInput,
  { words, settings, clinical, correction }: Extract<FollowUp, { brings: 'facts' }>,
  limits: readonly string[],
  hints: DeidentifyHints,
): CaseInput {
  const set = deidentify(settings, hints).facts;
  const { note, taken, deniesNote, correctsNote } = withTold(earlier.note, clinical, hints);
  const own = new Set([SENDERS_WORD, DENIES_NOTE, CORRECTS_NOTE]);
  const masked = deidentify(words, hints).text;
  return {
    ...earlier,
    note: { ...note, facts: factsOver(note.facts, { ...set, dateOfService: undefined }) },
    senderText: joinTexts(earlier.senderText, masked),
    limits: [
      ...new Set([...earlier.limits.filter((limit) => !own.has(limit)), ...limits]),
      ...(hasAddendum(note) ? [SENDERS_WORD] : []),
      ...(correctsNote ? [CORRECTS_NOTE] : []),
      ...(deniesNote ? [DENIES_NOTE] : []),
    ],
    toldDateOfService: set.dateOfService ?? earlier.toldDateOfService,
    told: masked,
    takenBack: taken,
    correction,
  };
}
