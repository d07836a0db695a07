/** Each is loaded when it runs: what another one needs is no part of its memory. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  mail: async () => (await import('./mail-loops.ts')).measureMailLoops(),
  inspect: async () => (await import('./inspect.ts')).measureInspect(),
  import: async () => (await import('./official-import.ts')).measureImport(),
  questions: async () => (await import('./questions.ts')).measureQuestions(),
  notes: async () => (await import('./notes.ts')).measureNotes(),
  check: async () => (await import('./check-pairs.ts')).measureCheck(),
  lookup: async () => (await import('./lookup.ts')).measureLookup(),
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
