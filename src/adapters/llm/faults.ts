export interface JudgedFault {
  readonly why: 'invalid-output' | 'server-error';
  readonly next: 'again' | 'other-method' | 'stop';
}

/**
 * What an exception of a chat client means for the next try. Only its class name and HTTP status are looked at:
 * the message may hold a piece of the prompt or of the answer.
 */
export function judgeFault(fault: unknown): JudgedFault {
  const status = statusOf(fault);
  if (status === undefined) {
    if (isParseFault(fault)) return { why: 'invalid-output', next: 'other-method' };
    return { why: 'server-error', next: isLangChainRefusal(fault) ? 'other-method' : 'again' };
  }
  if (status === 429 || status === 408 || status === 409 || status >= 500)
    return { why: 'server-error', next: 'again' };
  // A server that does not know this way of asking for JSON says 400, 415, 422 or 501.
  if (status === 400 || status === 415 || status === 422) return { why: 'server-error', next: 'other-method' };
  return { why: 'server-error', next: 'stop' };
}

function statusOf(fault: unknown): number | undefined {
  if (typeof fault !== 'object' || fault === null) return undefined;
  for (const key of ['status', 'status_code', 'statusCode'] as const) {
    const value: unknown = Reflect.get(fault, key);
    if (typeof value === 'number') return value;
  }
  return undefined;
}

const PARSE_FAULTS = new Set([
  'SyntaxError',
  'ZodError',
  '$ZodError',
  'OutputParserException',
  'LengthFinishReasonError',
]);

function isParseFault(fault: unknown): boolean {
  return fault instanceof Error && (PARSE_FAULTS.has(fault.name) || PARSE_FAULTS.has(fault.constructor.name));
}

/** LangChain itself says with a bare Error that it would not ask this model that way; clients have their own classes. */
const isLangChainRefusal = (fault: unknown): boolean => fault instanceof Error && fault.constructor === Error;
