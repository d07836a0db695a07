#!/usr/bin/env node
// Plain JavaScript, so that an older Node can read it and say what is wrong.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `caseconsult needs Node 24 and this is ${process.versions.node}: run it as "npm run caseconsult -- ..." or "npx --no-install caseconsult ...", which bring the right one.\n`,
  );
  process.exit(1);
}
await import('./main.ts');
