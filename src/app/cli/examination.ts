/** One thing that the doctor looks at. */
export interface Examination {
  readonly name: string;
  /** What is well, in a few words; throws when it is not. */
  readonly look: () => Promise<string>;
  /** Said when it is not. */
  readonly remedy: string;
}
