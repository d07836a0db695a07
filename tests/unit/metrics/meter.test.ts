import { describe, expect, it } from 'vitest';
import { createMeter, type Meter } from '../../../src/adapters/metrics/meter.ts';
import { meteredPostman, meteredReader, meteredStore } from '../../../src/adapters/metrics/metered.ts';
import type { AttachmentText } from '../../../src/core/model/inbound-email.ts';
import type { Postman, SendOutcome } from '../../../src/pipeline/sending-port.ts';
import { createMemoryStores } from '../../support/memory/stores.ts';
import { accepted, answer, ignored, mustClaim, outgoing, receiveSome, testClock } from '../../support/stores.ts';

/** The lines of a metric without the label of the process, as Prometheus reads them. */
async function linesOf(meter: Meter, name: string): Promise<string[]> {
  const { body } = await meter.text();
  const lines = body.split('\n').filter((line) => line.startsWith(`caseconsult_${name}`));
  return lines.map((line) =>
    line
      .slice('caseconsult_'.length)
      .replace(/,?process="test"/, '')
      .replace('{,', '{')
      .replace('{}', ''),
  );
}

const meterOf = (): Meter => createMeter({ process: 'test' });

describe('the metered store', () => {
  const clock = testClock();
  const opened = (meter: Meter) => {
    const stores = createMemoryStores({ clock, leaseMs: 10_000, attempts: 2 });
    return { ...stores, consultations: meteredStore(stores.consultations, meter, clock) };
  };

  it('counts what intake decided, by verdict', async () => {
    const meter = meterOf();
    const stores = opened(meter);
    for (const result of [accepted, ignored, ignored]) {
      const claim = await mustClaim(stores, await receiveSome(stores), 'intake');
      await stores.consultations.finishIntake(claim, result);
    }
    expect(await linesOf(meter, 'mails_total')).toEqual([
      'mails_total{decision="accepted",verdict="question"} 1',
      'mails_total{decision="closed",verdict="auto_reply"} 2',
    ]);
    expect(await linesOf(meter, 'stage_seconds_count')).toEqual([
      'stage_seconds_count{stage="intake",outcome="done"} 3',
    ]);
  });

  it('counts no decision of a worker that lost its lease', async () => {
    const meter = meterOf();
    const stores = opened(meter);
    const claim = await mustClaim(stores, await receiveSome(stores), 'intake');
    clock.pass(10_000);
    await mustClaim(stores, claim.id, 'intake');
    expect(await stores.consultations.finishIntake(claim, accepted)).toBe(false);
    expect(await linesOf(meter, 'mails_total')).toEqual([]);
    expect(await linesOf(meter, 'stage_seconds_count')).toEqual([
      'stage_seconds_count{stage="intake",outcome="lost"} 1',
    ]);
  });

  it('tells tries that failed from the last one', async () => {
    const meter = meterOf();
    const stores = opened(meter);
    const id = await receiveSome(stores);
    for (const _ of [1, 2]) {
      const claim = await mustClaim(stores, id, 'intake');
      await stores.consultations.release(claim, { reason: 'fault', notBefore: clock.now() });
    }
    expect(await linesOf(meter, 'stage_seconds_count')).toEqual([
      'stage_seconds_count{stage="intake",outcome="retry"} 1',
      'stage_seconds_count{stage="intake",outcome="held"} 1',
    ]);
  });

  it('measures from the mail to its reply', async () => {
    const meter = meterOf();
    const stores = opened(meter);
    const id = await receiveSome(stores);
    await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), accepted);
    await stores.consultations.finishCoding(await mustClaim(stores, id, 'coding'), answer, []);
    clock.pass(42_000);
    await stores.consultations.finishReply(await mustClaim(stores, id, 'reply'), 'answered', 'sent');
    expect(await linesOf(meter, 'reply_latency_seconds_sum')).toEqual(['reply_latency_seconds_sum 42']);
    expect(await linesOf(meter, 'replies_total')).toEqual(['replies_total{outcome="answered"} 1']);
  });
});

describe('the meter', () => {
  it('counts sending by outcome and class of reply code', async () => {
    const meter = meterOf();
    const outcomes: readonly SendOutcome[] = [
      { outcome: 'sent', replyCode: 250 },
      { outcome: 'retry', replyCode: 451, why: 'greylisted, jane.roe@clinic.example' },
      { outcome: 'retry', replyCode: undefined, why: 'no line' },
      { outcome: 'refused', replyCode: 550, why: 'no such user' },
      { outcome: 'unknown', why: 'the line fell' },
    ];
    for (const outcome of outcomes) {
      const postman: Postman = { send: async () => outcome };
      await meteredPostman(postman, meter).send(outgoing, async () => undefined);
    }
    expect(await linesOf(meter, 'smtp_total')).toEqual([
      'smtp_total{outcome="sent",code="2xx"} 1',
      'smtp_total{outcome="retry",code="4xx"} 1',
      'smtp_total{outcome="retry",code="none"} 1',
      'smtp_total{outcome="refused",code="5xx"} 1',
      'smtp_total{outcome="unknown",code="none"} 1',
    ]);
    expect((await meter.text()).body).not.toContain('jane.roe');
  });

  it('counts attachments by kind and fault, never by name', async () => {
    const meter = meterOf();
    const read = (over: Partial<AttachmentText>) => ({
      timeForMail: () => ({ leftMs: 1_000 }),
      read: async () => ({
        ...{ filename: 'x', type: 'x', bytes: 1, text: '' },
        ocrConfidence: undefined,
        error: undefined,
        ...over,
      }),
    });
    const part = (filename: string, contentType: string) => ({
      filename,
      contentType,
      bytes: Buffer.of(1),
      inline: false,
    });
    await meteredReader(read({ ocrConfidence: 83 }), meter).read(part('Jane Roe.tiff', 'application/octet-stream'));
    await meteredReader(read({ error: 'expands-too-far' }), meter).read(
      part('Jane Roe.docx', 'application/octet-stream'),
    );
    await meteredReader(read({ error: 'unsupported' }), meter).read(part('Jane Roe', 'x/jane-roe'));
    expect(await linesOf(meter, 'attachments_total')).toEqual([
      'attachments_total{kind="image",outcome="ok"} 1',
      'attachments_total{kind="word",outcome="expands-too-far"} 1',
      'attachments_total{kind="other",outcome="unsupported"} 1',
    ]);
    expect(await linesOf(meter, 'ocr_confidence_percent_sum')).toEqual(['ocr_confidence_percent_sum 83']);
    expect((await meter.text()).body.toLowerCase()).not.toContain('jane');
  });

  it('takes a verdict it does not know for "other"', async () => {
    const meter = meterOf();
    meter.decided('closed', 'From: jane@clinic.example');
    expect(await linesOf(meter, 'mails_total')).toEqual(['mails_total{decision="closed",verdict="other"} 1']);
  });

  it('tells whether the mailbox is open and how long ago it was swept', async () => {
    const meter = meterOf();
    expect(await linesOf(meter, 'imap')).toEqual([]);
    const mailbox = meter.mailbox();
    expect(await linesOf(meter, 'imap')).toEqual(['imap_connected 0']);
    mailbox.opened();
    mailbox.synced();
    const [connected, age = ''] = await linesOf(meter, 'imap');
    expect(connected).toBe('imap_connected 1');
    expect(Number(age.split(' ')[1])).toBeGreaterThanOrEqual(0);
    mailbox.lost();
    expect(mailbox.isConnected()).toBe(false);
  });

  it('asks for open work once for scrapes in a row, prints zeros, and nothing stale after a fault', async () => {
    const meter = meterOf();
    let asked = 0;
    meter.watchOpenWork(async () => {
      asked += 1;
      const open = [{ stage: 'coding', status: 'waiting', count: 3 }] as const;
      return { open, oldestSeconds: 7, attention: [{ kind: 'review', count: 2 }], expiring: 1 };
    });
    await Promise.all([meter.text(), meter.text()]);
    expect(await linesOf(meter, 'queue_depth')).toContain('queue_depth{stage="coding",status="waiting"} 3');
    expect(await linesOf(meter, 'queue_depth')).toContain('queue_depth{stage="reply",status="waiting"} 0');
    expect(await linesOf(meter, 'attention')).toContain('attention{kind="refused"} 0');
    expect(await linesOf(meter, 'oldest_open_seconds')).toEqual(['oldest_open_seconds 7']);
    expect(asked).toBe(1);

    const down = meterOf();
    down.watchOpenWork(async () => Promise.reject(new Error('down')));
    expect(await linesOf(down, 'open_work_known')).toEqual(['open_work_known 0']);
    expect(await linesOf(down, 'oldest_open_seconds')).toEqual([]);
    expect(await linesOf(down, 'queue_depth')).toEqual([]);
  });
});
