import type { ConsultationId } from '../../../src/core/model/ids.ts';
import type { Counter } from '../../../src/core/model/sender.ts';
import type { Clock, SenderStore } from '../../../src/pipeline/ports.ts';
import type { MemoryConsultation } from './memory-consultation.ts';

export function createMemorySenders(clock: Clock, byId: ReadonlyMap<ConsultationId, MemoryConsultation>): SenderStore {
  const noticed: { readonly to: string; readonly day: string; readonly id: ConsultationId }[] = [];
  const counted: { readonly of: string; readonly id: ConsultationId; readonly at: number }[] = [];
  const confirmed = new Map<string, ConsultationId>();

  const noticeTo = (address: string, kind: string): string => `${kind} ${address.trim().toLowerCase()}`;
  const count = ({ of, withinMs }: Counter): number => {
    const since = withinMs === undefined ? 0 : clock.now().getTime() - withinMs;
    return counted.filter((one) => one.of === of && one.at > since).length;
  };
  const note = (id: ConsultationId, counters: readonly Counter[]): void => {
    for (const of of new Set(counters.map((counter) => counter.of))) {
      if (counted.some((one) => one.of === of && one.id === id)) continue;
      counted.push({ of, id, at: clock.now().getTime() });
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
    arrive: async (id, counters) => {
      note(id, counters);
      return counters.find((counter) => count(counter) > counter.most);
    },
    grant: async (id, counters) => {
      if (counters.some(({ of }) => counted.some((one) => one.of === of && one.id === id))) return undefined;
      const usedUp = counters.find((counter) => count(counter) >= counter.most);
      if (usedUp === undefined) note(id, counters);
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
