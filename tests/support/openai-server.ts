import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What the server does with one request; the last of a script repeats. */
export type ServerBehaviour =
  | { readonly do: 'answer'; readonly content: string }
  | { readonly do: 'status'; readonly status: number }
  /** Takes the request and says nothing until the client leaves. */
  | { readonly do: 'hang' }
  /** Sends the head, then blanks for ever: a body that never ends. */
  | { readonly do: 'drip' }
  /** Knows nothing of `response_format: json_schema`, as many OpenAI-compatible servers. */
  | { readonly do: 'no-json-schema'; readonly content: string };

export interface OpenAiServer {
  /** For LLM base URL settings: `http://127.0.0.1:port/v1`. */
  readonly baseUrl: string;
  /** Bodies of all requests, oldest first, as sent. */
  readonly bodies: readonly string[];
  readonly paths: readonly string[];
  script(...behaviours: readonly ServerBehaviour[]): void;
  close(): Promise<void>;
}

const DRIP_MS = 20;

/** An OpenAI-compatible chat-completions server on loopback that follows a script. */
export async function startOpenAiServer(): Promise<OpenAiServer> {
  const bodies: string[] = [];
  const paths: string[] = [];
  let script: readonly ServerBehaviour[] = [];
  let served = 0;
  const server = createServer((request, response) => {
    response.on('error', () => {});
    readBody(request).then(
      (body) => {
        bodies.push(body);
        paths.push(request.url ?? '');
        const behaviour = script[Math.min(served++, script.length - 1)] ?? { do: 'status', status: 503 };
        perform(behaviour, body, response);
      },
      () => response.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    bodies,
    paths,
    script(...behaviours) {
      script = behaviours;
      served = 0;
      bodies.length = 0;
      paths.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function perform(behaviour: ServerBehaviour, body: string, response: ServerResponse): void {
  const refused = behaviour.do === 'no-json-schema' && body.includes('"json_schema"');
  switch (behaviour.do) {
    case 'no-json-schema':
    case 'answer':
      sendJson(
        response,
        refused ? 400 : 200,
        refused ? failure('no such response_format') : completion(behaviour.content, body),
      );
      break;
    case 'status':
      sendJson(response, behaviour.status, failure('scripted'));
      break;
    case 'drip': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), DRIP_MS);
      response.on('close', () => clearInterval(timer));
      break;
    }
    case 'hang':
      break;
  }
}

const failure = (message: string) => ({ error: { message, type: 'server_error' } });

/** As content, or as the call of the one tool when the request brings tools. */
function completion(content: string, body: string): object {
  const name: unknown = JSON.parse(body).tools?.[0]?.function?.name;
  const message =
    typeof name === 'string'
      ? {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'call_1', type: 'function', function: { name, arguments: content } }],
        }
      : { role: 'assistant', content };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, message, finish_reason: typeof name === 'string' ? 'tool_calls' : 'stop' }],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  };
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
