/** One method and its result: `dkim=pass header.d=clinic.example`. */
export interface MethodResult {
  readonly method: string;
  readonly result: string;
  /** `header.d`, `header.from`, `smtp.mailfrom` ... -> value, in lower case. */
  readonly properties: ReadonlyMap<string, string>;
}

/** An Authentication-Results header (RFC 8601, section 2.2). */
export interface AuthenticationResults {
  /** In lower case; empty where the server writes none, as Microsoft 365 does. */
  readonly authservId: string;
  readonly results: readonly MethodResult[];
}

const MOST_CHARS = 8_000;

/** Reads the value of one header. Comments and quotes are honoured, so that nothing inside them counts as a result. */
export function readAuthenticationResults(value: string): AuthenticationResults {
  const [first = [], ...rest] = statements(tokens(value.slice(0, MOST_CHARS)));
  const isUnnamed = first.includes('=');
  const results = (isUnnamed ? [first, ...rest] : rest).map(readResult);
  return {
    authservId: isUnnamed ? '' : (first[0] ?? '').toLowerCase(),
    results: results.filter((one) => one !== undefined),
  };
}

/** `method [/version] = result *(property = value)`. */
function readResult(words: readonly string[]): MethodResult | undefined {
  const equals = words.indexOf('=');
  const method = words[0];
  const result = words[equals + 1];
  if (equals < 1 || method === undefined || result === undefined) return undefined;
  const properties = new Map<string, string>();
  for (let at = equals + 2; at + 2 < words.length; at += 1) {
    const [name, sign, value] = words.slice(at, at + 3);
    if (sign === '=' && name !== undefined && value !== undefined && !properties.has(name.toLowerCase())) {
      properties.set(name.toLowerCase(), value.toLowerCase());
    }
  }
  return { method: method.toLowerCase().replace(/\/.*$/, ''), result: result.toLowerCase(), properties };
}

/** Words, `=` and `;`; comments (nested, RFC 5322, section 3.2.2) are left out, quoted strings are one word. */
function tokens(value: string): readonly string[] {
  const found: string[] = [];
  let word = '';
  let depth = 0;
  let isQuoted = false;
  const end = () => {
    if (word !== '') found.push(word);
    word = '';
  };
  for (let at = 0; at < value.length; at += 1) {
    const char = value.charAt(at);
    if ((isQuoted || depth > 0) && char === '\\') {
      at += 1;
      if (isQuoted) word += value.charAt(at);
    } else if (isQuoted) {
      if (char === '"') isQuoted = false;
      else word += char;
    } else if (char === '(') depth += 1;
    else if (depth > 0) depth -= char === ')' ? 1 : 0;
    else if (char === '"') isQuoted = true;
    else if (/[\s;=]/.test(char)) {
      end();
      if (char === ';' || char === '=') found.push(char);
    } else word += char;
  }
  end();
  return found;
}

function statements(words: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [[]];
  for (const word of words) {
    if (word === ';') all.push([]);
    else all.at(-1)?.push(word);
  }
  return all;
}
