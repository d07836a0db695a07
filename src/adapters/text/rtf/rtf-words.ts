/** Control words of the Rich Text Format Specification 1.9.1 that decide what is text and where it stands. */

export type RtfFlow = 'header' | 'body' | 'footer';

/** Groups that hold no text of the document. Those that begin with \* are skipped unless they are known below. */
export const SKIPPED = new Set(
  (
    'colortbl stylesheet info pict object objdata filetbl listtable listoverridetable revtbl rsidtbl generator ' +
    'themedata colorschememapping datastore latentstyles xmlnstbl sp sn sv shprslt nonshppict do annotation atnid ' +
    'atnauthor bkmkstart bkmkend fldinst datafield formfield template pgdsctbl private1 tc txe xe mmath keycode'
  ).split(' '),
);
/** Starred groups that a reader of the document sees: text boxes, and Unicode twins of what stands before them. */
export const SEEN_STARRED = new Set(['shpinst', 'shptxt', 'footnote']);
export const FLOWS: Readonly<Record<string, RtfFlow>> = {
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'header',
  footer: 'footer',
  footerl: 'footer',
  footerr: 'footer',
  footerf: 'footer',
};
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '\u2014',
  endash: '\u2013',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '\u2022',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  line: '\n',
  lbr: '\n',
};
export const SYMBOLS: Readonly<Record<string, string>> = { '~': ' ', _: '-', '\t': '\t' };
