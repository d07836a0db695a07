/** The line above a forwarded mail, as it stands: language | line. */
export const FORWARD_LINES = rows(`
bg | ---------- Forwarded message ---------
cs | Začátek přeposílané zprávy:
cs | -------- Přeposlaná zpráva --------
da | Start på videresendt besked:
da | ---------- Videresendt meddelelse ----------
de | Anfang der weitergeleiteten Nachricht:
de | -------- Weitergeleitete Nachricht --------
de | ----- Weitergeleitete Mail -----
el | Αρχή προωθημένου μηνύματος:
el | -------- Προωθημένο μήνυμα --------
en | Begin forwarded message:
en | ---------- Forwarded message ---------
en | ----- Forwarded Message -----
en | -------- Forwarded Message --------
en | ------- Forwarded Message -------
en | ---------- Forwarded Message ----------
en | ======== Forwarded message ========
es | Inicio del mensaje reenviado:
es | -------- Mensaje reenviado --------
es | ---------- Forwarded message ---------
et | ---------- Edastatud kiri ----------
fi | Välitetty viesti alkaa:
fi | ---------- Edelleenlähetetty viesti ----------
fr | Début du message réexpédié :
fr | Début du message transféré :
fr | -------- Message transféré --------
fr | ---------- Message transmis ----------
fr | ----- Mail transféré -----
he | ---------- הודעה שהועברה ----------
hr | Započni proslijeđenu poruku:
hr | Početak proslijeđene poruke:
hr | -------- Proslijeđena poruka --------
hu | Továbbított levél kezdete:
hu | -------- Továbbított üzenet --------
id | ---------- Pesan terusan ---------
it | Inizio messaggio inoltrato:
it | -------- Messaggio Inoltrato --------
ja | 転送されたメッセージ：
ja | ---------- 転送メッセージ ----------
ko | 전달된 메시지 시작:
ko | ---------- 전달된 메일 ----------
lt | -------- Persiųstas laiškas --------
nl | Begin doorgestuurd bericht:
nl | -------- Doorgestuurd bericht --------
no | Videresendt melding:
no | Start på videresendt melding:
no | -------- Videresendt melding --------
pl | Początek przekazywanej wiadomości:
pl | -------- Przekazana wiadomość --------
pl | -------- Treść przekazanej wiadomości --------
pt | Início da mensagem reencaminhada:
pt | Início da mensagem encaminhada:
pt | -------- Mensagem encaminhada --------
ro | Începe mesajul redirecționat:
ro | -------- Mesaj redirecționat --------
ro | ---------- Mesaj redirecţionat ----------
ru | Начало переадресованного сообщения:
ru | Начало пересылаемого сообщения:
ru | -------- Перенаправленное сообщение --------
ru | -------- Пересылаемое сообщение --------
sk | Začiatok preposlanej správy:
sk | -------- Preposlaná správa --------
sl | Začetek posredovanega sporočila:
sl | -------- Posredovano sporočilo --------
sr | -------- Прослеђена порука --------
sv | Vidarebefordrat brev:
sv | Börja vidarebefordrat meddelande:
sv | -------- Vidarebefordrat meddelande --------
tr | İleti başlangıcı:
tr | -------- İletilen İleti --------
tr | ---------- Yönlendirilen ileti ---------
uk | Початок листа, що пересилається:
uk | Початок переадресованого повідомлення:
uk | -------- Перенаправлене повідомлення --------
vi | ---------- Thư đã chuyển tiếp ----------
zh-cn | 开始转发的邮件：
zh-cn | ---------- 转发的邮件 ---------
zh-cn | ---------- 已转发邮件 ----------
zh-tw | 開始轉寄郵件：
zh-tw | ---------- 已轉寄郵件 ----------
`);

/** Lines above an answered or forwarded mail. */
export const ORIGINAL_LINES = rows(`
bg | -----Оригинално съобщение-----
ca | -----Missatge original-----
cs | -----Původní zpráva-----
cs | ---------- Původní e-mail ----------
da | -----Oprindelig meddelelse-----
da | -------- Original meddelelse --------
de | -----Ursprüngliche Nachricht-----
de | -------- Original-Nachricht --------
de | -------- Originalnachricht --------
de | ----- Ursprüngliche Mail -----
el | -----Αρχικό μήνυμα-----
en | -----Original Message-----
en | ------- Original Message -------
en | ‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐
en | -------- Original message --------
en | ------ Original Message ------
en | -----Original Email-----
es | -----Mensaje original-----
es | -------- Mensaje original --------
et | -----Algne sõnum-----
fi | -----Alkuperäinen viesti-----
fr | -----Message d'origine-----
fr | -----Message d’origine-----
fr | ----- Mail original -----
fr | -------- Message original --------
he | -----הודעה מקורית-----
hr | -----Izvorna poruka-----
hu | -----Eredeti üzenet-----
it | -----Messaggio originale-----
it | ---- Messaggio originale ----
ja | -----元のメッセージ-----
ja | -----Original Message-----
ko | -----원본 메시지-----
ko | -----Original Message-----
lt | -----Pradinis laiškas-----
nl | -----Oorspronkelijk bericht-----
nl | -------- Origineel bericht --------
no | -----Opprinnelig melding-----
no | -------- Opprinnelig melding --------
pl | -----Oryginalna wiadomość-----
pl | -----Wiadomość oryginalna-----
pt | -----Mensagem original-----
ro | -----Mesaj original-----
ru | -----Исходное сообщение-----
ru | -----Оригинальное сообщение-----
sk | -----Pôvodná správa-----
sl | -----Izvirno sporočilo-----
sv | -----Ursprungligt meddelande-----
sv | -------- Originalmeddelande --------
tr | -----Özgün İleti-----
tr | -------- Orijinal mesaj --------
uk | -----Вихідне повідомлення-----
uk | -----Оригінальне повідомлення-----
vi | -----Thư gốc-----
zh-cn | -----邮件原件-----
zh-cn | ------------------ 原始邮件 ------------------
zh-tw | -----原始郵件-----
`);

/** One row a line, cells between bars. */
export function rows(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(' | ').map((cell) => cell.trim()));
}
