/** A fault that another try may mend, told by a fixed phrase; anything else thrown is a fault too. */
export class TryAgain extends Error {
  override name = 'TryAgain';
  /** Set for an orderly wait: it uses up no attempt. */
  readonly until: Date | undefined;
  constructor(reason: string, until?: Date) {
    super(reason);
    this.until = until;
  }
}
