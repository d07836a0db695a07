import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';

export const TEMPLATES_DIR = fileURLToPath(new URL('../../../templates', import.meta.url));

/** Fills one template; throws when the view lacks a field that the template names. */
export type Fill = (view: object) => string;

/** Loads and compiles templates of one kind: HTML is always escaped, text never is. */
export function templateFolder(dir: string, kind: 'html' | 'text'): (file: string) => Fill {
  const suffix = `.${kind}.hbs`;
  const handlebars = Handlebars.create();
  const options: CompileOptions = { strict: true, knownHelpersOnly: true, noEscape: kind === 'text' };
  const compiled = new Map<string, Fill>();
  for (const file of readdirSync(join(dir, 'partials')).filter((name) => name.endsWith(suffix))) {
    handlebars.registerPartial(file.slice(0, -suffix.length), compile(`partials/${file}`));
  }
  function compile(file: string): Fill {
    const known = compiled.get(file);
    if (known !== undefined) return known;
    // Parsed at once: a broken template stops the boot, not a reply.
    const fill: Fill = handlebars.compile(handlebars.parse(readFileSync(join(dir, file), 'utf8')), options);
    compiled.set(file, fill);
    return fill;
  }
  return compile;
}
