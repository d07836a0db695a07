import type { MailLogin, OAuth2Config } from './config.ts';
import { Secret } from './secrets.ts';
import type { Settings } from './settings.ts';

type Server = 'IMAP' | 'SMTP';
type Fault = (name: string, what: string) => void;

/** How to log in at a server: its own token, else its own password, else by the shared OAuth2 account; undefined without a user. */
export function readLogin(server: Server, settings: Settings): MailLogin | undefined {
  const url = settings[`${server}_URL`];
  if (url === undefined) return undefined;
  const at = new URL(url);
  if (at.username === '') return undefined;
  const user = decodeURIComponent(at.username);
  const accessToken = settings[`${server}_OAUTH2_TOKEN`];
  if (accessToken !== undefined) return { kind: 'oauth2', user, accessToken: new Secret(accessToken) };
  const password = settings[`${server}_PASSWORD`] ?? decodeURIComponent(at.password);
  if (password !== '') return { kind: 'password', user, password: new Secret(password) };
  const grant = readOAuth2(server, settings);
  return grant === undefined ? undefined : { kind: 'oauth2-grant', user, grant };
}

/** A user is named and nothing proves who it is. */
export function loginFaults(server: Server, settings: Settings, fault: Fault): void {
  const url = settings[`${server}_URL`];
  if (url === undefined || new URL(url).username === '' || readLogin(server, settings) !== undefined) return;
  fault(
    `${server}_PASSWORD`,
    `${server}_PASSWORD, ${server}_OAUTH2_TOKEN, OAUTH2_CLIENT_ID or a password in ${server}_URL is needed to log in`,
  );
}

/** Whoever sets one of the OAuth2 settings wants all that its flow needs. */
export function oauth2Faults(settings: Settings, fault: Fault): void {
  const { OAUTH2_PROVIDER, OAUTH2_TOKEN_URL, OAUTH2_CLIENT_ID, OAUTH2_CLIENT_SECRET } = settings;
  const refreshToken = settings.OAUTH2_REFRESH_TOKEN ?? settings.SMTP_OAUTH2_REFRESH_TOKEN;
  const isWanted = [OAUTH2_PROVIDER, OAUTH2_TOKEN_URL, OAUTH2_CLIENT_ID, OAUTH2_CLIENT_SECRET, refreshToken];
  if (isWanted.every((setting) => setting === undefined)) return;
  if (OAUTH2_CLIENT_ID === undefined) fault('OAUTH2_CLIENT_ID', 'required for OAuth2');
  if (OAUTH2_PROVIDER === undefined && OAUTH2_TOKEN_URL === undefined) {
    fault('OAUTH2_PROVIDER', 'OAUTH2_PROVIDER (google or microsoft) or OAUTH2_TOKEN_URL is required for OAuth2');
  }
  if (refreshToken !== undefined) return;
  if (OAUTH2_CLIENT_SECRET === undefined) {
    fault('OAUTH2_REFRESH_TOKEN', 'OAUTH2_REFRESH_TOKEN (a person has consented) or OAUTH2_CLIENT_SECRET is required');
  } else if (OAUTH2_PROVIDER === 'google') {
    fault('OAUTH2_REFRESH_TOKEN', 'required with google: Gmail lets no client in by its secret alone');
  } else if (OAUTH2_PROVIDER === 'microsoft' && SHARED_TENANTS.includes(settings.OAUTH2_TENANT)) {
    fault('OAUTH2_TENANT', 'the id of your tenant is required where the client logs in by its secret alone');
  }
}

/** Not the name of any one tenant. */
const SHARED_TENANTS: readonly string[] = ['common', 'organizations', 'consumers'];

function readOAuth2(server: Server, settings: Settings): OAuth2Config | undefined {
  const { OAUTH2_CLIENT_ID, OAUTH2_CLIENT_SECRET } = settings;
  const own = server === 'SMTP' ? settings.SMTP_OAUTH2_REFRESH_TOKEN : undefined;
  const refreshToken = own ?? settings.OAUTH2_REFRESH_TOKEN;
  const tokenUrl = settings.OAUTH2_TOKEN_URL ?? presetUrl(settings);
  if (OAUTH2_CLIENT_ID === undefined || tokenUrl === undefined) return undefined;
  if (refreshToken === undefined && OAUTH2_CLIENT_SECRET === undefined) return undefined;
  const ownScope = server === 'SMTP' ? settings.SMTP_OAUTH2_SCOPE : undefined;
  return {
    tokenUrl,
    clientId: OAUTH2_CLIENT_ID,
    clientSecret: new Secret(OAUTH2_CLIENT_SECRET ?? ''),
    grant:
      refreshToken === undefined
        ? { kind: 'client-credentials' }
        : { kind: 'refresh-token', refreshToken: new Secret(refreshToken) },
    scope: ownScope ?? settings.OAUTH2_SCOPE ?? presetScope(settings, refreshToken === undefined),
  };
}

function presetUrl({ OAUTH2_PROVIDER, OAUTH2_TENANT }: Settings): string | undefined {
  switch (OAUTH2_PROVIDER) {
    case 'google':
      return 'https://oauth2.googleapis.com/token';
    case 'microsoft':
      return `https://login.microsoftonline.com/${encodeURIComponent(OAUTH2_TENANT)}/oauth2/v2.0/token`;
    case undefined:
      return undefined;
  }
}

/** Google keeps the scope of the consent; Microsoft wants it told, one token being good for IMAP and SMTP alike. */
function presetScope({ OAUTH2_PROVIDER }: Settings, isClientAlone: boolean): string {
  if (OAUTH2_PROVIDER !== 'microsoft') return '';
  return isClientAlone
    ? 'https://outlook.office365.com/.default'
    : 'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access';
}
