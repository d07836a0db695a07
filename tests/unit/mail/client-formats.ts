import { rows } from './client-lines.ts';

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
