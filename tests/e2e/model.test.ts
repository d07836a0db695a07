import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/model/consultation.ts';
import { caseMail, inReplyTo } from '../support/mails.ts';
import { type AnswerLine, answerOf } from '../support/model-request.ts';
import { type OpenAiServer, type ServerBehaviour, startOpenAiServer } from '../support/openai-server.ts';
import { type ReadReply, readReply } from '../support/read-reply.ts';
import { startService, type TestService } from '../support/service.ts';
import { waitUntil } from '../support/wait-until.ts';

const NOTE = `POSTOPERATIVE DIAGNOSIS: Chronic cholecystitis with gallstones.
PROCEDURE PERFORMED: Laparoscopic cholecystectomy.
DESCRIPTION OF PROCEDURE: Through four ports the gallbladder was dissected off the liver bed. The cystic duct and
artery were clipped and divided, and the gallbladder was removed in a bag through the umbilical port.`;
const TRUE_QUOTE = 'the gallbladder was removed in a bag through the umbilical port';

const CHOSEN = 'A language model chose among the retrieved codes';
const FAILED = 'The language model gave no usable answer';

let model: OpenAiServer;
let service: TestService;
beforeAll(async () => {
  model = await startOpenAiServer();
  service = await startService({
    env: {
      LLM_MODEL: 'openai:test',
      LLM_API_KEY: 'none',
      LLM_BASE_URL: model.baseUrl,
      LLM_DEADLINE_SECONDS: '2',
    },
  });
});
afterAll(async () => {
  await service?.stop();
  await model?.close();
});

let asked = 0;

/** What one case gets while the model behaves like this. */
async function consult(...behaviours: readonly ServerBehaviour[]): Promise<{ reply: ReadReply; answer: Answer }> {
  model.script(...behaviours);
  asked += 1;
  const id = `model-${asked}`;
  await service.dovecot.deliver(caseMail({ id, body: NOTE }));
  const arrived = () => service.sink.mails.find(({ source }) => inReplyTo(source) === id);
  const mail = await waitUntil(`the reply to ${id}`, arrived, 60_000);
  const answer = (await service.settled(asked)).at(-1)?.answer;
  if (answer === undefined) throw new Error('no answer stored');
  expect(model.bodies.length).toBeGreaterThan(0);
  return { reply: await readReply(mail.source), answer };
}

const saying = (...lines: readonly AnswerLine[]): ServerBehaviour => ({ do: 'answer', content: answerOf(...lines) });
const codesOf = (answer: Answer) => (answer.kind === 'case' ? answer.lines.map(({ code }) => code) : []);

describe('a model', () => {
  it('that chooses with a true quote is believed, and the reply says so', async () => {
    const { reply, answer } = await consult(saying({ code: '47562', quotes: [TRUE_QUOTE] }));
    expect(answer.origin.draftedBy).toBe('model');
    expect(codesOf(answer)).toEqual(['47562']);
    expect(reply.text.replace(/\s+/g, ' ')).toContain(CHOSEN);
    expect(reply.text.replace(/\s+/g, ' ')).toContain(TRUE_QUOTE);
  });

  it.each<[string, ServerBehaviour]>([
    ['breaks off in the middle of its JSON', { do: 'answer', content: '{"lines": [{"code": "47562", "quo' }],
    ['talks instead', { do: 'answer', content: 'I would bill 66984 for this.' }],
    ['fails with 500', { do: 'status', status: 500 }],
    ['says nothing for longer than the deadline', { do: 'hang' }],
    ['never ends its answer', { do: 'drip' }],
    ['names only codes that were not offered', saying({ code: '66984', quotes: [TRUE_QUOTE] })],
    ['quotes only what nobody wrote', saying({ code: '47562', quotes: ['the robot was docked on the left side'] })],
  ])('that %s is replaced by the rules, and the reply says so', async (_, behaviour) => {
    const { reply, answer } = await consult(behaviour);
    expect(answer.origin.draftedBy).toBe('deterministic-after-model-failure');
    expect(codesOf(answer)).toEqual(['47562']);
    expect(reply.text.replace(/\s+/g, ' ')).toContain(FAILED);
    expect(reply.text).toMatch(/^ 1 {2}47562\b/m);
    for (const invented of ['66984', 'robot was docked']) {
      expect(reply.text + reply.html).not.toContain(invented);
      expect(JSON.stringify(answer)).not.toContain(invented);
    }
  });

  it('keeps what it can prove and loses what it invents', async () => {
    const { reply, answer } = await consult(
      saying(
        { code: '47562', quotes: [TRUE_QUOTE] },
        { code: '47563', quotes: [TRUE_QUOTE, 'the robot was docked on the left side'] },
        { code: '66984', quotes: [TRUE_QUOTE] },
        { code: 'ZZ999', quotes: [TRUE_QUOTE] },
      ),
    );
    expect(answer.origin.draftedBy).toBe('model');
    expect(codesOf(answer)).toEqual(['47562']);
    for (const invented of ['66984', 'ZZ999', 'robot was docked']) {
      expect(reply.text + reply.html).not.toContain(invented);
      expect(JSON.stringify(answer)).not.toContain(invented);
    }
  });

  it('that comes round at the second try is believed', async () => {
    const { answer } = await consult({ do: 'status', status: 503 }, saying({ code: '47562', quotes: [TRUE_QUOTE] }));
    expect(answer.origin.draftedBy).toBe('model');
  });
});
