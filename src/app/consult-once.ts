import type { Answer } from '../core/model/consultation.ts';
import type { IsoDate } from '../core/model/ids.ts';
import { type CodingPorts, coding, intake } from '../pipeline/consult.ts';
import type { CodingInput } from '../pipeline/ports.ts';
import { OPEN_GATE } from '../pipeline/sender-gate.ts';
import { ownIdentity } from './own-identity.ts';
import type { Readers } from './readers.ts';

export interface OneShot {
  /** What the mail is: case, question, auto_reply ... */
  readonly kind: string;
  /** Why nobody is answered; undefined when somebody is. */
  readonly reason?: string;
  /** Undefined when nobody would be answered (a machine's mail). */
  readonly answer: Answer | undefined;
  /** What was coded, de-identified; undefined when nothing was. */
  readonly input?: CodingInput;
}

/** The whole path without a mailbox or a database: the same stages, for one mail whose sender is trusted. */
export async function consultOnce(
  source: Uint8Array,
  receivedOn: IsoDate,
  ports: { readonly readers: Readers; readonly coding: CodingPorts; readonly ownAddress: string },
): Promise<OneShot> {
  const result = await intake(
    { source, oversizeBytes: undefined, receivedOn },
    {
      ...ports.readers,
      own: ownIdentity(ports.ownAddress),
      gate: OPEN_GATE,
      cases: { enter: async () => ({ entered: 'own' }) },
      reports: { note: async () => 'no-such-reply', isUnwilling: async () => false },
    },
  );
  if (result.next === 'nothing' || result.next === 'review') {
    return { kind: result.verdict, reason: result.reason, answer: undefined };
  }
  if (result.next === 'reply') return { kind: result.verdict, answer: result.answer };
  const { answer } = await coding(result.input, 'one-shot', ports.coding);
  return { kind: result.verdict, answer, input: result.input };
}
