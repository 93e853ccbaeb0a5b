import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { remark } from 'remark';
import { describe, expect, it } from 'vitest';
import { takeLedger } from '../src/core/merge/ledger.ts';
import type { AccountVault } from '../src/core/write/account-vault.ts';
import { MemoryVault, opened } from './memory-vault.ts';
import { runs } from './runs.ts';

const PAGE = 'Accounts/Norvane/README.md';
const NOTE = 'Accounts/Norvane/2026-01-09 - Call.md';
const START = '---\ntype: customer\n---\n# Norvane\n\nMy own words.\n';
const TODAY = '2026-02-01';
const RUNS = runs(500);

/** C0 and C1 controls, line ends of other systems, embeddings, overrides and isolates, the byte order mark. */
const INVISIBLE = /[\p{Cc}\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

async function pageFrom(notes: readonly (readonly [string, string])[], page = START): Promise<string> {
  const vault = new MemoryVault([[PAGE, page], ...notes]);
  const before = new Map(vault.notes);
  const accounts = await opened(vault);
  await accounts.rebuild(accounts.graph.accounts(), TODAY, 'a run');
  const pages = new Set(accounts.graph.accounts().map(({ path }) => path));
  for (const [path, text] of before)
    if (!pages.has(path)) expect(vault.notes.get(path), `${path} is no page and stays as it is`).toBe(text);
  expect([...vault.notes.keys()].sort(), 'no note is made').toEqual([...before.keys()].sort());
  const written = vault.notes.get(PAGE) ?? '';
  const again = await opened(vault);
  await again.rebuild(again.graph.accounts(), TODAY, 'a run');
  expect(vault.notes.get(PAGE), 'a second rebuild changes nothing').toBe(written);
  return written;
}

/** The lines that the plugin added to the page. */
function added(page: string): string[] {
  return takeLedger(page)
    .text.slice(START.length)
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** Every added line is a heading, a bullet or a row, and holds nothing that Markdown or the app would run or hide. */
function expectPlainLines(page: string): void {
  expect(page.startsWith(START), 'what a person wrote stays on top').toBe(true);
  for (const line of added(page)) {
    expect(line).toMatch(/^(?:## [A-Z][\w ]*|- \S[^\n]*|\|[^\n]*\|)$/);
    expect(INVISIBLE.test(line), `${line}: no control or bidirectional characters`).toBe(false);
    expect(line, 'no comment').not.toContain('%%');
    expect(line, 'no embed').not.toContain('![[');
    expectNothingRuns(line);
  }
  const kinds = new Set<string>();
  const visit = (node: { type: string; children?: readonly { type: string }[] }): void => {
    kinds.add(node.type);
    node.children?.forEach((child) => visit(child));
  };
  visit(
    remark().parse(
      added(page)
        .filter((line) => line.startsWith('- '))
        .join('\n'),
    ),
  );
  expect(kinds.has('html'), 'no HTML').toBe(false);
  expect(kinds.has('code'), 'no code block').toBe(false);
  expect(kinds.has('image'), 'no image, which would be fetched').toBe(false);
  expect(kinds.has('heading'), 'no heading below a bullet').toBe(false);
}

/** Templater looks for its marks in the text, Dataview and Meta Bind at code spans; an address may call a plugin. */
function expectNothingRuns(line: string): void {
  expect(line).not.toContain('<%');
  const visit = (node: Nodes): void => {
    if (node.type === 'inlineCode') expect(node.value.trim(), line).not.toMatch(/^(?:\$?=|[A-Z]+\[)/);
    if (node.type === 'link') expect(node.url, line).not.toMatch(/^(?!https?:|mailto:|obsidian:\/\/open\?)[a-z]+:/);
    if ('children' in node) node.children.forEach((child) => visit(child));
  };
  visit(remark().parse(line));
}

/** Pieces of which hostile and merely odd notes are made. */
const PIECES = [
  'The depot opens at six.',
  'Ana',
  '42',
  ' ',
  '\n',
  '\n\n',
  '- ',
  '  - ',
  '* ',
  '1. ',
  '- [ ] ',
  '- [x] ',
  '## Key Facts\n',
  '## Decisions\n',
  '## Action Items\n',
  '# Norvane\n',
  '---\n',
  '```\n',
  '```dataviewjs\n',
  '~~~\n',
  '%%',
  '%% account-pages 1\n',
  '<!--',
  '-->',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<div>',
  '[[',
  ']]',
  '[[Norvane]]',
  '[[a|b]]',
  '![[x]]',
  '![x](https://x.example/x.png)',
  '|',
  '\\',
  '`',
  '``',
  '*',
  '**',
  '_',
  '~~',
  '[',
  '](',
  ')',
  '$$',
  '$=',
  '`= dv.x`',
  '`$= dv.x`',
  '` = x`',
  '`[[<b>|= x]]`',
  '`INPUT[text:x]`',
  '<%* x -%>',
  '[x](obsidian://advanced-uri?eval=1)',
  '{{',
  '}}',
  '<%',
  '%>',
  '==',
  '^id',
  '#tag',
  '@Ana Ruiz',
  '📅 2026-01-09',
  '🔁 every week',
  '[due:: 2026-01-31]',
  '(x:: y)',
  '\u0000',
  '\u202e',
  '\u2066',
  '\u2028',
  '\ufeff',
  '\u200b',
  '\r',
  '\r\n',
  '\t',
  '>',
  '> ',
  '> [!summary]\n> ',
  'a'.repeat(300),
  '🚀',
  'é',
  'e\u0301',
  '&lt;b&gt;',
  '&#60;script&#62;',
  '&percnt;&percnt;',
  '\\<b\\>',
  '\\%\\%',
  'javascript:alert(1)',
  '[x](javascript:alert(1))',
  '[x]: javascript:alert(1)\n',
  '__proto__',
  'constructor',
  'https://x.example/%%',
] as const;
const odd = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));

/** The notes to which the lines of a page lead, in their order; a note that no link can name is none. */
function ledTo(page: string, accounts: AccountVault): string[] {
  return added(page).flatMap((line) => {
    const wiki = /^- .*?[^\\]\[\[((?:(?!\]\])[^|#])*)/.exec(line)?.[1];
    const encoded = /^- .*?\]\(([^()\s]*)\.md(?:#[^()\s]*)?\)/.exec(line)?.[1];
    const target = wiki ?? (encoded === undefined ? null : decodeURIComponent(encoded));
    return target === null ? [] : [accounts.graph.resolveLink(target) ?? `nowhere: ${line}`];
  });
}

describe('a hostile name', () => {
  /** As an account's folder on a disk may hold it: anything but a slash and a null character. */
  const names = odd.map((name) => name.replace(/[/\0]/g, ''));
  const people = names.map((name) => name.replace(/\d/g, ''));

  it('of a note or heading gives one line for each thing said, which leads back to the note and stays', async () => {
    await fc.assert(
      // A date would make a meeting of the person's note.
      fc.asyncProperty(names, odd, people, async (name, title, person) => {
        const heading = `Risks ${title.replace(/[\r\n\u2028]/g, ' ')} (<high)`;
        const path = `Accounts/Norvane/2026-01-09 - ${name}.md`;
        const contact = `People/${person} R.md`;
        // A property that holds braces is one of a template.
        const front = `---\nparticipants: [${JSON.stringify(`${person} R`.replaceAll('{{', ''))}]\n---\n`;
        const notes: [string, string][] = [
          [path, `${front}## Key Facts\n- The depot opens at six.\n### ${heading}\n- The gate is shut.\n`],
          [contact, '---\ntype: person\n---\n'],
        ];
        const page = await pageFrom(notes);
        expectPlainLines(page);
        const listed = added(page).filter((line) => line.startsWith('- '));
        const accounts = await opened(new MemoryVault([[PAGE, page], ...notes]));
        const [account] = accounts.graph.accounts();
        const composed = account ? accounts.compose(account, TODAY).sections : [];
        const inLists = composed.filter(({ rows }) => rows === null).flatMap(({ lines }) => lines);
        expect(inLists.length).toBeGreaterThan(1);
        expect(listed.map((line) => line.slice(2))).toEqual(inLists.map(({ markdown }) => markdown));
        expect(ledTo(page, accounts)).toEqual(name.includes('#') ? [] : listed.map(() => path));
        expect([...(takeLedger(page).ledger?.sections.values() ?? [])].flatMap(({ removed }) => removed)).toEqual([]);
      }),
      {
        ...RUNS,
        examples: [
          ['a\n## Decisions\n- x', '', 'Ana'],
          ['a\n```', '', 'Ana'],
          ['[x', '`$= x` $$ \u202e', ']] ['],
          ['javascript:alert(1) %%', '', 'Ana'],
          ['&lpar;%%\\', '&rpar;', '\\'],
        ],
      },
    );
  });

  it.each([
    ['(draft', 'Risks', '[[2026-01-09 - (draft#Risks|2026-01-09]]'],
    ['[draft] plan', 'Risks', '[[2026-01-09 - [draft] plan#Risks|2026-01-09]]'],
    ['M', 'Risks (<high)', '[2026-01-09](2026-01-09%20-%20M.md#Risks%20%28%3Chigh%29)'],
    ['50%% (of', 'Risks', '[2026-01-09](2026-01-09%20-%2050%25%25%20%28of.md#Risks)'],
    ['a ]] b', 'Risks', '[2026-01-09](2026-01-09%20-%20a%20%5D%5D%20b.md#Risks)'],
    ['\u202Egnp', 'Risks', '[2026-01-09](2026-01-09%20-%20%E2%80%AEgnp.md#Risks)'],
    ['C# guild', 'Risks', '2026-01-09'],
    ['می\u200Cخواهم', 'Risks', '[[2026-01-09 - می\u200Cخواهم#Risks|2026-01-09]]'],
  ])('%j with the heading %j is linked as %s', async (name, heading, link) => {
    const page = await pageFrom([[`Accounts/Norvane/2026-01-09 - ${name}.md`, `## ${heading}\n- The gate is shut.\n`]]);
    expect(added(page)).toContain(`- ❌ The gate is shut. (since ${link})`);
  });
});

describe('a hostile note', () => {
  it('breaks out of no line on a page, whatever it is made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(odd, { minLength: 1, maxLength: 5 }), odd, odd, async (facts, title, rest) => {
        const name = title.replace(/[\\/:*?"<>|\n\r\0#^[\]]/g, '').trim();
        const text = `## Summary\n${rest}\n## Key Facts\n${facts.map((fact) => `- ${fact}\n`).join('')}## Decisions\n- ${rest}\n- [ ] ${rest}\n`;
        expectPlainLines(await pageFrom([[`Accounts/Norvane/2026-01-09 - ${name}.md`, text]]));
      }),
      RUNS,
    );
  });

  it('breaks out of no property, participant or table cell', async () => {
    await fc.assert(
      fc.asyncProperty(odd, odd, odd, async (person, role, summary) => {
        const notes: [string, string][] = [
          [
            NOTE,
            `---\nparticipants: ${JSON.stringify([person, 'Ana Ruiz'])}\ntitle: ${JSON.stringify(summary)}\n---\n**Attendees**: ${role}\n`,
          ],
          [
            'People/Ana Ruiz.md',
            `---\ntype: person\nrole: ${JSON.stringify(role)}\ncompany: ${JSON.stringify(person)}\n---\n`,
          ],
        ];
        expectPlainLines(await pageFrom(notes));
      }),
      {
        ...RUNS,
        examples: [
          // A name that ends like the name of a block was not known again on the page, and added at every rebuild.
          ['==- [x] ^id(x:: y)\n\n![[x]]', '', ''],
          // Two percent signs met where backticks were left out of a title, and hid the rest of the page.
          ['', '', '<%```\n%>` = x`'],
        ],
      },
    );
  });

  it('stops no run, whatever its front matter is', async () => {
    const bomb = `a: &a [x, x]\n${'bcdefghi'
      .split('')
      .map((key, index) => `${key}: &${key} [*${'abcdefgh'.charAt(index)}, *${'abcdefgh'.charAt(index)}]\n`)
      .join('')}`;
    const fronts = [
      bomb,
      '__proto__: {polluted: true}',
      'constructor: {prototype: {polluted: true}}',
      'date: {}',
      'account: [[[[[Norvane]]]]]',
      'participants: {a: b}',
      'account: !!js/function "function(){ throw 1 }"',
      'tags: !!binary aGk=',
      '? [a]\n: b',
      'a: b: c: d',
      `${'['.repeat(5000)}`,
      'date: 99999999999999999999',
      'aliases: [__proto__, constructor, toString]',
      `x: "${'y'.repeat(50_000)}"`,
      '<<: *unknown',
      'account: "\u0000"',
      '- a list',
      '"just text"',
      '%TAG ! x',
      '--- !!python/object:os.system',
    ];
    for (const front of fronts) {
      const page = await pageFrom([[NOTE, `---\n${front}\n---\n## Decisions\n- Begin in May.\n`]]);
      expect(page.startsWith(START), front.slice(0, 40)).toBe(true);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each(['js', 'javascript', 'coffee', 'constructor', '__proto__', 'toString', 'json'])(
    'runs nothing that stands in front matter of the language %s',
    async (language) => {
      const page = await pageFrom([
        [NOTE, `---${language}\n{"ran": (Array.prototype.ran = true)}\n---\n## Decisions\n- Begin in May.\n`],
      ]);
      expect(page).toContain('My own words.');
      expect('ran' in []).toBe(false);
    },
  );

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'README', '..', '.', 'CON'])(
    'may name an account, a person or a heading %s',
    async (name) => {
      const page = await pageFrom([
        [
          NOTE,
          `---\naccount: ${name}\nparticipants: [${name}]\n---\n## ${name}\n- x\n## Key Facts\n- ${name} is a word.\n- [ ] ${name} @${name}\n`,
        ],
        [`Accounts/${name}/README.md`, '---\ntype: customer\n---\n'],
        [`People/${name}.md`, '---\ntype: person\n---\n'],
      ]);
      expect(page).toContain('My own words.');
    },
  );

  it.each([
    ['one line of 47,000 characters', `- ${'word '.repeat(9_400)}\n`],
    ['100,000 bullets', '- The depot is full.\n'.repeat(100_000)],
    ['10,000 nested quotes', `${'>'.repeat(10_000)} - deep\n`],
    ['10,000 nested bullets', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}- deep\n`).join('')],
    [
      'long runs of marks',
      ['[', '*', '_', '`', '(', '<!--', '![', '|', '~', '\\', '==', '$']
        .map((mark) => `- ${mark.repeat(20_000)}\n`)
        .join(''),
    ],
    ['a link with a tag for its target', '- [[<div>]]\n- [[<img src=x onerror=y>|z]]\n'],
    ['an unclosed fence', '```\n- hidden\n'],
    ['a comment without end', '%%\n- hidden\n'],
    ['nothing but line ends', '\r'.repeat(50_000)],
  ])('may hold %s', async (_, text) => {
    expectPlainLines(
      await pageFrom([
        [NOTE, `## Key Facts\n${text}`],
        ['Accounts/Norvane/2026-01-10 - B.md', '## Key Facts\n- Fine.\n'],
      ]),
    );
  });
});

describe('a hostile page', () => {
  it('loses no word of it, comes to rest, and is never made worse', async () => {
    const note: [string, string] = [
      NOTE,
      '---\nparticipants: [Ana Ruiz]\n---\n## Key Facts\n- The depot opens at six.\n## Decisions\n- Begin in May.\n',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(odd, { minLength: 1, maxLength: 8 }), async (pieces) => {
        const words = pieces.map((piece, index) => `${piece}typed${String(index)}`);
        const page = await pageFrom([note], `${START}\n## Key Facts\n\n${words.join('\n')}\n`);
        for (const [index] of pieces.entries()) expect(page).toContain(`typed${String(index)}`);
      }),
      {
        ...RUNS,
        examples: [
          // The beginning of a record above a code block.
          [
            [
              '',
              '%% account-pages 1\n```dataviewjs\nThe depot opens at six.',
              '',
              'The depot opens at six.\n```\n',
              '',
            ],
          ],
          // A byte order mark in front of what would else be a heading.
          [['\uFEFF## Decisions\n', '---\n']],
        ],
      },
    );
  });
});
