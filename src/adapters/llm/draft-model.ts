import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { initChatModel } from 'langchain/chat_models/universal';
import type { DraftModel, ModelChoice, ModelOutcome, ModelRequest } from '../../pipeline/model-port.ts';
import { choiceSchema, readChoice } from './choice-schema.ts';
import { judgeFault } from './faults.ts';
import { estimateTokens, type Prompt, promptWithin } from './prompt.ts';
import { type ChatSettings, chooseProvider, type OutputMethod } from './providers.ts';

export interface DraftModelOptions extends ChatSettings {
  /** One deadline over all tries and the pauses between them. */
  readonly deadlineMs: number;
  /** Milliseconds before the second try; doubled before the third. */
  readonly backoffMs?: number;
}

const TRIES = 3;

type TryResult =
  | { readonly result: 'chosen'; readonly choice: ModelChoice; readonly tokens: number }
  | { readonly result: 'unreadable' };

/**
 * The model chain over LangChain. `choose` never throws: a bad, slow or absent model is an outcome. Creating it
 * throws a RangeError for a provider that is not supported. Nothing of a prompt or an answer is logged or kept.
 */
export async function createDraftModel(options: DraftModelOptions): Promise<DraftModel> {
  const provider = chooseProvider(options);
  const chat = await initChatModel(options.model, {
    ...provider.fields,
    temperature: 0,
    maxRetries: 0,
    verbose: false,
  });
  const ask = async (prompt: Prompt, method: OutputMethod, signal: AbortSignal): Promise<TryResult> => {
    const reader = chat.withStructuredOutput(choiceSchema, { name: 'choice', method, includeRaw: true });
    const { raw, parsed } = await reader.invoke([new SystemMessage(prompt.system), new HumanMessage(prompt.user)], {
      signal,
    });
    const choice = parsed ?? readChoice(raw.text);
    const tokens = usedTokens(raw) ?? estimateTokens(prompt);
    return choice ? { result: 'chosen', choice, tokens } : { result: 'unreadable' };
  };
  return {
    name: options.model,
    choose: (request) => chooseWithin(request, options, provider.methods, ask),
  };
}

async function chooseWithin(
  request: ModelRequest,
  { deadlineMs, tokenBudget, backoffMs = 250 }: DraftModelOptions,
  methods: readonly OutputMethod[],
  ask: (prompt: Prompt, method: OutputMethod, signal: AbortSignal) => Promise<TryResult>,
): Promise<ModelOutcome> {
  const prompt = promptWithin(request, tokenBudget);
  if (prompt === undefined) return { outcome: 'failed', why: 'over-budget', attempts: 0 };
  const signal = AbortSignal.timeout(deadlineMs);
  const pending = [...methods];
  let why: 'invalid-output' | 'server-error' = 'server-error';
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    if (attempt > 1 && !(await pause(backoffMs * 2 ** (attempt - 2), signal))) return timedOut(attempt - 1);
    try {
      const answer = await untilAborted(ask(prompt, pending[0] ?? 'jsonMode', signal), signal);
      if (answer.result === 'chosen') {
        return { outcome: 'chosen', choice: answer.choice, tokens: answer.tokens, attempts: attempt };
      }
      why = 'invalid-output';
    } catch (fault) {
      if (signal.aborted) return timedOut(attempt);
      const judged = judgeFault(fault);
      why = judged.why;
      if (judged.next === 'stop') return { outcome: 'failed', why, attempts: attempt };
      if (judged.next === 'other-method' && pending.length > 1) pending.shift();
    }
  }
  return { outcome: 'failed', why, attempts: TRIES };
}

const timedOut = (attempts: number): ModelOutcome => ({ outcome: 'failed', why: 'timeout', attempts });

/** Waits; false when the deadline came first. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(true), ms);
  const stop = () => resolve(false);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const waited = await promise;
  clearTimeout(timer);
  signal.removeEventListener('abort', stop);
  return waited;
}

/** The work's result, or a rejection at the deadline even when the client ignores its signal. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function usedTokens(message: object): number | undefined {
  if (!('usage_metadata' in message) || typeof message.usage_metadata !== 'object') return undefined;
  const usage = message.usage_metadata;
  return usage && 'total_tokens' in usage && typeof usage.total_tokens === 'number' ? usage.total_tokens : undefined;
}
