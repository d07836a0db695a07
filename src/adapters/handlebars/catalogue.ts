import type { ReplyView } from '../../core/reply/view.ts';

type Name = ReplyView['template'];

/** Template name -> its two files under templates/; the view type hangs on the name. */
export const CATALOGUE = {
  case: { html: 'reply/case.html.hbs', text: 'reply/case.text.hbs' },
  'case-short': { html: 'reply/case.html.hbs', text: 'reply/case-short.text.hbs' },
  question: { html: 'reply/question.html.hbs', text: 'reply/question.text.hbs' },
  notice: { html: 'notice/notice.html.hbs', text: 'notice/notice.text.hbs' },
} as const satisfies Record<Name, { readonly html: string; readonly text: string }>;
