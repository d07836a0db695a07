/** A fault that another try may mend, told by a fixed phrase; anything else thrown is a fault too. */
export class TryAgain extends Error {
  override name = 'TryAgain';
}
