/** What mail clients print above a forwarded mail, dashes and colon stripped. */
const FORWARD_PHRASES = [
  'begin forwarded message',
  'forwarded message',
  'forwarded message ---',
  'začátek přeposílané zprávy',
  'přeposlaná zpráva',
  'start på videresendt besked',
  'videresendt meddelelse',
  'videresendt besked',
  'anfang der weitergeleiteten nachricht',
  'anfang der weitergeleiteten e-mail',
  'weitergeleitete nachricht',
  'inicio del mensaje reenviado',
  'mensaje reenviado',
  'välitetty viesti alkaa',
  'edelleenlähetetty viesti',
  'välitetty viesti / fwd.msg',
  'välitetty viesti',
  'début du message réexpédié',
  'début du message transféré',
  'début de message transféré',
  'message transféré',
  'message transmis',
  'message réexpédié',
  'započni proslijeđenu poruku',
  'proslijeđena poruka',
  'továbbított levél kezdete',
  'továbbított üzenet',
  'inizio messaggio inoltrato',
  'inizio del messaggio inoltrato',
  'messaggio inoltrato',
  'begin doorgestuurd bericht',
  'doorgestuurd bericht',
  'videresendt melding',
  'start på videresendt melding',
  'początek przekazywanej wiadomości',
  'przekazana wiadomość',
  'treść przekazanej wiadomości',
  'wiadomość przesłana dalej',
  'início da mensagem reencaminhada',
  'início da mensagem encaminhada',
  'mensagem reencaminhada',
  'mensagem encaminhada',
  'începe mesajul redirecționat',
  'mesaj redirecționat',
  'начало переадресованного сообщения',
  'пересылаемое сообщение',
  'перенаправленное сообщение',
  'пересланное сообщение',
  'začiatok preposlanej správy',
  'preposlaná správa',
  'preposlaná správa --- forwarded message',
  'vidarebefordrat mejl',
  'vidarebefordrat meddelande',
  'börja vidarebefordrat meddelande',
  'i̇leti başlangıcı',
  'ileti başlangıcı',
  'i̇letilmiş mesaj',
  'iletilmiş mesaj',
  'i̇letilen i̇leti',
  'iletilen ileti',
  'початок листа, що пересилається',
  'перенаправлене повідомлення',
  'переслане повідомлення',
  'προωθημένο μήνυμα',
  'メッセージを転送',
  '転送されたメッセージ',
  '転送メッセージ',
  '转发的邮件',
  '转发邮件信息',
  '轉寄的郵件',
  '전달된 메시지',
];

/** Printed above replies and forwards alike. */
const ORIGINAL_PHRASES = [
  'original message',
  'original appointment',
  'ursprüngliche nachricht',
  'originalnachricht',
  'message d’origine',
  "message d'origine",
  'message original',
  'mensaje original',
  'mensagem original',
  'messaggio originale',
  'oorspronkelijk bericht',
  'oprindelig meddelelse',
  'opprinnelig melding',
  'ursprungligt meddelande',
  'alkuperäinen viesti',
  'původní zpráva',
  'pôvodná správa',
  'wiadomość oryginalna',
  'eredeti üzenet',
  'mesaj original',
  'originalna poruka',
  'исходное сообщение',
  'вихідне повідомлення',
  'özgün ileti',
  'orijinal mesaj',
  '元のメッセージ',
  '原始邮件',
  '原邮件',
  '원본 메시지',
];

const FORWARD = new Set(FORWARD_PHRASES);
const ORIGINAL = new Set(ORIGINAL_PHRASES);

export interface Marker {
  readonly kind: 'forward' | 'original' | 'rule';
  /** What follows the marker on its line (Yahoo prints the headers there). */
  readonly rest: string;
}

/** A line that announces another mail: dashes around a known phrase, the phrase with a colon, or Outlook's rule. */
export function readMarker(line: string): Marker | undefined {
  const text = line.trim();
  if (/^_{20,}$/.test(text)) return { kind: 'rule', rest: '' };
  const dashed = /^\*{0,2}[-–—=]{2,14}\s*([^-–—=].{3,60}?)\s*[-–—=]{2,14}\*{0,2}(?:\s+(.*))?$/u.exec(text);
  const phrase = (dashed?.[1] ?? /^\*{0,2}(.{4,60}?)\s*[:：]\*{0,2}$/u.exec(text)?.[1])?.toLowerCase().normalize('NFC');
  if (phrase === undefined) return undefined;
  const rest = dashed?.[2] ?? '';
  if (FORWARD.has(phrase)) return { kind: 'forward', rest };
  return dashed !== null && ORIGINAL.has(phrase) ? { kind: 'original', rest } : undefined;
}
