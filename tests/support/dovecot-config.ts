/** Who owns the mails: Dovecot refuses to handle mail as root. */
export interface MailOwner {
  readonly uid: number;
  readonly gid: number;
  /** Undefined as root; else the user and group that every process must do with. */
  readonly runsAs: { readonly user: string; readonly group: string } | undefined;
}

export interface DovecotSettings {
  /** Output of `dovecot --version`: the syntax changed with 2.4. */
  readonly version: string;
  readonly dir: string;
  readonly imapPort: number;
  readonly lmtpPort: number;
  readonly password: string;
  readonly prefix: '' | 'INBOX.';
  readonly owner: MailOwner;
  /** Where access tokens are looked up (RFC 7662); undefined: passwords only. */
  readonly introspectionUrl: string | undefined;
}

/** A whole dovecot.conf: IMAP and LMTP on loopback, virtual users, Maildir below `dir`, no root needed. */
export function dovecotConfig(settings: DovecotSettings): string {
  const { dir, prefix } = settings;
  const isNew = /^2\.[4-9]|^[3-9]/.test(settings.version);
  return `${isNew ? syntax24(settings) : syntax23(settings)}
base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
first_valid_uid = 1
mail_max_userip_connections = 100
# Nobody guesses passwords here: a refused login is told at once.
auth_failure_delay = 0
auth_mechanisms = plain login${settings.introspectionUrl === undefined ? '' : ' xoauth2'}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
recipient_delimiter = +
namespace inbox {
  inbox = yes
  separator = ${prefix === '' ? '/' : '.'}
  prefix = ${prefix}
}
${settings.owner.runsAs === undefined ? '' : plainUser(settings.owner.runsAs)}
${listeners(settings)}`;
}

function syntax23({ dir, password, owner, introspectionUrl }: DovecotSettings): string {
  return `
disable_plaintext_auth = no
auth_username_format = %Ln
mail_location = maildir:~/Maildir
${introspectionUrl === undefined ? '' : `passdb {\n  driver = oauth2\n  mechanisms = xoauth2\n  args = ${dir}/oauth2.conf\n}`}
passdb {
  driver = static
  mechanisms = plain login
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${dir}/mail/%n allow_all_users=yes
}`;
}

function syntax24({ dir, password, owner, introspectionUrl }: DovecotSettings): string {
  return `
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
auth_allow_cleartext = yes
auth_username_format = %{user | username | lower}
mail_driver = maildir
mail_path = ~/Maildir
${introspectionUrl === undefined ? '' : `oauth2 {\n${introspection(introspectionUrl)}\n}\npassdb oauth2 {\n  mechanisms_filter = xoauth2\n}`}
passdb static {
  mechanisms_filter = plain login
  password = ${password}
}
userdb static {
  allow_all_users = yes
  fields {
    uid = ${owner.uid}
    gid = ${owner.gid}
    home = ${dir}/mail/%{user | username}
  }
}`;
}

/** The settings of the oauth2 passdb: its own file before 2.4, a block of dovecot.conf since. */
export function introspection(url: string): string {
  return [
    'introspection_mode = post',
    `introspection_url = ${url}`,
    'username_attribute = username',
    'active_attribute = active',
    'active_value = true',
  ].join('\n');
}

/** Without root nobody can change user or root folder. */
function plainUser({ user, group }: { readonly user: string; readonly group: string }): string {
  const services = ['anvil', 'imap-login', 'stats'].map((service) => `service ${service} {\n  chroot =\n}`);
  return [
    `default_internal_user = ${user}`,
    `default_internal_group = ${group}`,
    `default_login_user = ${user}`,
    ...services,
  ].join('\n');
}

function listeners({ imapPort, lmtpPort }: DovecotSettings): string {
  return `service imap-login {
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtpPort}
  }
}
`;
}
