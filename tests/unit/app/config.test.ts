import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigFault, configFromEnv } from '../../../src/app/config/env.ts';
import { SETTINGS } from '../../../src/app/config/settings.ts';

const MAIL = {
  IMAP_URL: 'imaps://consult%40clinic.example@mail.clinic.example/INBOX',
  IMAP_PASSWORD: 'hunter2-imap',
  SMTP_URL: 'smtp://consult%40clinic.example@mail.clinic.example:587',
  SMTP_PASSWORD: 'hunter2-smtp',
  CONSULT_ADDRESS: 'Consult@Clinic.example',
  ALLOWED_DOMAINS: 'clinic.example, Billing.example',
};

const pem = (type: 'rsa' | 'ed25519', options: { readonly modulusLength?: number }) =>
  generateKeyPairSync(type as 'rsa', options as { readonly modulusLength: number })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
const RSA_KEY = pem('rsa', { modulusLength: 1024 });
const DKIM = { DKIM_DOMAIN: 'clinic.example', DKIM_SELECTOR: 'cc' };
const MICROSOFT = {
  ...MAIL,
  IMAP_PASSWORD: '',
  SMTP_PASSWORD: '',
  OAUTH2_PROVIDER: 'microsoft',
  OAUTH2_CLIENT_ID: 'client',
  OAUTH2_REFRESH_TOKEN: 'hunter2-refresh',
};

function faultsOf(env: NodeJS.ProcessEnv): ConfigFault {
  try {
    configFromEnv(env);
  } catch (fault) {
    if (fault instanceof ConfigFault) return fault;
  }
  throw new Error('expected a ConfigFault');
}

describe('configuration', () => {
  it('runs on embedded defaults when nothing is set', () => {
    const config = configFromEnv({});
    expect(config.database).toEqual({ kind: 'embedded' });
    expect(config.queue).toEqual({ kind: 'postgres' });
    expect(config.mailbox).toBeUndefined();
    expect(config.model).toBeUndefined();
  });

  it('reads a mailbox, its folder and its login', () => {
    const config = configFromEnv(MAIL);
    expect(config.mailbox).toMatchObject({ host: 'mail.clinic.example', port: 993, tls: true, folder: 'INBOX' });
    expect(config.mailbox?.login).toMatchObject({ kind: 'password', user: 'consult@clinic.example' });
    expect(config.smtp).toMatchObject({ port: 587, tls: false });
    expect(config.consult.address).toBe('consult@clinic.example');
    expect(config.senders.registered.domains).toEqual(['clinic.example', 'billing.example']);
  });

  it('takes a domain with or without its @', () => {
    expect(configFromEnv({ ...MAIL, ALLOWED_DOMAINS: '@clinic.example' }).senders.registered.domains).toEqual([
      'clinic.example',
    ]);
  });

  it('sends without a login when the server asks for none', () => {
    expect(configFromEnv({ ...MAIL, SMTP_URL: 'smtp://relay:25', SMTP_PASSWORD: '' }).smtp?.login).toBeUndefined();
  });

  it('lists every fault at once, by name and never by value', () => {
    const fault = faultsOf({
      DATABASE_URL: 'mysql://u:secret-pw@h/db',
      RAW_MAIL_DAYS: 'soon-secret',
      LOG_LEVEL: 'loud-secret',
    });
    expect(fault.faults.map(({ name }) => name).sort()).toEqual(['DATABASE_URL', 'LOG_LEVEL', 'RAW_MAIL_DAYS']);
    expect(fault.message).not.toMatch(/secret/);
  });

  it.each([
    ['DATA_KEY', { DATABASE_URL: 'postgres://u@h/db' }],
    ['SMTP_URL', { ...MAIL, SMTP_URL: '' }],
    ['CONSULT_ADDRESS', { ...MAIL, CONSULT_ADDRESS: '' }],
    ['ALLOWED_SENDERS', { ...MAIL, ALLOWED_DOMAINS: '' }],
    ['IMAP_PASSWORD', { ...MAIL, IMAP_PASSWORD: '' }],
    ['SMTP_PASSWORD', { ...MAIL, SMTP_PASSWORD: '' }],
    ['IMAP_URL', { ...MAIL, IMAP_URL: 'imaps://consult:100%@mail.clinic.example' }],
    ['LLM_API_KEY', { LLM_MODEL: 'openai:some-model' }],
    ['LLM_MODEL', { LLM_MODEL: 'some-model', LLM_API_KEY: 'k' }],
    ['OAUTH2_CLIENT_ID', { ...MAIL, OAUTH2_PROVIDER: 'google' }],
    ['OAUTH2_PROVIDER', { ...MAIL, OAUTH2_CLIENT_ID: 'c', OAUTH2_CLIENT_SECRET: 's' }],
    ['OAUTH2_PROVIDER', { ...MAIL, OAUTH2_PROVIDER: 'yahoo' }],
    ['OAUTH2_REFRESH_TOKEN', { ...MAIL, OAUTH2_PROVIDER: 'google', OAUTH2_CLIENT_ID: 'c', OAUTH2_CLIENT_SECRET: 's' }],
    ['OAUTH2_REFRESH_TOKEN', { ...MAIL, OAUTH2_PROVIDER: 'microsoft', OAUTH2_CLIENT_ID: 'c' }],
    ['OAUTH2_TENANT', { ...MAIL, OAUTH2_PROVIDER: 'microsoft', OAUTH2_CLIENT_ID: 'c', OAUTH2_CLIENT_SECRET: 's' }],
    ['OAUTH2_TOKEN_URL', { ...MAIL, OAUTH2_TOKEN_URL: 'http://elsewhere.example/token' }],
    ['DKIM_SELECTOR', { ...MAIL, DKIM_DOMAIN: 'clinic.example', DKIM_KEY: RSA_KEY }],
    ['DKIM_KEY', { ...MAIL, ...DKIM, DKIM_KEY: 'no key at all' }],
    ['DKIM_KEY', { ...MAIL, ...DKIM, DKIM_KEY: pem('ed25519', {}) }],
    ['DKIM_KEY', { ...MAIL, ...DKIM, DKIM_KEY: pem('rsa', { modulusLength: 512 }) }],
    ['LANGSMITH_TRACING', { LANGSMITH_TRACING: 'true' }],
    ['LANGCHAIN_API_KEY', { LANGCHAIN_API_KEY: 'x' }],
    ['DATA_KEY_FILE', { DATA_KEY_FILE: '/nowhere/at/all' }],
  ])('refuses to start: %s', (name, env) => {
    expect(faultsOf(env as NodeJS.ProcessEnv).faults.map((fault) => fault.name)).toContain(name);
  });

  it('logs in to IMAP and SMTP by one OAuth2 account where neither has a password', () => {
    const { mailbox, smtp } = configFromEnv(MICROSOFT);
    const grant = {
      tokenUrl: 'https://login.microsoftonline.com/organizations/oauth2/v2.0/token',
      clientId: 'client',
      scope: expect.stringMatching(/IMAP\.AccessAsUser\.All.*SMTP\.Send offline_access/),
    };
    expect(mailbox?.login).toMatchObject({ kind: 'oauth2-grant', user: 'consult@clinic.example', grant });
    expect(smtp?.login).toMatchObject({ kind: 'oauth2-grant', grant });
  });

  it('lets the client of Microsoft log in by itself, with the scope that takes', () => {
    const { OAUTH2_REFRESH_TOKEN: _, ...alone } = MICROSOFT;
    const config = configFromEnv({ ...alone, OAUTH2_TENANT: 'a-tenant', OAUTH2_CLIENT_SECRET: 'hunter2' });
    expect(config.mailbox?.login).toMatchObject({
      grant: {
        tokenUrl: 'https://login.microsoftonline.com/a-tenant/oauth2/v2.0/token',
        grant: { kind: 'client-credentials' },
        scope: 'https://outlook.office365.com/.default',
      },
    });
  });

  it('takes a password before the OAuth2 account, and another account for sending', () => {
    expect(configFromEnv({ ...MICROSOFT, SMTP_PASSWORD: 'p' }).smtp?.login).toMatchObject({ kind: 'password' });
    const own = configFromEnv({ ...MICROSOFT, SMTP_OAUTH2_REFRESH_TOKEN: 'other', SMTP_OAUTH2_SCOPE: 'send' });
    expect(own.smtp?.login).toMatchObject({ grant: { scope: 'send' } });
    const tokens = [own.mailbox?.login, own.smtp?.login].map(
      (login) =>
        login?.kind === 'oauth2-grant' &&
        login.grant.grant.kind === 'refresh-token' &&
        login.grant.grant.refreshToken.reveal(),
    );
    expect(tokens).toEqual(['hunter2-refresh', 'other']);
  });

  it('takes a DKIM key in PEM form, also on one line', () => {
    const onOneLine = RSA_KEY.replaceAll('\n', '\\n');
    for (const DKIM_KEY of [RSA_KEY, onOneLine]) {
      const { dkim } = configFromEnv({ ...MAIL, ...DKIM, DKIM_KEY });
      expect(dkim?.key.reveal()).toBe(RSA_KEY);
    }
  });

  it('reads a secret from the file that NAME_FILE names', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'cc-config-')), 'password');
    await writeFile(file, 'from-file\n');
    const { IMAP_PASSWORD: _, ...rest } = MAIL;
    const login = configFromEnv({ ...rest, IMAP_PASSWORD_FILE: file }).mailbox?.login;
    expect(login?.kind === 'password' && login.password.reveal()).toBe('from-file');
  });

  it('never prints a secret', () => {
    const model = { LLM_MODEL: 'openai:m', LLM_API_KEY: 'hunter2-key' };
    const config = configFromEnv({ ...MICROSOFT, OAUTH2_CLIENT_SECRET: 'hunter2-client', ...model });
    expect(`${JSON.stringify(config)} ${inspect(config, { depth: 9 })} ${String(config.model?.apiKey)}`).not.toMatch(
      /hunter2/,
    );
  });

  it('has every setting in the README and in .env.example', async () => {
    const [readme, example] = await Promise.all([readFile('README.md', 'utf8'), readFile('.env.example', 'utf8')]);
    for (const name of Object.keys(SETTINGS.shape)) {
      expect(readme, name).toContain(`\`${name}\``);
      expect(example, name).toMatch(new RegExp(`^#? ?${name}=`, 'm'));
    }
  });
});
