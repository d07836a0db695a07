import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { ModelRequest } from '../../pipeline/model-port.ts';
import { operativePart } from './operative-part.ts';

export interface Prompt {
  readonly system: string;
  readonly user: string;
}

/** A model sees at most so many codes: beyond the first twenty the right one is hardly ever found. */
const MOST_CANDIDATES = 20;
const MOST_FINDINGS = 12;
const TEMPLATES = new URL('../../../templates/prompts/', import.meta.url);

const compile = (name: string) =>
  Handlebars.compile(readFileSync(new URL(`${name}.hbs`, TEMPLATES), 'utf8'), { strict: true, noEscape: true });
const system = compile('system');
const user = compile('case');

/** An upper estimate: clinical English runs at about four characters a token, digits and drug names at fewer. */
export function estimateTokens({ system, user }: Prompt): number {
  return Math.ceil((system.length + user.length) / 3);
}

/**
 * The prompt within the budget, or undefined when even the operative part of the note is too long. Trimming is
 * deterministic: twenty candidates, then the operative part instead of the whole note.
 */
export function promptWithin(request: ModelRequest, tokenBudget: number): Prompt | undefined {
  const note = request.note.text;
  for (const text of [note, operativePart(note)]) {
    const prompt = { system: system({}), user: user(caseView(request, text)) };
    if (estimateTokens(prompt) <= tokenBudget) return prompt;
  }
  return undefined;
}

function caseView({ note, candidates, describe, draft, findings }: ModelRequest, text: string) {
  return {
    candidates: candidates.slice(0, MOST_CANDIDATES).map(({ code, why }) => ({
      code,
      title: describe.get(code)?.title ?? '',
      says: describe.get(code)?.says ?? '',
      why: why.slice(0, 2).join('; '),
    })),
    ageYears: note.facts.ageYears ?? 'not stated',
    sex: note.facts.sex ?? 'not stated',
    lines: draft.lines.map(({ code, modifiers, units }) => ({ code, modifiers, units })),
    findings: findings
      .filter(({ severity }) => severity === 'F' || severity === 'W')
      .slice(0, MOST_FINDINGS)
      .map(({ text }) => text),
    // The note cannot close its own fence.
    note: text.replace(/<(\/?)note>/gi, '<$1 note>'),
  };
}
