/** How mail clients print another mail, language by language: our own words on facts that anybody's client shows. */

export interface HeaderWords {
  readonly language: string;
  readonly from: string;
  readonly sent: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
}

/** Outlook's and the like: language | from | sent | to | cc | subject. */
export const OUTLOOK_WORDS = headerWords(`
en | From | Sent | To | Cc | Subject
bg | От | Изпратено | До | Копие | Относно
ca | De | Enviat el | Per a | A/c | Tema
cs | Od | Odesláno | Komu | Kopie | Předmět
da | Fra | Sendt | Til | Cc | Emne
de | Von | Gesendet | An | Cc | Betreff
el | Από | Στάλθηκε | Προς | Κοιν. | Θέμα
es | De | Enviado el | Para | CC | Asunto
et | Saatja | Saadetud | Adressaat | Koopia | Teema
fi | Lähettäjä | Lähetetty | Vastaanottaja | Kopio | Aihe
fr | De | Envoyé | À | Cc | Objet
hr | Šalje | Poslano | Prima | Kopija | Predmet
hu | Feladó | Elküldve | Címzett | Másolatot kap | Tárgy
id | Dari | Dikirim | Kepada | Cc | Subjek
is | Frá | Sent | Til | Afrit | Efni
it | Da | Inviato | A | Cc | Oggetto
ja | 差出人 | 送信日時 | 宛先 | CC | 件名
ko | 보낸 사람 | 보낸 날짜 | 받는 사람 | 참조 | 제목
lt | Nuo | Išsiųsta | Kam | Kopija | Tema
lv | No | Nosūtīts | Kam | Kopija | Tēma
nl | Van | Verzonden | Aan | CC | Onderwerp
no | Fra | Sendt | Til | Kopi | Emne
pl | Od | Wysłano | Do | DW | Temat
pt | De | Enviada | Para | Cc | Assunto
pt-br | De | Enviada em | Para | Cc | Assunto
ro | De la | Trimis | Către | Cc | Subiect
ru | От | Отправлено | Кому | Копия | Тема
sk | Od | Odoslané | Komu | Kópia | Predmet
sl | Od | Poslano | Za | Kp | Zadeva
sr | Od | Poslato | Za | Cc | Naslov
sv | Från | Skickat | Till | Kopia | Ämne
th | จาก | ส่ง | ถึง | สำเนา | เรื่อง
tr | Kimden | Gönderildi | Kime | Bilgi | Konu
uk | Від | Надіслано | Кому | Копія | Тема
vi | Từ | Đã gửi | Tới | Cc | Chủ đề
zh-cn | 发件人 | 发送时间 | 收件人 | 抄送 | 主题
zh-tw | 寄件者 | 寄件日期 | 收件者 | 副本 | 主旨
ar | من | تم الإرسال | إلى | نسخة | الموضوع
he | מאת | נשלח | אל | עותק | נושא
`);

/** Apple Mail, Gmail and Thunderbird say "date" where Outlook says "sent". */
export const DATE_WORDS = headerWords(`
en | From | Date | To | Cc | Subject
bg | От | Дата | До | Копие | Тема
ca | De | Data | Per a | Cc | Assumpte
cs | Od | Datum | Komu | Kopie | Předmět
da | Fra | Dato | Til | Cc | Emne
de | Von | Datum | An | Kopie | Betreff
el | Από | Ημερομηνία | Προς | Κοιν. | Θέμα
es | De | Fecha | Para | Cc | Asunto
et | Saatja | Kuupäev | Kellele | Koopia | Teema
fi | Lähettäjä | Päivämäärä | Vastaanottaja | Kopio | Aihe
fr | De | Date | À | Cc | Objet
hr | Od | Datum | Za | Kopija | Naslov
hu | Feladó | Dátum | Címzett | Másolat | Tárgy
id | Dari | Tanggal | Kepada | Cc | Subjek
is | Frá | Dagsetning | Til | Afrit | Efni
it | Da | Data | A | Cc | Oggetto
ja | 差出人 | 日付 | 宛先 | Cc | 件名
ko | 보낸 사람 | 날짜 | 받는 사람 | 참조 | 제목
lt | Nuo | Data | Kam | Kopija | Tema
lv | No | Datums | Kam | Kopija | Temats
nl | Van | Datum | Aan | Kopie | Onderwerp
no | Fra | Dato | Til | Kopi | Emne
pl | Od | Data | Do | DW | Temat
pt | De | Data | Para | Cc | Assunto
ro | De la | Data | Către | Cc | Subiect
ru | От | Дата | Кому | Копия | Тема
sk | Od | Dátum | Komu | Kópia | Predmet
sl | Od | Datum | Za | Kp | Zadeva
sr | Од | Датум | За | Копија | Тема
sv | Från | Datum | Till | Kopia | Ämne
th | จาก | วันที่ | ถึง | สำเนา | หัวเรื่อง
tr | Kimden | Tarih | Kime | Bilgi | Konu
uk | Від | Дата | Кому | Копія | Тема
vi | Từ | Ngày | Đến | Cc | Chủ đề
zh-cn | 发件人 | 日期 | 收件人 | 抄送 | 主题
zh-tw | 寄件者 | 日期 | 收件者 | 副本 | 主旨
ar | من | التاريخ | إلى | نسخة | الموضوع
he | מאת | תאריך | אל | עותק | נושא
`);

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

function headerWords(table: string): readonly HeaderWords[] {
  return rows(table).map(([language = '', from = '', sent = '', to = '', cc = '', subject = '']) => ({
    language,
    from,
    sent,
    to,
    cc,
    subject,
  }));
}

export function rows(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(' | ').map((cell) => cell.trim()));
}
