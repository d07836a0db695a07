/** Subjects that mail systems give their absence notices, by language. */
export const AUTO_REPLY_SUBJECTS: readonly string[] = `
ar رد تلقائي: note
bg Автоматичен отговор: note
ca Resposta automàtica: note
cs Automatická odpověď: note
cs Mimo kancelář: note
da Automatisk svar: note
da Autosvar: note
da Ikke til stede: note
de Automatische Antwort: note
de Abwesenheitsnotiz: note
de Abwesenheitsnotiz AW: note
de Ich bin nicht im Büro
el Αυτόματη απάντηση: note
el Εκτός γραφείου: note
en Automatic reply: note
en Auto: note
en Auto Reply: note
en Auto-Response: note
en AutoReply: Re: note
en Autoresponder: note
en Automated reply: note
en Automated response to your e-mail
en Automatic response
en Out of Office: note
en Out of Office AutoReply: note
en Out of the office Re: note
en I am out of the office
en I'm out of the office until Monday
en OOO: note
en [Auto-Reply] note
en (Auto: Out of the office) Re: note
en On vacation Re: note
en Vacation response
en Away from the office
es Respuesta automática: note
es Respuesta automatica: note
es Fuera de la oficina: note
es Ausente de la oficina: note
et Automaatvastus: note
fi Automaattinen vastaus: note
fi Poissa: note
fi Poissaoloilmoitus: note
fr Réponse automatique : note
fr Reponse automatique: note
fr Absence du bureau : note
fr Message d'absence : note
he תגובה אוטומטית: note
he מענה אוטומטי: note
hr Automatski odgovor: note
hu Automatikus válasz: note
hu Házon kívül: note
id Balasan otomatis: note
is Sjálfvirkt svar: note
it Risposta automatica: note
it Fuori sede: note
it Assente dall'ufficio: note
ja 自動応答: note
ja 自動返信: note
ko 자동 회신: note
ko 자동 응답: note
ko 부재중: note
lt Automatinis atsakymas: note
lv Automātiska atbilde: note
nl Automatisch antwoord: note
nl Automatische reactie: note
nl Afwezigheidsbericht: note
nl Afwezig: note
no Automatisk svar: note
no Fraværsmelding: note
no Ikke på kontoret: note
pl Automatyczna odpowiedź: note
pl Odpowiedź automatyczna: note
pl Autoodpowiedź: note
pl Poza biurem: note
pl Nieobecność: note
pt Resposta automática: note
pt Resposta automatica: note
pt Ausência temporária: note
pt Fora do escritório: note
ro Răspuns automat: note
ru Автоматический ответ: note
ru Автоответ: note
ru Вне офиса: note
sk Automatická odpoveď: note
sl Samodejni odgovor: note
sr Аутоматски одговор: note
sv Automatiskt svar: note
sv Autosvar: note
sv Frånvaro: note
th ตอบกลับอัตโนมัติ: note
tr Otomatik yanıt: note
tr Otomatik Yanıt: note
tr Otomatik cevap: note
tr Ofis dışında: note
uk Автоматична відповідь: note
uk Автовідповідь: note
vi Trả lời tự động: note
zh 自动答复: note
zh 自动回复: note
zh 自動回覆: note
zh 不在办公室: note
`
  .trim()
  .split('\n')
  .map((line) => line.slice(3));

/** Subjects of cases that only begin like a notice. */
export const CASE_SUBJECTS: readonly string[] = [
  'Absent pulmonary valve, repair',
  'Absence of the vagina, McIndoe',
  'Absent left testis, laparoscopy',
  'Autograft of the ACL',
  'Auto transplant of parathyroid',
  'Automated perimetry and cataract',
  'Automatic implantable defibrillator, generator change',
  'Auto accident, rib plating',
  'Away from home, fracture follow-up',
  'Out of cast, manipulation',
  'Vacation injury: ankle ORIF',
  'Office procedure: out of network',
  'Re: Automatic tube count',
  'Oooophorectomy, which code',
  'Note by Dr Abwesend',
];
