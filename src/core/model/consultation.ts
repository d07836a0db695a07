import type { CasePart } from '../mail/case-text/case-parts.ts';
import type { Audit, AuditRow } from './audit.ts';
import type { CheckState, Draft, Finding } from './draft.ts';
import type { CaseKey, IsoDate } from './ids.ts';
import type { PriorOperation } from './prior-operation.ts';

/** Whose claim it is. `assistant-npp`: a PA, NP or CNS at the table, who bills AS. */
export type SurgeonRole = 'surgeon' | 'co-surgeon' | 'team' | 'assistant' | 'assistant-npp' | 'anesthesia';
export type PlaceOfService = 'facility' | 'office';
/** Whose rules hold: Medicare's also for its Advantage plans. */
export type Payer = 'medicare' | 'medicaid' | 'commercial';

/** What a reply takes for granted, each with where it came from, so that the sender can override it. */
export interface CaseSettings {
  readonly dateOfService: { readonly value: IsoDate; readonly from: 'mail' | 'note' | 'received' };
  readonly role: { readonly value: SurgeonRole; readonly from: 'mail' | 'note' | 'assumed' };
  readonly place: {
    readonly value: PlaceOfService;
    readonly from: 'mail' | 'note' | 'assumed';
    /** The CMS place of service code, where it is told. */
    readonly pos?: string | undefined;
  };
  readonly payer: {
    readonly value: Payer;
    readonly from: 'mail' | 'note' | 'assumed';
    /** The plan as it is called: `Aetna`, `Medicare Advantage`. */
    readonly plan?: string | undefined;
  };
  /** An earlier operation within the longest global period. */
  readonly priorOperation?: { readonly value: PriorOperation; readonly from: 'mail' | 'note' } | undefined;
}

/** The coded answer to one note. */
export interface CaseAnswer extends Draft {
  readonly kind: 'case';
  readonly verdict: string;
  readonly settings: CaseSettings;
  /** The texts the note is made of when it is more than one: what a quote of the reply is from. */
  readonly parts?: readonly CasePart[] | undefined;
  /** The sender's claim against this one, when he told what he billed. */
  readonly audit?: Audit | undefined;
  /** What the sender would bill instead of our earlier answer, held against this one. */
  readonly correction?: readonly AuditRow[] | undefined;
  /** Set when the sender had another answer to this note before. */
  readonly changed?: { readonly because: string; readonly items: readonly string[] } | undefined;
}

/** One code told in our own words. */
export interface CodeCard {
  readonly code: string;
  readonly title: string;
  /** The AMA's descriptor, where the owner has loaded it. */
  readonly official?: string | undefined;
  readonly says: string;
  readonly neighbours: readonly { readonly code: string; readonly decidingFact: string }[];
  readonly facts: readonly string[];
}

/** One fact of an answer, with what it rests on; a fact that was not checked says so in its text. */
export interface ToldFact {
  readonly label: string;
  readonly text: string;
  readonly state: CheckState;
  /** Name of the edition, empty when none is loaded. */
  readonly source: string;
}

/** One question of the mail and its answer. */
export interface AnsweredPoint {
  /** As it was understood: `Global period of 27447`. */
  readonly asked: string;
  readonly answer: string;
  readonly facts: readonly ToldFact[];
}

/** The answer to a mail of questions: "what is 32503?", "MUE of 11730", "code for ...?". */
export interface QuestionAnswer {
  readonly kind: 'question';
  readonly verdict: string;
  /** The day the facts are of. */
  readonly day: IsoDate;
  readonly points: readonly AnsweredPoint[];
  readonly cards: readonly CodeCard[];
  readonly findings: readonly Finding[];
}

export const NOTICE_KINDS = [
  'stranger',
  'confirm',
  'confirmed',
  'limit-reached',
  'too-large',
  'encrypted',
  'unreadable',
  'no-text',
  'what-i-can-do',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A short polite mail that codes nothing. */
export interface NoticeAnswer {
  readonly kind: 'notice';
  readonly notice: NoticeKind;
  readonly verdict: string;
}

/** How the answer came about: kept in the trace, shown in the footer. */
export interface AnswerOrigin {
  readonly draftedBy: 'deterministic' | 'model' | 'deterministic-after-model-failure';
  readonly limits: readonly string[];
  readonly editions: readonly string[];
  readonly traceId: string;
}

export type Answer = (CaseAnswer | QuestionAnswer | NoticeAnswer) & { readonly origin: AnswerOrigin };

/** What is rendered for the sender; holds no identifier by type (all texts come from the answer). */
export interface RenderedReply {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface ReplyContext {
  readonly caseKey: CaseKey;
  readonly answer: Answer;
  /** The subject of the mail, already masked. */
  readonly subject: string;
}
