/** Providers whose addresses belong to unrelated people: sharing the domain says nothing of two of them. */
const PUBLIC_MAIL: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.de yahoo.fr yahoo.co.in yahoo.co.jp
  outlook.com hotmail.com hotmail.co.uk hotmail.fr hotmail.de live.com live.co.uk msn.com passport.com outlook.de
  icloud.com me.com mac.com aol.com aim.com proton.me protonmail.com pm.me gmx.com gmx.net gmx.de gmx.at web.de mail.com
  zoho.com zohomail.com yandex.com yandex.ru mail.ru inbox.ru bk.ru list.ru rambler.ru fastmail.com fastmail.fm
  hushmail.com tutanota.com tuta.io tutamail.com hey.com duck.com qq.com 163.com 126.com sina.com foxmail.com naver.com
  daum.net hanmail.net rediffmail.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net
  earthlink.net optonline.net frontier.com btinternet.com sky.com virginmedia.com t-online.de freenet.de orange.fr
  wanadoo.fr free.fr laposte.net libero.it virgilio.it telenet.be ziggo.nl kpnmail.nl shaw.ca rogers.com bigpond.com`.split(
    /\s+/,
  ),
);

export function isPublicMail(domain: string): boolean {
  return PUBLIC_MAIL.has(domain.toLowerCase());
}
