import { deidentify } from '../core/deidentify/deidentify.ts';
import { coding } from '../pipeline/consult.ts';
import { SYSTEM_CLOCK, todayOf } from './clock.ts';
import { codingPorts } from './coding-ports.ts';
import type { Config } from './config/config.ts';
import { openLibrary } from './library.ts';

const NOTE =
  'PROCEDURE PERFORMED: Laparoscopic appendectomy.\nDESCRIPTION: The appendix was divided with a stapler and removed through the port.';

/** Asks the configured model one small made-up case; says how it went, throws when it failed. */
export async function probeModel(config: Config): Promise<string> {
  const { answer, trace } = await coding(
    {
      kind: 'case',
      note: deidentify(NOTE),
      senderText: deidentify('').text,
      limits: [],
      mailedOn: todayOf(SYSTEM_CLOCK),
    },
    'doctor',
    await codingPorts(config, await openLibrary()),
  );
  const asked = trace.find(({ step }) => step === 'model');
  if (answer.origin.draftedBy !== 'model') throw new Error(`the model failed: ${String(asked?.detail['outcome'])}`);
  return `${config.model?.model} answered, ${String(asked?.detail['tokens'])} tokens`;
}
