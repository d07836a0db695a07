/** What templates get: finished words and short lists, one type a template. Templates decide nothing. */
export type ReplyView = CaseView | QuestionView | NoticeView;

/** A clean one-line case takes the short text form; both forms share one HTML. */
export interface CaseView extends Frame {
  readonly template: 'case' | 'case-short';
  readonly tone: Tone;
  /** Empty when nothing was coded that could change with them. */
  readonly settings: string;
  /** Against an earlier answer to the same note. */
  readonly changed: { readonly because: string; readonly items: readonly string[] } | undefined;
  readonly audit: AuditView | undefined;
  readonly claim: ClaimView | undefined;
  readonly asks: readonly AskView[];
  readonly query: QueryView | undefined;
  readonly why: readonly WhyView[];
  readonly rubrics: readonly RubricView[];
  readonly notBilled: readonly { readonly code: string; readonly title: string; readonly reason: string }[];
  readonly confidence: readonly string[];
  readonly checks: ChecksView | undefined;
}

export interface QuestionView extends Frame {
  readonly template: 'question';
  readonly points: readonly PointView[];
  readonly cards: readonly CardView[];
  readonly checks: ChecksView | undefined;
}

export interface NoticeView extends Frame {
  readonly template: 'notice';
  readonly paragraphs: readonly string[];
  readonly points: readonly string[];
  readonly after: readonly string[];
}

/** Around every reply. */
export interface Frame {
  readonly subject: string;
  readonly caseKey: string;
  readonly verdict: string;
  readonly footer: readonly string[];
}

/** Exactly one is true: ready to bill, something waits, nothing can be coded. */
export interface Tone {
  readonly ready: boolean;
  readonly wait: boolean;
  readonly stop: boolean;
}

/** You billed, supported, why; what was billed too much stands first. */
export interface AuditView {
  readonly rows: readonly { readonly billed: string; readonly supported: string; readonly why: string }[];
  readonly denials: readonly {
    readonly label: string;
    readonly text: string;
    /** Ready to send to the payer. */
    readonly wording: string | undefined;
  }[];
}

export interface ClaimView {
  /** Whether any line has one: a column of dashes tells nothing. */
  readonly hasRvu: boolean;
  readonly hasGlobal: boolean;
  readonly rows: readonly ClaimRowView[];
  readonly sum: string | undefined;
  readonly diagnoses: readonly { readonly letter: string; readonly code: string; readonly title: string }[];
  /** The lines that wait for nothing, tab separated: code, modifiers, units, pointers. */
  readonly copy: readonly string[];
}

export interface ClaimRowView {
  readonly seq: string;
  readonly code: string;
  readonly modifiers: string;
  readonly units: string;
  readonly dx: string;
  readonly rvu: string;
  readonly global: string;
  readonly title: string;
  /** The AMA's title, where it is loaded. */
  readonly official: string | undefined;
  /** An add-on's parent code. */
  readonly parent: string | undefined;
  readonly held: string | undefined;
}

/** A fact the sender has. */
export interface AskView {
  readonly text: string;
  readonly options: string;
  readonly ifThen: string;
  readonly holds: string | undefined;
}

/** The part to paste holds no code and no money; what an answer would change stands apart. */
export interface QueryView {
  readonly optional: boolean;
  readonly items: readonly {
    readonly number: string;
    readonly quote: string | undefined;
    readonly from: string | undefined;
    readonly text: string;
    readonly options: readonly string[];
  }[];
  readonly coderOnly: readonly { readonly number: string; readonly text: string }[];
}

export interface WhyView {
  /** `1`, `1-2` or `Dx A`. */
  readonly label: string;
  readonly quotes: readonly string[];
  /** Beside each quote the text it is from; undefined in a case of one text. */
  readonly from: readonly string[] | undefined;
  readonly rule: string;
}

/** A modifier and how it stands against its criteria. */
export interface RubricView {
  readonly modifier: string;
  /** `Line 2, earned`. */
  readonly verdict: string;
  /** What is met, what is not, what is not documented. */
  readonly parts: readonly {
    readonly label: string;
    readonly items: readonly {
      readonly text: string;
      readonly quote: string | undefined;
      readonly from: string | undefined;
    }[];
  }[];
}

export interface ChecksView {
  /** What is clear; empty when nothing is. */
  readonly summary: string;
  readonly details: readonly { readonly label: string; readonly text: string }[];
}

/** One question and its answer; both empty when the verdict already says them. */
export interface PointView {
  readonly asked: string;
  readonly answer: string;
  readonly facts: readonly FactView[];
}

export interface FactView {
  readonly label: string;
  readonly text: string;
  /** The edition in a few words; empty under a fact of the same edition or of our library. */
  readonly source: string;
}

export interface CardView {
  readonly code: string;
  readonly title: string;
  readonly official: string | undefined;
  readonly says: string;
  readonly facts: readonly string[];
  readonly neighbours: readonly { readonly code: string; readonly decidingFact: string }[];
}
