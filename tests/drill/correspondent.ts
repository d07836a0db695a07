import type { SmtpSink } from '../support/smtp-sink.ts';
import { answerMail, headerOf, readHead } from './answer-mails.ts';
import { type DrillMail, replyKey } from './drill-mail.ts';
import type { PostOffice } from './post-office.ts';

/** Plays the people and machines that get our replies: answers the first reply to each mail as it was planned. */
export function createCorrespondent(sink: SmtpSink, post: PostOffice) {
  const toAnswer = new Map<string, DrillMail>();
  let seen = 0;
  let answers = 0;
  return {
    expect(mails: readonly DrillMail[]): void {
      for (const mail of mails) {
        if (mail.answered !== undefined) toAnswer.set(replyKey(mail.from, mail.messageId), mail);
      }
    },
    answerNew(): void {
      for (; seen < sink.mails.length; seen += 1) {
        const { source, to } = sink.mails[seen] ?? { source: Buffer.alloc(0), to: [] };
        const key = replyKey(to[0] ?? '', headerOf(readHead(source).head, 'in-reply-to')?.replace(/^<|>$/g, ''));
        const mail = toAnswer.get(key);
        if (mail?.answered === undefined) continue;
        toAnswer.delete(key);
        answers += 1;
        post.post(answerMail(`a${String(answers).padStart(5, '0')}`, mail.answered, mail, source));
      }
    },
  };
}
