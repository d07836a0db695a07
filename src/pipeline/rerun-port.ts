import type { Answer, AnswerOrigin, CaseAnswer } from '../core/model/consultation.ts';
import type { CaseKey, ConsultationId, IsoDate } from '../core/model/ids.ts';
import type { CaseInput } from './ports.ts';

/** The newest answer of a case, with what it was coded from. */
export interface AnsweredCase {
  readonly id: ConsultationId;
  readonly caseKey: CaseKey;
  readonly input: CaseInput;
  readonly answer: CaseAnswer & { readonly origin: AnswerOrigin };
  /** The raw mail, which alone knows the sender's address, is still there. */
  readonly canBeTold: boolean;
}

export interface RerunStore {
  /** The answered cases whose newest mail came on or after that day, oldest first. */
  answeredSince(day: IsoDate): Promise<readonly AnsweredCase[]>;
  /** Puts another answer to the same mail up for sending; false when that was done before. */
  answerAgain(id: ConsultationId, answer: Answer): Promise<boolean>;
}
