import type { Rule } from '../rule.ts';
import { lateAddendum } from './late-addendum.ts';
import { titleVsBody } from './title-vs-body.ts';

/** Whether the document holds together: it runs over the settled claim. */
export const DOCUMENT_RULES: readonly Rule[] = [titleVsBody, lateAddendum];
