import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, readInline } from '../src/core/read/inline.ts';
import { stripInvisible } from '../src/core/words.ts';

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

describe('characters that do not show', () => {
  it.each([
    ['an Arabic letter mark', '\u061Cfpi.exe'],
    ['a zero-width space', 'pi\u200Blot'],
    ['joiners between Latin letters', 'pi\u200D\u200Clot'],
    ['a word joiner', 'pi\u2060lot'],
    ['words in tags', 'pilot\u{E0049}\u{E0067}\u{E006E}\u{E006F}\u{E0072}\u{E0065}'],
    ['tags behind a flag that are no region', '🏴\u{E0041}\u{E0042}'],
    ['variants behind a letter', 'a\u{E0100}\u{E0101}'],
    ['joiners behind a picture and before nothing', '🚚\u200D'],
    ['a row of joiners where one is needed', 'می\u200C\u200C\u200Cخواهم'],
    ['an annotation', 'a\uFFF9b\uFFFA\uFFFB'],
  ])('are dropped from a line: %s', (_, line) => {
    for (const shown of [readInline(line).text, readInline(line).markdown, escapeMarkdown(line)]) {
      expect(shown).not.toBe(line);
      expect(shown).toBe(stripInvisible(line));
      expect(shown.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['Persian', 'می\u200Cخواهم'],
    ['Hindi', 'क्\u200Dष'],
    ['Sinhala', 'ශ්\u200Dරී'],
    ['Khmer', 'ខ្មែរ\u200Bខ្មែរ'],
    ['a family', '👨\u200D👩\u200D👧'],
    ['a woman of a color at work', '👩🏽\u200D💻'],
    ['a heart on fire', '❤️\u200D🔥'],
    ['Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['a variant of a name’s ideograph', '辻\u{E0101}さん'],
  ])('stay where they are needed: %s', (_, line) => {
    expect(readInline(line).text).toBe(line);
    expect(readInline(`**${line}** is here`).text).toBe(`${line} is here`);
    expect(escapeMarkdown(line)).toBe(line);
  });

  it('are gone for good, whatever stands around them', () => {
    const pieces = fc.constantFrom(
      'a',
      ' ',
      'ب',
      'क्',
      '👩',
      '🏴',
      '辻',
      '\u200B',
      '\u200C',
      '\u200D',
      '\u202E',
      '\u{E0067}',
      '\u{E007F}',
      '\u{E0100}',
      '\uFE0F',
      '\t',
      '\uDB40',
      '\uFEFF',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 16 }).map((all) => all.join('')),
        (text) => {
          const stripped = stripInvisible(text);
          expect(stripInvisible(stripped)).toBe(stripped);
          expect(stripped).not.toMatch(/[\t\u202E\uFEFF]/);
        },
      ),
      { numRuns: 2_000, seed: 13 },
    );
  });

  it('do not come in by a character reference', () => {
    expect(readInline('the &#8238;exe and &#x200B; more').text).toBe('the exe and more');
    expect(readInline('see [it](https://x.example/&#8238;gpj)').markdown).toBe('see it');
    expect(readInline('see [it](https://x.example/می\u200Cخواهم)').markdown).toBe(
      'see [it](https://x.example/می\u200Cخواهم)',
    );
  });
});

describe('what other plugins would run', () => {
  it.each([
    ['costs `= 5` a day', 'costs = 5 a day'],
    ['`$= dv.pages()` counts', '$= dv.pages() counts'],
    ['` = this.file.name` counts', '= this.file.name counts'],
    ['`[[<b>|= x]]` counts', '= x counts'],
    ['`INPUT[text:x]` asks', 'INPUT[text:x] asks'],
    ['run `<% tp.x %>` now', 'run `< % tp.x %>` now'],
    ['run <%* tp.x -%> now', 'run < %* tp.x -%> now'],
    ['run <**%** tp.x now', 'run < % tp.x now'],
    ['see [[Norvane|<% x %>]]', 'see [[Norvane|< % x %>]]'],
    ['see [[Norvane|the `$= x` one]]', 'see [[Norvane|the $= x one]]'],
    ['see [it](obsidian://advanced-uri?eval=1)', 'see it'],
  ])('is words on a page: %s', (line, markdown) => {
    expect(readInline(line).markdown).toBe(markdown);
  });

  it.each([
    'set `x = 5` here',
    'type `a == b` or `a[0]`',
    'see `[[Norvane]]`',
    'see [[Norvane|the `new` one]]',
    'see [it](obsidian://open?vault=Notes&file=Norvane)',
    'it is < 5 % of all',
  ])('is nothing that runs: %s', (line) => {
    expect(readInline(line).markdown).toBe(line);
  });
});
