import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInline } from '../src/core/read/inline.ts';

const WORDS = ['Ghent', 'goes first', 'größer', '40', 'Ana Ruiz', 'übrig', '12:30', 'x', '日本', '🚚', 'a.b'];
const MARKS = [
  '**',
  '**',
  '**',
  ' ',
  ' ',
  ': ',
  ', ',
  '. ',
  '(',
  ')',
  '!',
  '—',
  '“',
  '”',
  '*',
  '\u00A0',
  '|',
  '=',
  '#',
  '$',
];

const lines = fc.array(fc.constantFrom(...WORDS, ...MARKS), { maxLength: 14 }).map((pieces) => pieces.join(''));

/** Bold that holds nothing shows nothing, and sends the line to remark. */
function byRemark(line: string) {
  return readInline(`${line.trim()} <b></b>`);
}

describe('lines of Markdown that need no parser', () => {
  it('are read as remark reads them, with pairs of asterisks anywhere', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const { text, markdown } = readInline(line.trim());
        expect({ text, markdown }).toEqual({ text: byRemark(line).text, markdown: byRemark(line).markdown });
      }),
      { numRuns: 1_000, seed: 11 },
    );
  });

  it('are read as remark reads them, whatever characters they hold', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        (a, b) => {
          const line = `${a}${b}`.replace(/[[\]<>\uE000\uE001]/g, '').trim();
          fc.pre(!line.includes('%%') && !/\^[\w-]+$/.test(line));
          const { text, markdown } = readInline(line);
          expect({ text, markdown }).toEqual({ text: byRemark(line).text, markdown: byRemark(line).markdown });
        },
      ),
      { numRuns: 1_000, seed: 12 },
    );
  });

  it.each([
    ['**Ghent:** goes first', 'Ghent: goes first'],
    ['the **pilot** and the **rollout**', 'the pilot and the rollout'],
    ['2 ** 3 ** 4', '2 ** 3 ** 4'],
    ['**a*b**', 'a*b'],
    ['**“Ghent”**x', '**“Ghent”**x'],
  ])('%s shows %s', (line, shown) => {
    expect(readInline(line).text).toBe(shown);
  });
});
