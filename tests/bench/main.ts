import { measureCheck } from './check-pairs.ts';
import { measureInspect } from './inspect.ts';
import { measureLookup } from './lookup.ts';
import { measureMailLoops } from './mail-loops.ts';
import { measureNotes } from './notes.ts';
import { measureImport } from './official-import.ts';
import { measureQuestions } from './questions.ts';

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  mail: measureMailLoops,
  inspect: measureInspect,
  import: measureImport,
  questions: measureQuestions,
  notes: measureNotes,
  check: measureCheck,
  lookup: measureLookup,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(
    `bench: no such measurement: ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}\n`,
  );
  process.exit(1);
}
for (const [name, measure] of Object.entries(BENCHES)) {
  if (wanted.length === 0 || wanted.includes(name)) await measure();
}
