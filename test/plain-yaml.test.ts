import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../src/cli/yaml.mts';
import { readPlainYaml } from '../src/core/read/plain-yaml.ts';
import { demoNotes } from './demo-vault.ts';

/** Names and values that mean something to YAML, or nearly so. */
const PIECES = [
  ...['type: customer', 'date: 2026-01-02', 'title: "Ana: plan"', "note: 'x # y'", 'tags:', 'aliases: [A, b c]', 'x:'],
  ...[
    '  - Ana Ruiz',
    '- Ana',
    '    - "x"',
    '  - [[Ana]]',
    '  more',
    '# no',
    '',
    ' ',
    'a: b: c',
    'b: c #d',
    'e: f:',
    'null: 1',
  ],
  ...['yes', 'No', '~', '012', '0x1f', '1e3', '.5', '2026-1-2', '12:30', 'true', 'é', '👍', '\t', '\u00a0', '\u2028'],
  ...[
    ': ',
    ':',
    '- ',
    '"',
    "'",
    '[',
    ']',
    ',',
    '{',
    '}',
    '#',
    '&a',
    '*a',
    '!!str',
    '|',
    '>',
    '@',
    '`',
    '%',
    '\\',
    'key: ',
  ],
];
const yaml = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('\n', '\n', '\n', ' ', '')), { maxLength: 8 })
  .map((pieces) => pieces.flat().join(''));

function properties(text: string): unknown {
  return new Map(Object.entries(parseYaml(text) ?? {}));
}

describe('front matter without the YAML library', () => {
  it('is read as the library reads it, or left to the library', () => {
    fc.assert(
      fc.property(yaml, (text) => {
        const plain = readPlainYaml(text);
        if (plain) expect(plain).toEqual(properties(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is what nearly every note of the sample vault has', () => {
    const blocks = demoNotes().flatMap(([, text]) => /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? []);
    const plain = blocks.flatMap((block) => (readPlainYaml(block) ? [block] : []));
    for (const block of plain) expect(readPlainYaml(block)).toEqual(properties(block));
    expect(plain.length).toBeGreaterThan(blocks.length * 0.8);
  });

  it.each([
    ['text, days, numbers and truths', 'a: Ana Ruiz\nb: 2026-01-02\nc: 45\nd: true\ne:\n'],
    ['quotes', 'a: "x: y # z"\nb: \'[[Ana]]\'\nc: ""\n'],
    ['lists', 'a:\n  - Ana\n  - "[[Ben]]"\nb:\n- 1\nc: [x, y z]\nd: []\n'],
  ])('knows %s', (_, text) => {
    expect(readPlainYaml(text)).toEqual(properties(text));
  });

  it.each([
    ['a word that is no text to some version of YAML', 'a: Yes\n'],
    ['a number in another spelling', 'a: 012\n'],
    ['a time', 'a: 12:30\n'],
    ['a property within a value', 'a: b: c\n'],
    ['a comment', 'a: b # c\n'],
    ['a property that stands twice', 'a: b\na: c\n'],
    ['a text that goes on below', 'a: b\n  c\n'],
    ['a list within a list', 'a:\n  - b\n    - c\n'],
    ['a wikilink without quotes', 'a: [[b]]\n'],
    ['a tab', 'a:\tb\n'],
  ])('leaves %s to the library', (_, text) => {
    expect(readPlainYaml(text)).toBeNull();
  });
});
