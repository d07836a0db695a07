import type { Stroke } from './killer.ts';
import type { Fate } from './laws.ts';
import type { DrillReport } from './run-drill.ts';

const MOST_BROKEN = 12;

/** The whole tally as text: per kind of mail, per kill, and every law. */
export function tallyOf(report: DrillReport): string {
  const { options, fates, evidence, seconds, verdicts, deliveries } = report;
  const broken = verdicts.filter((verdict) => verdict.broken.length > 0);
  const kinds = [...Map.groupBy(fates, ({ mail }) => mail.kind)].sort(([one], [other]) => one.localeCompare(other));
  return [
    table(
      ['mails', 'sent', 'replies', 'silent', 'unknown', 'failed'],
      [...kinds.map(([kind, theirs]) => rowOf(kind, theirs)), rowOf('all', fates)],
    ),
    table(
      ['killed', 'times', 'seconds until it stood again'],
      [...report.kills].sort().map(([name, stroke]) => [name, `${stroke.times}`, meanSeconds(stroke)]),
    ),
    table(
      ['the mail server that takes replies', 'times'],
      [...report.mischief].sort().map(([name, { times }]) => [name, `${times}`]),
    ),
    heldOf(report),
    verdicts.map(({ law, broken: faults }) => `${faults.length === 0 ? 'kept  ' : 'BROKEN'}  ${law}`).join('\n'),
    ...broken.map(({ law, broken: faults }) => `${law}: ${faults.length}\n  ${listed(faults)}`),
    `seed ${options.seed}, queue on ${options.queue}: ${fates.length} mails in ${deliveries} deliveries, ` +
      `${evidence.replies.length} replies, ${report.kills.values().reduce((sum, { times }) => sum + times, 0)} kills, ` +
      `${(seconds.delivering + seconds.draining).toFixed(0)} s (${seconds.draining.toFixed(0)} s of it draining); ` +
      `${broken.length === 0 ? 'all laws kept' : `${broken.length} laws broken`}`,
  ].join('\n\n');
}

function rowOf(kind: string, fates: readonly Fate[]): readonly string[] {
  const count = (is: (fate: Fate) => boolean) => `${fates.filter(is).length}`;
  return [
    kind,
    `${fates.length}`,
    `${fates.reduce((sum, { replies }) => sum + replies, 0)}`,
    count(({ replies, isUnknown }) => replies === 0 && !isUnknown),
    count(({ isUnknown }) => isUnknown),
    count(({ consultations }) => consultations.some(({ status }) => status === 'failed')),
  ];
}

/** What is held for a person, by its reason, and whether the reply arrived. */
function heldOf({ evidence: { consultations, replies } }: DrillReport): string {
  const arrived = new Map(replies.map(({ consultationId, isAcknowledged }) => [consultationId, isAcknowledged]));
  const held = consultations.filter(({ status }) => status === 'held');
  const whys = held.map(({ id, phase, reason }) => {
    const end = { true: 'arrived and acknowledged', false: 'arrived', undefined: 'not arrived' };
    return `${phase ?? 'no reply'}, ${reason ?? ''}: ${end[`${arrived.get(id)}`]}`;
  });
  const lines = [...Map.groupBy(whys, (why) => why)].map(([why, same]) => `  ${same.length} x ${why}`);
  return [`held for a person: ${held.length}`, ...lines].join('\n');
}

function meanSeconds({ times, downMs }: Stroke): string {
  return (downMs / times / 1_000).toFixed(1);
}

function listed(faults: readonly string[]): string {
  const more = faults.length > MOST_BROKEN ? [`and ${faults.length - MOST_BROKEN} more`] : [];
  return [...faults.slice(0, MOST_BROKEN), ...more].join('\n  ');
}

/** The first column flush left, the others flush right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) => line.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map((cells) => cells.join('  '))
    .join('\n');
}
