import { z } from 'zod';
import type { ModelChoice } from '../../pipeline/model-port.ts';

/** The shape a model must return: every property required, so that strict JSON-schema servers accept it. */
export const choiceSchema = z.object({
  lines: z.array(
    z.object({
      code: z.string().describe('a code of the candidates'),
      modifiers: z.array(z.string()),
      units: z.number(),
      quotes: z.array(z.string()).describe('verbatim words of the note'),
      why: z.string(),
    }),
  ),
  notBilled: z.array(z.object({ code: z.string(), reason: z.string() })),
});

/**
 * Reads the choice out of plain text: bare JSON, JSON in a code fence, or JSON after some words.
 * Undefined when there is none of the right shape.
 */
export function readChoice(text: string): ModelChoice | undefined {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start === -1 || end <= start) return undefined;
  try {
    const parsed = choiceSchema.safeParse(JSON.parse(text.slice(start, end + 1)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
