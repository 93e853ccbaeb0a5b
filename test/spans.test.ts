import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText } from '../src/core/read/inline.ts';
import { spansOf, type Span } from '../src/core/read/spans.ts';
import { runs } from './runs.ts';

/** Spans as one may read them: `Send *the* [plan](https://plan.example)`. */
function shown(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (span.kind === 'text') return span.text;
      if (span.kind === 'code') return `{${span.text}}`;
      if (span.kind === 'note') return `[[${span.target}→${span.text}]]`;
      if (span.kind === 'address') return `[${shown(span.spans)}](${span.url})`;
      return `${span.kind}(${shown(span.spans)})`;
    })
    .join('');
}

function words(spans: readonly Span[]): string {
  return spans.map((span) => ('spans' in span ? words(span.spans) : span.text)).join('');
}

it('reads emphasis, code, links to notes and addresses', () => {
  expect(
    shown(spansOf('Send **the *new* plan** to [[Ana Ruiz|Ana]], see [it](https://plan.example) and `git log`')),
  ).toBe('Send strong(the emphasis(new) plan) to [[Ana Ruiz→Ana]], see [it](https://plan.example) and {git log}');
  expect(shown(spansOf('  [see [[Notes]] **there**](mailto:ana@norvane.example) '))).toBe(
    '[see Notes strong(there)](mailto:ana@norvane.example)',
  );
});

it.each([
  'Send **plan** ![](https://evil.example/t.png?u=1) today',
  'Send **plan** <img src="https://evil.example/x.png"> today',
  'Send **plan** <iframe src="https://evil.example/"></iframe> today',
  'Send **plan** <style>body{display:none}</style> today',
  'Send **plan** ![[Secret note]] today',
  'Send **plan** %%hidden%% today',
  'Send **plan** <!-- hidden --> today',
])('has no kind for what would load or run something: %s', (line) => {
  expect(shown(spansOf(line)).replace(/\s+/g, ' ')).toMatch(/^Send strong\(plan\) (?:body\{display:none\} )?today$/);
});

it.each(['javascript:alert(1)', 'file:///etc/passwd', 'app://local/x', 'data:text/html,x', 'vbscript:x'])(
  'leaves of a link to %s its words',
  (url) => {
    expect(shown(spansOf(`Look [here](${url})`))).toBe('Look here');
  },
);

it('says of any line what its plain text says', () => {
  const piece = fc.constantFrom(
    '**',
    '*',
    '_',
    '`',
    '[[',
    ']]',
    '|',
    '[',
    '](https://a.example)',
    '](javascript:x)',
    '!',
    '<b>',
    '~~',
    '==',
    '%%',
    'Ana',
    ' plan ',
    '\\',
    '&amp;',
    '#tag',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      ),
      (line) => {
        expect(words(spansOf(line)).replace(/\s+/g, ' ').trim()).toBe(plainText(line));
      },
    ),
    runs(300),
  );
});
