import type { AuditedLine } from './audit.ts';

/** `44180-59`, `22552 x2`: a line as coders write it. */
export function labelOf({ code, modifiers, units }: AuditedLine): string {
  return `${[code, ...modifiers].join('-')}${units > 1 ? ` x${units}` : ''}`;
}
