import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDraftModel } from '../../src/adapters/llm/draft-model.ts';
import { verifyChoice } from '../../src/core/draft/verify-draft.ts';
import type { DraftModel, ModelOutcome } from '../../src/pipeline/model-port.ts';
import { chosen, fakeDraftModel } from '../support/fake-draft-model.ts';
import { answerOf, PLANTED, request } from '../support/model-request.ts';
import { type OpenAiServer, type ServerBehaviour, startOpenAiServer } from '../support/openai-server.ts';

const DEADLINE_MS = 1_500;

let server: OpenAiServer;
beforeAll(async () => {
  server = await startOpenAiServer();
});
afterAll(() => server.close());

const openAiModel = (options: { tokenBudget?: number; baseUrl?: string } = {}) =>
  createDraftModel({
    model: 'openai:scripted',
    apiKey: 'test-key',
    baseUrl: options.baseUrl ?? server.baseUrl,
    deadlineMs: DEADLINE_MS,
    tokenBudget: options.tokenBudget ?? 8_000,
    backoffMs: 10,
  });

type Situation =
  | 'good'
  | 'invented-code'
  | 'invented-quote'
  | 'broken-json'
  | 'server-error'
  | 'hang'
  | 'drip'
  | 'busy-once';

/** How to bring each situation about. */
interface Stage {
  readonly name: string;
  model(situation: Situation): Promise<DraftModel>;
}

const BEHAVIOURS: Readonly<Record<Situation, readonly ServerBehaviour[]>> = {
  good: [{ do: 'answer', content: answerOf({}) }],
  'invented-code': [{ do: 'answer', content: answerOf({ code: '99999' }, {}) }],
  'invented-quote': [{ do: 'answer', content: answerOf({ quotes: ['The appendix was removed as well'] }) }],
  'broken-json': [{ do: 'answer', content: '{"lines": [{"code": "475' }],
  'server-error': [{ do: 'status', status: 500 }],
  hang: [{ do: 'hang' }],
  drip: [{ do: 'drip' }],
  'busy-once': [
    { do: 'status', status: 429 },
    { do: 'answer', content: answerOf({}) },
  ],
};

const FAILURES: Readonly<Record<string, ModelOutcome>> = {
  'broken-json': { outcome: 'failed', why: 'invalid-output', attempts: 3 },
  'server-error': { outcome: 'failed', why: 'server-error', attempts: 3 },
  hang: { outcome: 'failed', why: 'timeout', attempts: 1 },
  drip: { outcome: 'failed', why: 'timeout', attempts: 1 },
};

const chosenBy = (behaviours: readonly ServerBehaviour[]): ModelOutcome => {
  const answer = behaviours.findLast((one) => one.do === 'answer');
  return chosen(JSON.parse(answer?.content ?? '{}'), behaviours.length);
};

const stages: readonly Stage[] = [
  {
    name: 'LangChain on an OpenAI-compatible server',
    model: async (situation) => {
      server.script(...BEHAVIOURS[situation]);
      return openAiModel();
    },
  },
  {
    name: 'the fake of the tests',
    model: async (situation) => fakeDraftModel(FAILURES[situation] ?? chosenBy(BEHAVIOURS[situation])),
  },
];

const verified = (outcome: ModelOutcome) =>
  outcome.outcome === 'chosen'
    ? verifyChoice(outcome.choice, request.candidates, request.note, request.draft, request.describe)
    : { draft: request.draft, dropped: [] };

describe.each(stages)('draft model: $name', (stage) => {
  it('gives a choice that passes the verification', async () => {
    const outcome = await (await stage.model('good')).choose(request);
    expect(outcome).toMatchObject({ outcome: 'chosen', attempts: 1, tokens: 120 });
    expect(verified(outcome).draft.lines).toMatchObject([{ code: '47562', units: 1 }]);
    expect(verified(outcome).dropped).toEqual([]);
  });

  it('passes an invented code on, which the verification drops', async () => {
    const outcome = await (await stage.model('invented-code')).choose(request);
    expect(verified(outcome).dropped).toEqual([{ code: '99999', reason: 'not among the candidates' }]);
    expect(verified(outcome).draft.lines.map(({ code }) => code)).toEqual(['47562']);
  });

  it('passes an invented quote on, after which only the deterministic draft remains', async () => {
    const outcome = await (await stage.model('invented-quote')).choose(request);
    expect(verified(outcome).dropped).toEqual([{ code: '47562', reason: 'a quote is not in the note' }]);
    expect(verified(outcome).draft).toBe(request.draft);
  });

  it.each([
    ['broken-json', 'invalid-output'],
    ['server-error', 'server-error'],
    ['hang', 'timeout'],
    ['drip', 'timeout'],
  ] as const)('tells %s as the failure %s', async (situation, why) => {
    const outcome = await (await stage.model(situation)).choose(request);
    expect(outcome).toMatchObject({ outcome: 'failed', why });
  });

  it('tries again when the server is busy', async () => {
    const outcome = await (await stage.model('busy-once')).choose(request);
    expect(outcome).toMatchObject({ outcome: 'chosen', attempts: 2 });
  });
});

describe('the model chain on an OpenAI-compatible server', () => {
  it('asks for JSON by schema at temperature 0, once', async () => {
    server.script(...BEHAVIOURS.good);
    await (await openAiModel()).choose(request);
    expect(server.paths).toEqual(['/v1/chat/completions']);
    expect(JSON.parse(server.bodies[0] ?? '')).toMatchObject({
      model: 'scripted',
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
  });

  it('sends no identifier of the note', async () => {
    server.script(...BEHAVIOURS.good);
    await (await openAiModel()).choose(request);
    for (const planted of PLANTED) expect(server.bodies.join('\n')).not.toContain(planted);
    expect(server.bodies.join('\n')).toContain('The cystic duct and artery were clipped and divided');
  });

  it('uses a tool call where the server knows no JSON schema', async () => {
    server.script({ do: 'no-json-schema', content: answerOf({}) });
    const outcome = await (await openAiModel()).choose(request);
    expect(outcome).toMatchObject({ outcome: 'chosen', attempts: 2 });
  });

  it('reads JSON out of a code fence when the schema was ignored', async () => {
    server.script({ do: 'answer', content: `Here you are:\n\`\`\`json\n${answerOf({})}\n\`\`\`` });
    const outcome = await (await openAiModel()).choose(request);
    expect(outcome).toMatchObject({ outcome: 'chosen' });
  });

  it('does not try again when the key is refused', async () => {
    server.script({ do: 'status', status: 401 });
    const outcome = await (await openAiModel()).choose(request);
    expect(outcome).toEqual({ outcome: 'failed', why: 'server-error', attempts: 1 });
    expect(server.bodies).toHaveLength(1);
  });

  it('tells an absent server as a failure', async () => {
    const gone = await startOpenAiServer();
    await gone.close();
    const outcome = await (await openAiModel({ baseUrl: gone.baseUrl })).choose(request);
    expect(outcome).toMatchObject({ outcome: 'failed', why: 'server-error' });
  });

  it('asks nothing when the note does not fit the token budget', async () => {
    server.script(...BEHAVIOURS.good);
    const outcome = await (await openAiModel({ tokenBudget: 200 })).choose(request);
    expect(outcome).toEqual({ outcome: 'failed', why: 'over-budget', attempts: 0 });
    expect(server.bodies).toEqual([]);
  });

  it('refuses a provider it does not know', async () => {
    await expect(
      createDraftModel({ model: 'acme:x', apiKey: undefined, baseUrl: undefined, deadlineMs: 1, tokenBudget: 1 }),
    ).rejects.toThrow('LLM_MODEL must be provider:model');
  });
});
