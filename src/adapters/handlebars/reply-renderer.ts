import { layoutText } from '../../core/reply/layout-text.ts';
import { replyView } from '../../core/reply/reply-view.ts';
import type { ReplyView } from '../../core/reply/view.ts';
import type { ReplyRenderer } from '../../pipeline/sending-port.ts';
import { CATALOGUE } from './catalogue.ts';
import { TEMPLATES_DIR, templateFolder } from './template-folder.ts';

/** Renders replies from the templates of `dir`, all compiled here, once. Throws when one is missing or broken. */
export function createReplyRenderer(dir: string = TEMPLATES_DIR): ReplyRenderer {
  const htmlOf = templateFolder(dir, 'html');
  const textOf = templateFolder(dir, 'text');
  const compile = (name: ReplyView['template']) => ({
    html: htmlOf(CATALOGUE[name].html),
    text: textOf(CATALOGUE[name].text),
  });
  const templates = {
    case: compile('case'),
    'case-short': compile('case-short'),
    question: compile('question'),
    notice: compile('notice'),
  };
  return {
    render(context) {
      const view = replyView(context);
      const { html, text } = templates[view.template];
      return { subject: view.subject, html: html(view), text: layoutText(text(view)) };
    },
  };
}
