import type { ConsultationId } from '../../../src/core/model/ids.ts';
import type { Counter } from '../../../src/core/model/sender.ts';
import type { Clock, SenderStore } from '../../../src/pipeline/ports.ts';
import type { MemoryConsultation } from './memory-consultation.ts';

export function createMemorySenders(clock: Clock, byId: ReadonlyMap<ConsultationId, MemoryConsultation>): SenderStore {
  const noticed: { readonly to: string; readonly day: string; readonly id: ConsultationId }[] = [];
  const counted: { readonly of: string; readonly id: ConsultationId; readonly at: number }[] = [];
  const confirmed = new Map<string, ConsultationId>();

  const noticeTo = (address: string, kind: string): string => `${kind} ${address.trim().toLowerCase()}`;
  const count = ({ of, withinMs = Number.POSITIVE_INFINITY }: Counter, at: number): number => {
    const times = counted.filter((one) => one.of === of).map((one) => one.at);
    if (withinMs === Number.POSITIVE_INFINITY) return times.length;
    const before = times.filter((time) => time > at - withinMs && time <= at).length;
    const behind = times.filter((time) => time >= at && time < at + withinMs).length;
    return Math.max(before, behind);
  };
  const note = (id: ConsultationId, at: number, counters: readonly Counter[]): void => {
    for (const of of new Set(counters.map((counter) => counter.of))) {
      if (counted.some((one) => one.of === of && one.id === id)) continue;
      counted.push({ of, id, at });
    }
  };

  return {
    mayNotify: async (address, kind, id) => {
      const to = noticeTo(address, kind);
      const day = clock.now().toISOString().slice(0, 10);
      const isFirst = noticed.every((notice) => notice.to !== to || notice.day !== day);
      if (isFirst) noticed.push({ to, day, id });
      return noticed.some((notice) => notice.to === to && notice.id === id);
    },
    arrive: async (id, at, counters) => {
      note(id, at.getTime(), counters);
      return counters.find((counter) => count(counter, at.getTime()) > counter.most);
    },
    grant: async (id, at, counters) => {
      if (counters.some(({ of }) => counted.some((one) => one.of === of && one.id === id))) return undefined;
      const usedUp = counters.find((counter) => count(counter, at.getTime()) >= counter.most);
      if (usedUp === undefined) note(id, at.getTime(), counters);
      return usedUp;
    },
    confirm: async (address, answered, id) => {
      const sender = address.trim().toLowerCase();
      const asked = noticed.find(
        (notice) => notice.to === noticeTo(sender, 'confirm') && notice.id === answered?.consultationId,
      );
      const isKey = asked !== undefined && byId.get(asked.id)?.caseKey === answered?.caseKey;
      if (isKey && !confirmed.has(sender)) confirmed.set(sender, id);
      const by = confirmed.get(sender);
      if (by === undefined) return 'no';
      return by === id ? 'now' : 'before';
    },
  };
}
