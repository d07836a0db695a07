import { rows } from './client-lines.ts';

/** The line above a quoted mail: client and language | line. `~` folds it as a client would. */
export const ATTRIBUTION_LINES: readonly (readonly string[])[] = rows(`
gmail ar | ‫في الثلاثاء، 26 أكتوبر 2021 في 2:25 م تمت كتابة ما يلي بواسطة ‪John Doe‬‏ <‪john@acme.test‬‏>:‬
gmail bg | На вт, 26.10.2021 г. в 14:25 John Doe <john@acme.test> написа:
gmail ca | Missatge de John Doe <john@acme.test> del dia dt., 26 d’oct. 2021 a les 14:25:
gmail cs | út 26. 10. 2021 v 14:25 odesílatel John Doe <john@acme.test> napsal:
gmail da | Den tir. 26. okt. 2021 kl. 14.25 skrev John Doe <john@acme.test>:
gmail de | Am Di., 26. Okt. 2021 um 14:25 Uhr schrieb John Doe <john@acme.test>:
gmail el | Στις Τρί 26 Οκτ 2021 στις 2:25 μ.μ., ο χρήστης John Doe <john@acme.test> έγραψε:
gmail en | On Tue, Oct 26, 2021 at 2:25 PM John Doe <john@acme.test> wrote:
gmail en | On Tue, Oct 26, 2021 at 2:25 PM John Doe <~john@acme.test> wrote:
gmail en | On Tue, Oct 26, 2021, 2:25 PM John Doe <john@acme.test> wrote:
gmail es | El mar, 26 oct 2021 a las 14:25, John Doe (<john@acme.test>) escribió:
gmail et | Kuupäev T, 26. oktoober 2021 kell 14:25 kirjutas John Doe <john@acme.test>:
gmail fi | ti 26. lokak. 2021 klo 14.25 John Doe (john@acme.test) kirjoitti:
gmail fr | Le mar. 26 oct. 2021 à 14:25, John Doe <john@acme.test> a écrit :
gmail he | ‫בתאריך יום ג׳, 26 באוק׳ 2021 ב-14:25 מאת ‪John Doe‬‏ <‪john@acme.test‬‏>:‬
gmail hr | uto, 26. lis 2021. u 14:25 John Doe <john@acme.test> napisao je:
gmail hu | John Doe <john@acme.test> ezt írta (időpont: 2021. okt. 26., K, 14:25):
gmail id | Pada tanggal Sel, 26 Okt 2021 pukul 14.25 John Doe <john@acme.test> menulis:
gmail is | þri., 26. okt. 2021 kl. 14:25 skrifaði John Doe <john@acme.test>:
gmail it | Il giorno mar 26 ott 2021 alle ore 14:25 John Doe <john@acme.test> ha scritto:
gmail ja | 2021年10月26日(火) 14:25 John Doe <john@acme.test>:
gmail ko | 2021년 10월 26일 (화) 오후 2:25, John Doe <john@acme.test>님이 작성:
gmail lt | 2021-10-26, an, 14:25 John Doe <john@acme.test> rašė:
gmail lv | otrd., 2021. g. 26. okt., plkst. 14:25 — lietotājs John Doe (<john@acme.test>) rakstīja:
gmail nl | Op di 26 okt. 2021 om 14:25 schreef John Doe <john@acme.test>:
gmail no | tir. 26. okt. 2021 kl. 14:25 skrev John Doe <john@acme.test>:
gmail pl | wt., 26 paź 2021 o 14:25 John Doe <john@acme.test> napisał(a):
gmail pt | John Doe <john@acme.test> escreveu (terça, 26/10/2021 à(s) 14:25):
gmail pt-br | Em ter., 26 de out. de 2021 às 14:25, John Doe <john@acme.test> escreveu:
gmail ro | În mar., 26 oct. 2021 la 14:25, John Doe <john@acme.test> a scris:
gmail ru | вт, 26 окт. 2021 г. в 14:25, John Doe <john@acme.test>:
gmail sk | ut 26. 10. 2021 o 14:25 John Doe <john@acme.test> napísal(a):
gmail sl | V V tor., 26. okt. 2021 ob 14:25 je oseba John Doe <john@acme.test> napisala:
gmail sr | уто, 26. окт 2021. у 14:25 John Doe <john@acme.test> је написао/ла:
gmail sv | Den tis 26 okt. 2021 kl 14:25 skrev John Doe <john@acme.test>:
gmail th | ในวันที่ อ. 26 ต.ค. 2021 เวลา 14:25 John Doe <john@acme.test> เขียนว่า:
gmail tr | John Doe <john@acme.test>, 26 Eki 2021 Sal, 14:25 tarihinde şunu yazdı:
gmail uk | вт, 26 жовт. 2021 р. о 14:25 John Doe <john@acme.test> пише:
gmail vi | Vào Th 3, 26 thg 10, 2021 vào lúc 14:25 John Doe <john@acme.test> đã viết:
gmail zh-cn | John Doe <john@acme.test> 于2021年10月26日周二 14:25写道：
gmail zh-tw | John Doe <john@acme.test> 於 2021年10月26日 週二 下午2:25寫道：
apple ca | El dia 26 oct. 2021, a les 14:25, John Doe <john@acme.test> va escriure:
apple cs | 26. 10. 2021 v 14:25, John Doe <john@acme.test>:
apple da | Den 26. okt. 2021 kl. 14.25 skrev John Doe <john@acme.test>:
apple de | Am 26.10.2021 um 14:25 schrieb John Doe <john@acme.test>:
apple el | Στις 26 Οκτ 2021, στις 14:25, ο/η John Doe <john@acme.test> έγραψε:
apple en | On Oct 26, 2021, at 2:25 PM, John Doe <john@acme.test> wrote:
apple en | On 26 Oct 2021, at 14:25, John Doe <john@acme.test> wrote:
apple es | El 26 oct 2021, a las 14:25, John Doe <john@acme.test> escribió:
apple fi | John Doe <john@acme.test> kirjoitti 26.10.2021 kello 14.25:
apple fr | Le 26 oct. 2021 à 14:25, John Doe <john@acme.test> a écrit :
apple hr | Dana 26. 10. 2021., u 14:25, John Doe <john@acme.test> napisao/la je:
apple hu | 2021. okt. 26. dátummal, 14:25 időpontban John Doe <john@acme.test> írta:
apple it | Il giorno 26 ott 2021, alle ore 14:25, John Doe <john@acme.test> ha scritto:
apple ja | 2021/10/26 14:25、John Doe <john@acme.test>のメール：
apple ko | 2021. 10. 26. 오후 2:25, John Doe <john@acme.test> 작성:
apple nl | Op 26 okt. 2021, om 14:25 heeft John Doe <john@acme.test> het volgende geschreven:
apple no | 26. okt. 2021 kl. 14:25 skrev John Doe <john@acme.test>:
apple pl | Wiadomość napisana przez John Doe <john@acme.test> w dniu 26.10.2021, o godz. 14:25:
apple pt | No dia 26/10/2021, às 14:25, John Doe <john@acme.test> escreveu:
apple ro | Pe 26 oct. 2021, la 14:25, John Doe <john@acme.test> a scris:
apple ru | 26 окт. 2021 г., в 14:25, John Doe <john@acme.test> написал(а):
apple sk | 26. 10. 2021 o 14:25, používateľ John Doe <john@acme.test> napísal:
apple sv | 26 okt. 2021 kl. 14:25 skrev John Doe <john@acme.test>:
apple tr | John Doe <john@acme.test> şunları yazdı (26 Eki 2021 14:25):
apple uk | 26 жовт. 2021 р. о 14:25 John Doe <john@acme.test> написав(ла):
apple zh-cn | 在 2021年10月26日，14:25，John Doe <john@acme.test> 写道：
apple zh-tw | John Doe <john@acme.test> 於 2021年10月26日 下午2:25 寫道：
thunderbird bg | На 26.10.21 г. в 14:25 ч., John Doe написа:
thunderbird cs | Dne 26. 10. 21 v 14:25 John Doe napsal(a):
thunderbird da | Den 26.10.2021 kl. 14.25 skrev John Doe:
thunderbird de | Am 26.10.21 um 14:25 schrieb John Doe:
thunderbird el | Στις 26/10/2021 14:25, ο John Doe έγραψε:
thunderbird en | On 10/26/21 14:25, John Doe wrote:
thunderbird es | El 26/10/21 a las 14:25, John Doe escribió:
thunderbird et | 26.10.2021 14:25 John Doe kirjutas:
thunderbird fi | John Doe kirjoitti 26.10.2021 klo 14.25:
thunderbird fr | Le 26/10/2021 à 14:25, John Doe a écrit :
thunderbird hr | Dana 26.10.2021. u 14:25, John Doe je napisao/la:
thunderbird hu | 2021. 10. 26. 14:25 keltezéssel, John Doe írta:
thunderbird it | Il 26/10/21 14:25, John Doe ha scritto:
thunderbird ja | On 2021/10/26 14:25, John Doe wrote:
thunderbird ko | 21. 10. 26. 14:25에 John Doe 이(가) 쓴 글:
thunderbird lt | 2021-10-26 14:25, John Doe rašė:
thunderbird nl | Op 26-10-2021 om 14:25 schreef John Doe:
thunderbird no | Den 26.10.2021 14:25, skrev John Doe:
thunderbird pl | W dniu 26.10.2021 o 14:25, John Doe pisze:
thunderbird pt | Às 14:25 de 26/10/2021, John Doe escreveu:
thunderbird pt-br | Em 26/10/2021 14:25, John Doe escreveu:
thunderbird ro | La 26.10.2021 14:25, John Doe a scris:
thunderbird ru | 26.10.2021 14:25, John Doe пишет:
thunderbird sk | Dňa 26. 10. 2021 o 14:25 John Doe napísal(a):
thunderbird sl | Dne 26. 10. 2021 ob 14:25 je John Doe napisal(a):
thunderbird sv | Den 2021-10-26 kl. 14:25, skrev John Doe:
thunderbird tr | 26.10.2021 14:25 tarihinde John Doe yazdı:
thunderbird uk | 26.10.21 14:25, John Doe пише:
thunderbird zh-cn | 在 2021/10/26 14:25, John Doe 写道:
thunderbird zh-tw | John Doe 於 2021/10/26 下午 02:25 寫道:
yahoo de | Am Dienstag, 26. Oktober 2021, 14:25:08 MESZ hat John Doe <john@acme.test> Folgendes geschrieben:
yahoo el | Στις Τρίτη 26 Οκτωβρίου 2021 στις 02:25:08 μ.μ. EEST, ο χρήστης John Doe <john@acme.test> έγραψε:
yahoo en | On Tuesday, October 26, 2021, 02:25:08 PM EDT, John Doe <john@acme.test> wrote:
yahoo es | En martes, 26 de octubre de 2021, 14:25:08 CEST, John Doe <john@acme.test> escribió:
yahoo fr | Le mardi 26 octobre 2021 à 14:25:08 UTC+2, John Doe <john@acme.test> a écrit :
yahoo it | Il martedì 26 ottobre 2021, 14:25:08 CEST, John Doe <john@acme.test> ha scritto:
yahoo nl | Op dinsdag 26 oktober 2021 14:25:08 CEST schreef John Doe <john@acme.test>:
yahoo pl | W dniu wtorek, 26 października 2021 14:25:08 CEST użytkownik John Doe <john@acme.test> napisał:
yahoo pt-br | Em terça-feira, 26 de outubro de 2021 14:25:08 BRT, John Doe <john@acme.test> escreveu:
yahoo ro | În marți, 26 octombrie 2021 la 14:25:08 EEST, John Doe <john@acme.test> a scris:
yahoo ru | вторник, 26 октября 2021 г., 14:25:08 GMT+3, John Doe <john@acme.test> написал(-а):
yahoo sv | Den tisdag 26 oktober 2021 14:25:08 CEST skrev John Doe <john@acme.test>:
yahoo zh-cn | 在 2021年10月26日星期二 下午2:25:08 [GMT+8]， John Doe<john@acme.test> 写道：
zoho en | ---- On Tue, 26 Oct 2021 14:25:08 +0200 John Doe <john@acme.test> wrote ----
zoho en | On Tue, 26 Oct 2021 14:25:08 +0200 John Doe <john@acme.test> wrote
mail.ru ru | Вторник, 26 октября 2021, 14:25 +03:00 от John Doe <john@acme.test>:
yandex ru | 26.10.2021, 14:25, "John Doe" <john@acme.test>:
netease zh | At 2021-10-26 14:25:08, "John Doe" <john@acme.test> wrote:
netease zh | 在 2021-10-26 14:25:08，"John Doe" <john@acme.test> 写道：
roundcube en | On 2021-10-26 14:25, John Doe wrote:
roundcube de | Am 2021-10-26 14:25, schrieb John Doe:
roundcube fr | Le 2021-10-26 14:25, John Doe a écrit :
roundcube nl | John Doe schreef op 2021-10-26 14:25:
roundcube cs | Dne 2021-10-26 14:25, John Doe napsal:
front en | On October 26, 2021 at 2:25 PM, John Doe (john@acme.test) wrote:
missive en | On October 26, 2021 at 2:25 PM, John Doe~(john@acme.test) wrote:
proton en | On Tuesday, October 26th, 2021 at 14:25, John Doe <john@acme.test> wrote:
hey en | On October 26, 2021, John Doe <john@acme.test> wrote:
zimbra fr | De: "John Doe" <john@acme.test>~À: "Dana" <dana@clinic.test>~Envoyé: Mardi 26 Octobre 2021 14:25:08~Objet: Re: note
zimbra de | Von: "John Doe" <john@acme.test>~An: "Dana" <dana@clinic.test>~Gesendet: Dienstag, 26. Oktober 2021 14:25:08~Betreff: Re: note
gmx de | Gesendet: Dienstag, 26. Oktober 2021 um 14:25 Uhr~Von: "John Doe" <john@acme.test>~An: dana@clinic.test~Betreff: Re: note
old gmail en | 2021-10-26 14:25 GMT+02:00 John Doe <john@acme.test>:
old gmail de | Am 26. Oktober 2021 um 14:25 schrieb John Doe <john@acme.test>:
old gmail fr | Le 26 octobre 2021 à 14:25, John Doe <john@acme.test> a écrit :
old gmail es | El 26 de octubre de 2021, 14:25, John Doe<john@acme.test> escribió:
old gmail ru | 26 октября 2021 г., 14:25 пользователь John Doe <john@acme.test> написал:
old gmail sv | Den 26 oktober 2021 14:25 skrev John Doe <john@acme.test>:
samsung en | -------- Original message --------~From: John Doe <john@acme.test> ~Date: 10/26/21  14:25  (GMT-05:00) ~To: dana@clinic.test ~Subject: Re: note 
outlook ios | ________________________________~From: John Doe <john@acme.test>~Sent: Tuesday, October 26, 2021 2:25:08 PM~To: Dana <dana@clinic.test>~Subject: Re: note
k-9 de | Am 26. Oktober 2021 14:25:08 MESZ schrieb John Doe <john@acme.test>:
k-9 en | On October 26, 2021 2:25:08 PM GMT+02:00, John Doe <john@acme.test> wrote:
k-9 fr | Le 26 octobre 2021 14:25:08 GMT+02:00, John Doe <john@acme.test> a écrit :
kmail de | Am Dienstag, 26. Oktober 2021, 14:25:08 CEST schrieb John Doe:
evolution en | On Tue, 2021-10-26 at 14:25 +0200, John Doe wrote:
evolution de | Am Dienstag, dem 26.10.2021 um 14:25 +0200 schrieb John Doe:
evolution fr | Le mardi 26 octobre 2021 à 14:25 +0200, John Doe a écrit :
emacs en | John Doe <john@acme.test> writes:
mutt en | * John Doe <john@acme.test> [2021-10-26 14:25]:
windows mail en | From: John Doe<mailto:john@acme.test>~Sent: Tuesday, October 26, 2021 2:25 PM~To: Dana<mailto:dana@clinic.test>~Subject: Re: note
`);
