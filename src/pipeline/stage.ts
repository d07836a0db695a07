/** What a stage hands over: a value for the next stage, or the result with which the path ends here. */
export type Outcome<Value, Result> =
  | { readonly goes: 'on'; readonly value: Value }
  | { readonly goes: 'no-further'; readonly result: Result };

export function next<Value>(value: Value): { readonly goes: 'on'; readonly value: Value } {
  return { goes: 'on', value };
}

/** A refusal or silence is an ordinary end, not a fault. */
export function stop<Result>(result: Result): { readonly goes: 'no-further'; readonly result: Result } {
  return { goes: 'no-further', result };
}
