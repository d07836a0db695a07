import type { SenderRules } from '../../core/senders/sender-rules.ts';
import type { Secret } from './secrets.ts';

/** Everything the service can be told, validated at boot; passed down, never imported by core or adapters. */
export interface Config {
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  readonly queue: QueueConfig;
  readonly mailbox: MailboxConfig | undefined;
  readonly smtp: SmtpConfig | undefined;
  readonly consult: ConsultConfig;
  readonly sending: SendingConfig;
  readonly dkim: DkimConfig | undefined;
  readonly senders: SenderRules;
  readonly identity: IdentityConfig;
  readonly limits: LimitsConfig;
  readonly model: ModelConfig | undefined;
  readonly http: HttpConfig | undefined;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

export type DatabaseConfig =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'url'; readonly url: Secret; readonly encryptionKey: Secret };

export type QueueConfig = { readonly kind: 'postgres' } | { readonly kind: 'redis'; readonly url: Secret };

export type MailLogin =
  | { readonly kind: 'password'; readonly user: string; readonly password: Secret }
  | { readonly kind: 'oauth2'; readonly user: string; readonly accessToken: Secret }
  | { readonly kind: 'oauth2-grant'; readonly user: string; readonly grant: OAuth2Config };

/** How access tokens are got; IMAP and SMTP share one account unless told otherwise. */
export interface OAuth2Config {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly grant:
    | { readonly kind: 'refresh-token'; readonly refreshToken: Secret }
    | { readonly kind: 'client-credentials' };
  readonly scope: string;
}

export interface MailboxConfig {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly login: MailLogin;
  readonly folder: string;
  /** Seconds between sweeps, beside IDLE. */
  readonly sweepSeconds: number;
  /** Fetching stops above this many waiting consultations. */
  readonly backlogLimit: number;
}

export interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly login: MailLogin | undefined;
}

export interface SendingConfig {
  /** Replies to one domain in a minute, at most; 0: no limit of ours. */
  readonly perMinute: number;
  /** Pause after the first refusal for now; later ones grow. */
  readonly firstRetryMs: number;
  /** A reply that no server took for so long is held for a person. */
  readonly lifeMs: number;
}

/** RFC 6376: the signature under every reply. */
export interface DkimConfig {
  readonly domain: string;
  readonly selector: string;
  /** PKCS #8 in PEM form. */
  readonly key: Secret;
}

export interface ConsultConfig {
  /** The address the service answers from. */
  readonly address: string;
  readonly name: string;
  /** Colleagues in Cc, of the sender's own domain, get the reply too. */
  readonly copiesColleagues: boolean;
}

/** How a mail is known to come from whom it names. */
export interface IdentityConfig {
  /** Names of the receiving servers whose Authentication-Results count. */
  readonly authservIds: readonly string[];
  /** Received lines from the top that our own servers wrote. */
  readonly hops: number;
  /** Whom to ask for keys and policies; `none`: nobody, so that only the receiving server's word counts. */
  readonly dns: 'system' | 'none' | readonly string[];
  readonly timeoutMs: number;
}

export interface LimitsConfig {
  readonly mailBytes: number;
  readonly parseMs: number;
  readonly attachmentMs: number;
  readonly attachmentTextChars: number;
  /** For the scanned pages of one attachment, beyond `attachmentMs`. */
  readonly ocrMs: number;
  readonly ocrPages: number;
  /** For all attachments of one mail together. */
  readonly mailReadMs: number;
  readonly rawMailDays: number;
  /** The same for work that waits for a person, if that is longer. */
  readonly heldMailDays: number;
  readonly attempts: number;
}

/** Where health and metrics are served; undefined: nowhere. */
export interface HttpConfig {
  readonly host: string;
  /** 0: any free port, told in the log. */
  readonly port: number;
}

export interface ModelConfig {
  /** `provider:model`, as LangChain's initChatModel takes it. */
  readonly model: string;
  readonly apiKey: Secret | undefined;
  readonly baseUrl: string | undefined;
  /** One deadline over all tries, in milliseconds. */
  readonly deadlineMs: number;
  readonly tokenBudget: number;
}
