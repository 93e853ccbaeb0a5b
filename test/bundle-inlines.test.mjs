import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import esbuild from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { shared } from '../esbuild.config.mjs';
import { readInline } from '../src/core/read/inline.ts';
import { runs } from './runs.ts';

/** What opens a block in Markdown, at the start of a line or after something that might be taken for it. */
const BLOCKS = [
  '# x',
  '> x',
  '- x',
  '1. x',
  '[x]: y',
  '[x]: <y> "z"',
  '```js',
  '~~~',
  '***',
  '---',
  '===',
  '<div>',
  '<!-- x',
  '<?php',
  '| a | b |',
  '|---|---|',
  '    x',
  '\tx',
  '[^1]: x',
];
const PIECES = [
  ...BLOCKS,
  ...['*', '_', '`', '[', ']', '(', ')', '<', '>', '!', '\\', '|', '~', '=', '%', '$', '&', ';', '"', ':', '#', '-'],
  ...['a', 'Norvane', ' ', '  ', '\t', '\n', '\r\n', '.', '. ', '&amp;', '&eacute;', '&#35;', '&notit;', '&Tab;'],
  ...['[[Ana]]', '[x](y)', '![x](y)', '<https://x.example>', '<b>', '</b>', '**', '__', '\u0000', '\ufeff', '\u2028'],
];

/** The reading of lines as it is shipped, built as both programs are. */
async function built(plugins) {
  const { outputFiles } = await esbuild.build({
    ...shared,
    plugins,
    entryPoints: ['src/core/read/inline.ts'],
    format: 'cjs',
    platform: 'node',
    write: false,
  });
  return outputFiles[0].text;
}

/** Every line of the sample vault and of the odd notes. */
function fixtureLines() {
  const notes = readdirSync('fixtures', { recursive: true }).filter((path) => path.endsWith('.md'));
  return [...new Set(notes.flatMap((path) => readFileSync(`fixtures/${path}`, 'utf8').split(/\r?\n/)))];
}

describe('the reading of lines as it is shipped, without Markdown’s blocks', () => {
  let shipped;
  let readAsShipped;

  beforeAll(async () => {
    shipped = await built(shared.plugins);
    const module = { exports: {} };
    runInNewContext(shipped, { module, exports: module.exports, require: createRequire(import.meta.url) });
    readAsShipped = module.exports.readInline;
  });

  it('knows no blocks, which the whole of remark does', async () => {
    const blocks = ['tokenizeThematicBreak', 'tokenizeCodeFenced', 'tokenizeHtmlFlow', 'tokenizeDefinition'];
    const whole = await built([]);
    expect({
      whole: blocks.filter((name) => whole.includes(name)),
      shipped: blocks.filter((name) => shipped.includes(name)),
    }).toEqual({ whole: blocks, shipped: [] });
  });

  it('reads every line of the fixtures as remark as a whole does', () => {
    const lines = fixtureLines();
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.map((line) => readAsShipped(line))).toEqual(lines.map((line) => readInline(line)));
  });

  it.each(BLOCKS)('reads “%s” as remark as a whole does, wherever it stands', (block) => {
    for (const line of [
      block,
      `${block} *a*`,
      `*a* ${block}`,
      `. ${block}`,
      `${block}\n${block}`,
      `*a*\n${block}\n\n*b*`,
    ])
      expect(readAsShipped(line), line).toEqual(readInline(line));
  });

  it('reads any line as remark as a whole does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 }))),
        (pieces) => {
          const line = pieces.join('');
          expect(readAsShipped(line)).toEqual(readInline(line));
        },
      ),
      runs(3_000),
    );
  });
});
