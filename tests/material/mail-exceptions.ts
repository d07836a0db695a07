/** Labels of the fixture mails that we do not follow, with the reason. Each must still be missed, else it goes. */
export const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ...[
    'php-bounce-handler/29.eml',
    'php-bounce-handler/46.eml',
    'sisimai-set-of-emails/bsd/lhost-gmail-08.eml',
    'sisimai-set-of-emails/bsd/lhost-messagingserver-07.eml',
    'sisimai-set-of-emails/bsd/lhost-opensmtpd-06.eml',
    'sisimai-set-of-emails/bsd/lhost-opensmtpd-13.eml',
    'sisimai-set-of-emails/bsd/lhost-zoho-04.eml',
    'sisimai-set-of-emails/bsd/rfc3464-07.eml',
  ].map((file) => [`bounce ${file}`, 'the mail says "delayed"; that project has no such kind'] as const),
  ...['amazonworkmail-07', 'exchange2007-05', 'sendmail-08', 'sendmail-10', 'sendmail-39', 'sendmail-56'].map(
    (name) =>
      [
        `bounce sisimai-set-of-emails/bsd/lhost-${name}.eml`,
        'the Status field of the report counts, not another one in its Diagnostic-Code',
      ] as const,
  ),
  ['bounce sisimai-set-of-emails/bsd/lhost-fml-03.eml', 'a list server reports a loop: list mail to us'],
  ['feedback_report sisimai-set-of-emails/bsd/arf-26.eml', 'an automatic unsubscribe request: auto_reply to us'],
  ['forward discourse-email_reply_trimmer/embedded_email_10.txt', 'a reply whose thread goes on below its quote'],
  ['reply_trim discourse-email_reply_trimmer/embedded_email_7.txt', 'its second quote is marked "C>", not ">"'],
  ['reply_trim crisp-email-reply-parser/email_2.txt', 'answers between quotes are shown with what they answer'],
  ['reply_trim crisp-email-reply-parser/email_german_3.txt', 'words below a tagline are not lost'],
  ['reply_trim github-email_reply_parser/email_1_1.txt', '"-Name" as last line may be a line of a list'],
  ['reply_trim mailgun-talon/iphone.eml', "a phone's tagline is signature to us"],
  ...['020', '022', '027', '052'].map(
    (name) => [`decode stalwart-mail-parser/legacy/${name}.eml`, 'raw windows-1252 is read, not replaced'] as const,
  ),
  ['decode php-imap/attachment_long_filename.eml', 'a file has one name; RFC 2183 before the one of RFC 2045'],
  ['decode php-imap/references.eml', 'a From without a domain is nobody'],
  ...['example_bounce', 'four_nested_emails', 'nestes_embedded_with_attachment'].map(
    (name) => [`decode php-imap/${name}.eml`, 'mails inside are read as mails, not listed as files'] as const,
  ),
]);
