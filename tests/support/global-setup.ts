import { missingServices, missingText } from './services.ts';

/** No test is skipped because something is missing: the run fails with what to install. */
export function setup(): void {
  const missing = missingServices();
  if (missing.length > 0) throw new Error(missingText(missing));
}
