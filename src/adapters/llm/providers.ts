/** Variables that make LangChain send traces, or the traffic itself, to a third party: refused at boot. */
export const REFUSED_ENV_PREFIXES = ['LANGSMITH_', 'LANGCHAIN_'] as const;

/** How a server is asked for JSON, as LangChain's `withStructuredOutput` names it. */
export type OutputMethod = 'jsonSchema' | 'functionCalling' | 'jsonMode';

export interface ChatSettings {
  /** `provider:model`; the model's name may contain further colons. */
  readonly model: string;
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
  readonly tokenBudget: number;
}

interface Provider {
  /** In order: the next one is tried when a server refuses the one before. */
  readonly methods: readonly [OutputMethod, ...OutputMethod[]];
  /** Constructor fields. Keys and addresses are always given, so that no environment variable decides. */
  readonly fields: (settings: ChatSettings) => Readonly<Record<string, unknown>>;
}

const NO_KEY = 'none';
/** Room for the answer. */
const ANSWER_TOKENS = 4096;

const PROVIDERS: Readonly<Record<string, Provider>> = {
  openai: {
    methods: ['jsonSchema', 'jsonMode', 'functionCalling'],
    fields: ({ apiKey, baseUrl }) => ({
      apiKey: apiKey ?? NO_KEY,
      configuration: { baseURL: baseUrl ?? 'https://api.openai.com/v1', logLevel: 'off' },
    }),
  },
  anthropic: {
    methods: ['functionCalling', 'jsonSchema'],
    fields: ({ apiKey, baseUrl }) => ({
      apiKey: apiKey ?? NO_KEY,
      anthropicApiUrl: baseUrl ?? 'https://api.anthropic.com',
      clientOptions: { logLevel: 'off' },
      maxTokens: ANSWER_TOKENS,
    }),
  },
  ollama: {
    methods: ['jsonSchema', 'jsonMode'],
    // Without numCtx Ollama cuts the prompt silently at its default context length.
    fields: ({ baseUrl, tokenBudget }) => ({
      baseUrl: baseUrl ?? 'http://127.0.0.1:11434',
      numCtx: tokenBudget + ANSWER_TOKENS,
    }),
  },
};

export interface ChosenProvider {
  readonly name: string;
  readonly methods: Provider['methods'];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Throws a RangeError that names the supported providers when the setting names none of them. */
export function chooseProvider(settings: ChatSettings): ChosenProvider {
  const name = settings.model.split(':', 1)[0] ?? '';
  const provider = Object.hasOwn(PROVIDERS, name) ? PROVIDERS[name] : undefined;
  if (provider === undefined || settings.model.length <= name.length + 1) {
    throw new RangeError(`LLM_MODEL must be provider:model with one of ${Object.keys(PROVIDERS).join(', ')}`);
  }
  return { name, methods: provider.methods, fields: provider.fields(settings) };
}
