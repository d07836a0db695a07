import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReplyRenderer } from '../../../src/adapters/handlebars/reply-renderer.ts';
import { templateFolder } from '../../../src/adapters/handlebars/template-folder.ts';

let folder: string;
const write = (file: string, source: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), source);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'templates-'));
  write('partials/name.html.hbs', '<b>{{name}}</b>');
  write('partials/name.text.hbs', '*{{name}}*');
  write('page.html.hbs', '{{> name}}');
  write('page.text.hbs', '{{> name}}');
  write('unknown.html.hbs', '{{shout name}}');
  write('broken.html.hbs', '{{#if name}}');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('templates', () => {
  it('escape HTML and leave text alone, partials included', () => {
    const view = { name: `<i>"O'Hara" & {{name}}</i>` };
    expect(templateFolder(folder, 'html')('page.html.hbs')(view)).toBe(
      '<b>&lt;i&gt;&quot;O&#x27;Hara&quot; &amp; {{name}}&lt;/i&gt;</b>',
    );
    expect(templateFolder(folder, 'text')('page.text.hbs')(view)).toBe(`*${view.name}*`);
  });

  it('fail loudly when the view lacks a field or a helper is not known', () => {
    const compile = templateFolder(folder, 'html');
    expect(() => compile('page.html.hbs')({})).toThrow('"name" not defined');
    expect(() => compile('unknown.html.hbs')({ name: 'x' })).toThrow();
  });

  it('fail when they are loaded, not when a reply is due, if one is broken or missing', () => {
    expect(() => templateFolder(folder, 'html')('broken.html.hbs')).toThrow();
    expect(() => createReplyRenderer(folder)).toThrow();
  });
});
