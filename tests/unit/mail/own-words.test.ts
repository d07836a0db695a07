import { describe, expect, test } from 'vitest';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import { makeEmail, makePart, NOTE, OWN } from './make-email.ts';

const read = (text: string, subject = 'op note') => readMail(makeEmail({ text, subject }), OWN);

const BANNERS: readonly string[] = [
  '[EXTERNAL]',
  '[External Email]',
  'EXTERNAL EMAIL',
  '** EXTERNAL EMAIL **',
  'CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you recognize the sender and know the content is safe.',
  'CAUTION: EXTERNAL EMAIL\nDo not click links or open attachments unless you recognize the sender.',
  '[CAUTION] This message came from outside the hospital network. Please be careful with attachments.',
  'WARNING: This email originated outside of Lakeside Health. DO NOT CLICK links or attachments unless you recognize the sender.',
  'External Email - Use Caution',
  'EXTERNAL SENDER: Exercise caution before opening links or attachments.',
  'This Message Is From an External Sender\nThis message came from outside your organization.',
  'ZjQcmQRYFpfptBannerStart\nThis Message Is From an External Sender\nThis message came from outside your organization.\nZjQcmQRYFpfptBannerEnd',
  "You don't often get email from dana@clinic.test. Learn why this is important<https://aka.ms/LearnAboutSenderIdentification>",
  'Some people who received this message don’t often get email from dana@clinic.test. Learn why this is important',
  '***ATTENTION: This email came from an external source. Do not open attachments or click on links from unknown senders.***',
  '⚠ External sender ⚠',
  '> CAUTION: This e-mail was sent from outside the organisation.',
  'NOTICE: This message originated from outside Lakeside. Think before you click.',
  'ACHTUNG: Diese E-Mail stammt von einem externen Absender.',
  'ATTENTION : ce courriel provient de l’extérieur. Ne cliquez pas sur les liens.',
];

describe('banners of mail gateways', () => {
  test.each(BANNERS)('above the text: %s', (banner) => {
    const reading = read(`${banner}\n\n${NOTE}`);
    expect(reading.visibleText).toBe(NOTE);
    expect(reading.trimmedText).toContain(banner);
    expect(read(`${banner}\n\nWhat is 32503?`).visibleText).toBe('What is 32503?');
  });

  test.each(BANNERS)('above a forwarded mail: %s', (banner) => {
    const head =
      'From: Dr Lee <lee@or.test>\nSent: Monday, June 2, 2025 9:12 AM\nTo: Dana <dana@clinic.test>\nSubject: note';
    const reading = read(`Please code\n\n${head}\n\n${banner}\n\n${NOTE}`, 'FW: note');
    expect(reading.forwarded?.body).toBe(NOTE);
    expect(reading.trimmedText).toContain(banner);
  });

  test('a caution of the surgeon stays', () => {
    const text = `CAUTION: the patient is on warfarin.\n\n${NOTE}`;
    expect(read(text).visibleText).toBe(text);
    const external = `EXTERNAL FIXATOR REMOVAL\n\n${NOTE}`;
    expect(read(external).visibleText).toBe(external);
  });
});

const FOOTERS: readonly string[] = [
  'CONFIDENTIALITY NOTICE: This e-mail message, including any attachments, is for the sole use of the intended recipient(s).',
  'Confidentiality Notice\nThis message may contain PHI.',
  'CONFIDENTIAL: this message may hold protected health information.',
  'This email and any files transmitted with it are confidential and intended solely for the addressee.',
  'This message (including attachments) may contain privileged and confidential information.',
  'This communication is intended only for the use of the individual or entity to which it is addressed and may be privileged.',
  'The information contained in this transmission may contain privileged and confidential patient information.',
  'The information transmitted is intended only for the person or entity to which it is addressed.',
  'NOTICE: This e-mail is covered by the Electronic Communications Privacy Act and is legally privileged.',
  'IMPORTANT WARNING: This message is intended for the use of the person to whom it is addressed and may be confidential.',
  'PRIVILEGED AND CONFIDENTIAL: the contents are protected by law.',
  'HIPAA Privacy Notice: the information in this mail is protected.',
  'If you are not the intended recipient, please delete this message.',
  'If you have received this email in error, please notify the sender.',
  'Please consider the environment before printing this email.',
  'Disclaimer\nThe information is confidential.',
  'Email Disclaimer: the views are those of the author.',
  'Warning: this e-mail may contain confidential patient information.',
  'Diese E-Mail enthält vertrauliche Informationen.',
  'Ce message et toutes les pièces jointes sont confidentiels.',
  'Este mensaje y sus adjuntos se dirigen exclusivamente a su destinatario y son confidenciales.',
  'Esta mensagem pode conter informação confidencial.',
  'Questo messaggio contiene informazioni riservate.',
  'Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde.',
  'Sent from my iPhone',
  'Sent from my Galaxy',
  'Sent from Mail for Windows',
  'Sent from Outlook for iOS<https://aka.ms/o0ukef>',
  'Sent from Yahoo Mail on Android',
  'Sent from Yahoo Mail for iPhone',
  'Sent from my Verizon, Samsung Galaxy smartphone',
  'Sent via the Samsung Galaxy S21 5G, an AT&T 5G smartphone',
  'Sent with Proton Mail secure email.',
  'Get Outlook for Android<https://aka.ms/AAb9ysg>',
  'Von meinem iPhone gesendet',
  'Gesendet von Outlook für Android',
  'Envoyé de mon iPhone',
  'Envoyé à partir de Outlook pour iOS',
  'Enviado desde mi iPhone',
  'Enviado do meu iPhone',
  'Inviato da iPhone',
  'Inviato dal mio Galaxy',
  'Verstuurd vanaf mijn iPhone',
  'Verzonden vanaf Outlook voor Android',
  'Skickat från min iPhone',
  'Sendt fra min iPhone',
  'Lähetetty iPhonesta',
  'Wysłane z iPhone’a',
  'Odesláno z iPhonu',
  'Odoslané z iPhonu',
  'Trimis de pe iPhone-ul meu',
  'Poslano s mog iPhonea',
  'Küldve az iPhone-omról',
  'Отправлено с iPhone',
  'Надіслано з iPhone',
  'iPhone’umdan gönderildi',
  'Στάλθηκε από το iPhone μου',
  'iPhoneから送信',
  '发自我的iPhone',
  '從我的 iPhone 傳送',
  '나의 iPhone에서 보냄',
  '-- \nDana Lee, CPC\n555-010-2000',
  '--\nDana Lee\nLakeside Surgery',
  '__\nDana Lee\nLakeside Surgery',
  '\u2014\nDana',
];

describe('signatures, taglines and disclaimers', () => {
  test.each(FOOTERS)('%s', (footer) => {
    const reading = read(`${NOTE}\n\n${footer}`);
    expect(reading.visibleText).toBe(NOTE);
    expect(reading.signature).toBe(footer);
  });

  test.each([
    'Sent from my desk, it is easier to code than on the phone.',
    'The specimen was sent from the OR to pathology.',
    'This operation was done for the intended vessel.',
    'Warning signs were discussed with the patient.',
    'Confidentiality was discussed with her.',
    '- Appendectomy',
    'If you have any question call me.',
  ])('no footer: %s', (line) => {
    expect(read(`${NOTE}\n\n${line}`).visibleText).toBe(`${NOTE}\n\n${line}`);
  });
});

describe('signed and encrypted text', () => {
  test('a PGP signature is taken off the text it signs (RFC 9580, section 7)', () => {
    const text = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nPlease code.\n- -- item\n-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAd\n-----END PGP SIGNATURE-----`;
    const reading = read(text);
    expect(reading.verdict).toBe('question');
    expect(reading.visibleText).toBe('Please code.\n-- item');
    expect(reading.signature).toContain('BEGIN PGP SIGNATURE');
  });

  test.each([
    ['PGP in the text', { text: 'Hi\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----' }],
    ['PGP/MIME', { headers: { 'content-type': 'multipart/encrypted; protocol="application/pgp-encrypted"' } }],
    ['S/MIME', { attachments: [makePart('application/pkcs7-mime', 'x', 'smime.p7m')] }],
    [
      'Microsoft Purview',
      { attachments: [makePart('application/x-microsoft-rpmsg-message', 'x', 'message_v2.rpmsg')] },
    ],
    ['Cisco secure mail', { attachments: [makePart('text/html', 'x', 'securedoc_20250602T0912.html')] }],
    ['Proofpoint secure mail', { attachments: [makePart('text/html', 'x', 'SecureMessageAtt.html')] }],
    [
      'Zix, a link alone',
      {
        text: 'New ZixCorp secure email message from Lakeside\n\nOpen Message\n\nTo view the secure message, click Open Message.',
      },
    ],
    [
      'Office 365, a link alone',
      {
        text: 'Dana (dana@clinic.test) has sent you a protected message.\n\nRead the message\n\nLearn about messages protected by Microsoft Purview Message Encryption.',
      },
    ],
    ['Virtru', { text: 'Dana has sent you a secure, encrypted message. Click here to unlock your message.' }],
    [
      'a portal',
      {
        text: 'You have received a secure message from Lakeside Hospital. To read the message, sign in to the secure mail portal.',
      },
    ],
  ])('%s is encrypted', (_, given) => {
    expect(readMail(makeEmail(given), OWN).verdict).toBe('encrypted');
  });

  test('a banner of secure mail above a text that is there hides nothing', () => {
    const reading = read(`This message was sent securely using Zix.\n\n${NOTE}`);
    expect(reading.verdict).toBe('case');
    expect(reading.visibleText).toContain('appendix was divided');
  });

  test('a signed mail is readable', () => {
    const attachments = [makePart('application/pkcs7-signature', 'x', 'smime.p7s')];
    const headers = { 'content-type': 'multipart/signed; protocol="application/pkcs7-signature"' };
    expect(readMail(makeEmail({ text: NOTE, attachments, headers }), OWN).verdict).toBe('case');
    expect(readMail(makeEmail({ text: 'What is 32503?', attachments, headers }), OWN).verdict).toBe('question');
  });
});
