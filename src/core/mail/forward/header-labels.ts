export type HeaderField = 'from' | 'to' | 'cc' | 'date' | 'subject' | 'other';

/** The words one language's mail clients put before the headers of a quoted or forwarded mail. */
export interface HeaderLanguage {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly date: readonly string[];
  readonly subject: readonly string[];
}

/** One language a row: from | to | cc | date | subject. Seen in Apple Mail, Gmail, Outlook, Yahoo, Thunderbird. */
const ROWS: readonly string[] = [
  'From | To | Cc, CC | Date, Sent | Subject',
  'Von, Absender | An, Empfänger | Cc, CC, Kopie, Kopie (CC) | Datum, Gesendet, Gesendet am | Betreff',
  'De, Expéditeur | À, A, Pour, Destinataire | Cc, Copie à, Copie | Date, Envoyé, Envoyé le, Date d’envoi, Message du | Objet, Sujet',
  'De, Desde | Para, A | Cc, CC | Fecha, Enviado, Enviado el, Fecha de envío | Asunto',
  'De | Per a, Per, A | A/c, Cc, Còpia | Data, Enviat, Enviat el | Assumpte, Tema',
  'De | Para | Cc, CC | Data, Enviado, Enviada em, Enviado em, Enviada, Data de envio | Assunto',
  'Da, Mittente | A | Cc, CC, Copia | Data, Inviato, Inviata, Data invio | Oggetto',
  'Van | Aan | Cc, CC, Kopie | Datum, Verzonden, Verstuurd | Onderwerp',
  'Fra | Til | Cc, Kopi | Dato, Sendt, Date | Emne',
  'Från | Till | Cc, Kopia | Datum, Skickat, Skickat den | Ämne',
  'Lähettäjä | Vastaanottaja | Kopio, Cc | Päivämäärä, Päiväys, Lähetetty | Aihe',
  'Od | Do, Komu | Dw, DW, UDW, Kopie, Cc | Data, Wysłano, Datum, Odesláno | Temat, Předmět',
  'Od | Komu, Pre | Kópia, Cc | Dátum, Odoslané | Predmet',
  'Šalje, Od | Prima, Za | Kopija, Cc | Datum, Poslano, Poslato | Predmet, Naslov, Tema',
  'Od, Pošiljatelj | Za, Prejemnik | Kp, Cc | Datum, Poslano | Zadeva',
  'Од, Пошиљалац | За, Прима | Копија, Cc | Датум, Послато | Наслов, Тема',
  'От, Подател | До, Получател | Копие, Cc | Дата, Изпратено, Изпратен | Относно, Тема',
  'Feladó | Címzett | Másolat, Másolatot kap, Cc | Dátum, Elküldve | Tárgy',
  'Expeditorul, De la, De, de la | Către, Destinatar, Catre | Cc, Copie | Data, Dată, Trimis | Subiectul, Subiect, Subject',
  'От, Отправитель | Кому | Копия, Cc | Дата, Отправлено | Тема',
  'Від, Від кого | Кому | Копія, Cc | Дата, Відправлено, Надіслано | Тема',
  'Kimden, Gönderen | Kime, Alıcı | Bilgi, Cc | Tarih, Gönderildi, Gönderme Tarihi | Konu',
  'Saatja | Adressaat, Saaja, Kellele | Koopia, Cc | Kuupäev, Saadetud | Teema, Pealkiri',
  'Nuo | Kam, Iki | Kopija, Cc | Data, Išsiųsta | Tema',
  'No, Sūtītājs | Kam, Adresāts | Kopija, Cc | Datums, Nosūtīts | Temats, Tēma',
  'Frá | Til | Afrit, Cc | Dags, Dagsetning, Sent | Efni',
  'Από | Προς | Κοιν, Κοιν., Κοινοποίηση, Cc | Ημερομηνία, Στάλθηκε, Εστάλη | Θέμα',
  'Dari | Kepada, Ke, Untuk | Cc, Tembusan | Tanggal, Dikirim, Terkirim | Subjek, Perihal',
  'Từ, Người gửi | Tới, Đến, Người nhận | Cc | Ngày, Đã gửi, Gửi, Date | Chủ đề, Tiêu đề',
  'จาก | ถึง | สำเนา, สำเนาถึง, Cc | วันที่, ส่ง, ส่งเมื่อ | เรื่อง, หัวเรื่อง',
  'من, المرسل | إلى | نسخة, نسخة إلى, Cc | التاريخ, تم الإرسال, أرسلت | الموضوع',
  'מאת | אל | עותק, Cc | תאריך, נשלח | נושא, הנדון',
  'از | به | رونوشت, Cc | تاریخ, ارسال شده | موضوع',
  '差出人, From, 送信者 | 宛先, To | Cc, CC | 日付, 日時, 送信日時 | 件名',
  '发件人, 寄件者, 寄件人 | 收件人, 收件者 | 抄送, 副本 | 日期, 发送时间, 发送日期, 寄件日期, 傳送時間, 传送时间 | 主题, 主旨, 主題',
  '보낸 사람, 보낸사람, 발신 | 받는 사람, 받는사람, 수신 | 참조 | 날짜, 보낸 날짜, 보낸날짜 | 제목',
];

export const HEADER_LANGUAGES: readonly HeaderLanguage[] = ROWS.map((row) => {
  const [from = [], to = [], cc = [], date = [], subject = []] = row
    .split(' | ')
    .map((cell) => cell.split(',').map((label) => label.trim()));
  return { from, to, cc, date, subject };
});

/** Known but unused headers: they keep a block together. */
const OTHER_LABELS = ['Reply-To', 'Bcc', 'Importance', 'Priority', 'Attachments', 'Resent-From', 'Resent-To', 'Sender'];

const FIELD_OF_LABEL: ReadonlyMap<string, HeaderField> = new Map([
  ...OTHER_LABELS.map((label) => [label.toLowerCase(), 'other'] as const),
  ...HEADER_LANGUAGES.flatMap((language) =>
    (['date', 'cc', 'to', 'subject', 'from'] as const).flatMap((field) =>
      language[field].map((label) => [label.toLowerCase(), field] as const),
    ),
  ),
]);

const LABEL_LINE = /^[ \t]{0,8}\*{0,2}([\p{L}][\p{L}\p{M} ()./'’-]{0,24}?)[ \t]?\*{0,2}[:：]\*{0,2}[ \t]*(.*)$/u;

export interface LabelledLine {
  readonly field: HeaderField;
  readonly value: string;
}

/** `From: x` in any known language, bold markers and indentation ignored. */
export function readLabel(line: string): LabelledLine | undefined {
  const match = LABEL_LINE.exec(line);
  const field = FIELD_OF_LABEL.get(match?.[1]?.trim().toLowerCase() ?? '');
  return field === undefined ? undefined : { field, value: match?.[2]?.trim() ?? '' };
}
