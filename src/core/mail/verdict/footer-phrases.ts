const DEVICES =
  'iphone|ipad|android|samsung|galaxy|blackberry|mobile|phone|outlook|mail|yahoo|gmail|huawei|xiaomi|windows|proton|verizon|t-mobile|at&t|nokia|smartphone|tablet';

/** How phones and clients sign in the languages they speak. */
const TAGLINES: readonly string[] = [
  `sent (?:from|via|using|with) (?:my |the |a )?(?:${DEVICES})`,
  'get outlook for',
  'von meinem .{2,30} gesendet',
  'gesendet (?:von|mit)',
  'envoyé (?:de|depuis|à partir)',
  'enviado (?:desde|do|da|a partir|pelo)',
  'enviat des de',
  'inviato (?:da|dal)',
  'verzonden (?:vanaf|met|vanuit)',
  'verstuurd vanaf',
  'skickat från',
  'sendt fra',
  'lähetetty',
  'wysłan[eo] z',
  'odesláno z',
  'odoslané z',
  'trimis de pe',
  'poslano (?:s|z|iz)',
  'küldve az?',
  'saadetud minu',
  'отправлено (?:с|из)',
  'надіслано (?:з|із)',
  'изпратено от',
  'στάλθηκε από',
  ".{2,20}[’']?(?:umdan|imden|dan|den) gönderildi",
  'iphoneから送信',
  '发自我的.{0,20}',
  '從我的.{2,20}傳送',
  '.{2,30}에서 보냄',
];
const TAGLINE = new RegExp(`^(?:${TAGLINES.join('|')})(?!\\p{L})`, 'iu');

/** Of any app: "Sent from TypeApp", at most with a link. A sentence is none. */
const APP_TAGLINE = /^sent (?:from|via|with) (?:my )?[\p{L}\d.'-]+(?: [\p{L}\d.'-]+){0,2}\s?(?:<[^<>]*>)?\.?$/iu;

/** Subjects of the sentences that say a mail is confidential. */
const MAIL_WORD =
  '(?:e-?mail|message|communication|transmission|electronic|facsimile|fax|courriel|nachricht|mensaje|correo|mensagem|messaggio|bericht)';
const SECRET =
  '(?:confidential|intended|privileged|protected|electronic communications privacy|vertraulich|confidentiel|confidencia|confidencial|riservat|vertrouwelijk|uitsluitend)';

const DISCLAIMERS: readonly string[] = [
  '(?:(?:important|legal|privacy|confidentiality|hipaa|e-?mail|security) ){1,3}(?:notice|note|statement|disclaimer|warning)\\b',
  `(?:notice|warning|note|attention|important)[:!.\\s-]{1,4}(?:this|the (?:information|contents)).{0,200}${SECRET}`,
  'disclaimer\\b',
  'confidential(?:ity)?:',
  '(?:privileged|confidential) (?:and|&|/|or) (?:privileged|confidential)\\b',
  `(?:this|the information (?:contained |transmitted )?(?:in|by|with) this|the contents of this)\\s+${MAIL_WORD}\\b.{0,200}${SECRET}`,
  `the information (?:contained|transmitted)\\b.{0,200}${SECRET}`,
  'if you (?:are not the intended|have received this)',
  'please (?:consider|think of) the environment\\b',
  `(?:diese|dieses|ce|cet|cette|este|esta|questo|questa|dit|deze)\\s+${MAIL_WORD}\\b.{0,200}(?:${SECRET}|enthält)`,
];
const DISCLAIMER = new RegExp(`^\\*{0,3}\\s*(?:${DISCLAIMERS.join('|')})`, 'iu');

/** A line that a phone or a client adds below a mail. Anchored: "sent from the OR" inside a note is none. */
export function isTagline(line: string): boolean {
  return TAGLINE.test(line) || APP_TAGLINE.test(line);
}

/** The first line of what a clinic or a company puts below each of its mails. */
export function isDisclaimer(line: string): boolean {
  return DISCLAIMER.test(line);
}
