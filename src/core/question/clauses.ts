/** A line this long was broken by a mail client rather than by the sender. */
const WRAPPED_FROM_CHARS = 50;
const BULLET = /^\s*(?:[-*•]|\(?\d{1,2}[.)](?=\s)|[a-h][.)](?=\s))\s*/;
/** Where one sentence asks a second thing: "what is 32503 and can I bill it with 32480". */
const NEXT_QUESTION =
  /[?!;]+|\.(?=\s|$)|,? (?:and|also|plus|then) (?:also )?(?=(?:what|whats|what's|which|can|could|is|are|does|do|how|should|may|tell|its|the (?:mue|global|rvus?|add-?ons?|modifiers?))\b)/i;

/** The clauses of a mail, each with one thing asked, told or said; wrapped lines are joined first. */
export function clausesOf(text: string): string[] {
  return unwrapped(text)
    .flatMap((line) => line.split(NEXT_QUESTION))
    .map((clause) => clause.trim())
    .filter((clause) => /\w/.test(clause));
}

function unwrapped(text: string): string[] {
  const lines: string[] = [];
  let isOpen = false;
  for (const raw of text.split('\n')) {
    const line = raw.replace(BULLET, '').trim();
    const last = lines.at(-1);
    if (isOpen && last !== undefined && line !== '' && !BULLET.test(raw)) lines[lines.length - 1] = `${last} ${line}`;
    else lines.push(line);
    isOpen = raw.trim().length >= WRAPPED_FROM_CHARS && !/[.?!:;]\s*$/.test(raw);
  }
  return lines;
}
