import type { SmtpOptions } from './options.ts';
import { openSession } from './session.ts';

/** Connects and logs in once, for the doctor. Throws what the connection throws. */
export async function probeSmtp(options: SmtpOptions): Promise<string> {
  const session = await openSession(options);
  const words = `open${session.secure ? ', TLS' : ', no TLS'}${session.authenticated ? ', logged in' : ''}`;
  session.quit();
  return words;
}
