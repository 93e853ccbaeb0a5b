// Hostile notes by shape: a name, and a size in characters → a vault that is about as large and holds the shape.
import { PLAIN_PAGE, repeated, numbered, vaultOf } from './shape-parts.mjs';

/** Marks of which a line may hold very many: each opens something that remark or a pattern then looks for the end of. */
const RUNS = {
  'opening brackets': '[',
  'opening wikilinks': '[[',
  'opening embeds': '![',
  'links cut short': '[a](',
  stars: '*',
  'bold cut short': '**a ',
  underscores: '_',
  backticks: '`',
  'backticks of growing length': ['`', ' '],
  parentheses: '(',
  pipes: '|',
  'opening comments': '<!--',
  'opening tags': '<a ',
  'angle brackets': '<',
  'quote marks': '>',
  'list marks': '- ',
  'numbered list marks': '1. ',
  'percent pairs': '%%',
  'highlights cut short': '==a',
  'strikes cut short': '~~a',
  entities: '&am',
  backslashes: '\\',
  'hash signs': ' #a',
  'dollar signs': '$$',
  colons: ':',
  spaces: ' ',
  'at signs': 'a@',
  letters: 'a',
  figures: '17 ',
  'words of direction': 'to ',
  'task marks': '📅 ',
  'inline fields': '[due:: ',
  owners: '@Ana ',
  recurrences: '🔁 ',
  'control characters': '\u0001\u0007',
  'bidirectional characters': '\u202Ea\u2066',
  emoji: '👩‍👩‍👧‍👦🏽',
  'combining accents': 'e\u0301\u0302',
  'evidence cut short': '(since ',
  'evidence links cut short': '([[',
};

/** Each run where it may stand: in lines as long as the note, and in lines that are just short enough to be read. */
function runs() {
  return Object.entries(RUNS).flatMap(([name, unit]) => {
    const run = (size) => (Array.isArray(unit) ? growing(unit[0], unit[1], size) : repeated(unit, size));
    const line = run(LINE);
    const lines = (size) => numbered(size, (number) => `- ${String(number)} ${line}x\n`);
    return [
      shape(`a line of ${name}`, (size) => vaultOf({ note: `${run(size)}x\n` })),
      shape(`a heading, a fact, a task and a person of ${name}`, (size) =>
        vaultOf({ note: everywhere(run(size / 4)) }),
      ),
      shape(`facts of ${name}`, (size) => vaultOf({ note: `## Key Facts\n${lines(size)}` })),
      shape(`tasks of ${name}`, (size) =>
        vaultOf({ note: `## To-dos\n${lines(size).replaceAll('\n- ', '\n- [ ] ')}` }),
      ),
      shape(`a page with facts of ${name}`, (size) =>
        vaultOf({ page: `${PLAIN_PAGE}- x ${run(size / 2)}x\n${lines(size / 2)}` }),
      ),
    ];
  });
}

function everywhere(run) {
  return `## Key Facts ${run}x\n- x ${run}x\n## To-dos\n- [ ] x ${run}x\n## Attendees\n- Ana ${run}x\n`;
}

/** A line that is still read as Markdown, of which the reader takes 2,000 characters. */
const LINE = 1_900;

const STRUCTURES = [
  shape('quotes nested without end', (size) => vaultOf({ note: deep(size, (depth) => `${'> '.repeat(depth)}a\n`) })),
  shape('10,000 quotes in one another', (size) => vaultOf({ note: numbered(size, () => `${'>'.repeat(10_000)} a\n`) })),
  shape('lists nested without end', (size) =>
    vaultOf({ note: `## Key Facts\n${deep(size, (depth) => `${'  '.repeat(depth)}- a ${depth}\n`)}` }),
  ),
  shape('lists fifty deep', (size) =>
    vaultOf({ note: `## Key Facts\n${numbered(size, (number) => `${'  '.repeat(number % 50)}- a ${number}\n`)}` }),
  ),
  shape('tasks fifty deep', (size) =>
    vaultOf({ note: `## To-dos\n${numbered(size, (number) => `${'  '.repeat(number % 50)}- [ ] a ${number}\n`)}` }),
  ),
  shape('bullets', (size) => vaultOf({ note: `## Key Facts\n${numbered(size, (number) => `- Fact ${number}.\n`)}` })),
  shape('lines of 47,000 characters', (size) =>
    vaultOf({ note: `## Key Facts\n${numbered(size, (number) => `- ${number} ${repeated('a word ', 47_000)}\n`)}` }),
  ),
  shape('two long facts of different words', (size) =>
    vaultOf({ note: `## Key Facts\n- ${numbered(size / 2, word)}\n- ${numbered(size / 2, word)}and\n` }),
  ),
  shape('an unclosed fence', (size) => vaultOf({ note: `\`\`\`js\n${repeated('code\n', size)}` })),
  shape('unclosed fences', (size) => vaultOf({ note: repeated('```js\n', size) })),
  shape('small fences', (size) => vaultOf({ note: repeated('```\na\n```\n', size) })),
  shape('fences in bullets', (size) => vaultOf({ note: repeated('- ```\n  a\n', size) })),
  shape('an unclosed comment', (size) => vaultOf({ note: `<!--\n${repeated('hidden\n', size)}` })),
  shape('comments on their lines', (size) => vaultOf({ note: repeated('%% a %% b %%\nc\n', size) })),
  shape('HTML blocks', (size) => vaultOf({ note: repeated('<div>\n\n', size) })),
  shape('HTML blocks that never close', (size) => vaultOf({ note: repeated('<script>\n', size) })),
  shape('a table of thousands of columns', (size) =>
    vaultOf({ note: `## Key Facts\n${['a|', '-|', 'b|'].map((cell) => `|${repeated(cell, size / 3)}\n`).join('')}` }),
  ),
  shape('a wide table of many rows', (size) => {
    const side = Math.max(3, Math.floor(Math.sqrt(size / 2)));
    const row = (cell) => `|${`${cell}|`.repeat(side)}\n`;
    return vaultOf({ note: `## Key Facts\n${row('a')}${row('-')}${row('b').repeat(Math.max(1, side - 2))}` });
  }),
  shape('table rows', (size) =>
    vaultOf({ note: `## Key Facts\n| Fact | Date |\n|---|---|\n${numbered(size, (n) => `| Fact ${n} | May |\n`)}` }),
  ),
  shape('rows that may begin a table', (size) => vaultOf({ note: `a|b\n${repeated('|-|\n|-|-|\n', size)}` })),
  shape('headings of no meaning', (size) => vaultOf({ note: numbered(size, (number) => `## Heading ${number}\n`) })),
  shape('one heading again and again', (size) => vaultOf({ note: repeated('## Key Facts\n- A fact.\n', size) })),
  shape('underlined headings', (size) => vaultOf({ note: numbered(size, (n) => `Heading ${n}\n---\n`) })),
  shape('bold lines', (size) => vaultOf({ note: numbered(size, (number) => `**Heading ${number}**\n\n`) })),
  shape('a heading of parentheses', (size) => vaultOf({ note: `## Key Facts${repeated(' (a)', size)}\n- A fact.\n` })),
  shape('transcripts', (size) => vaultOf({ note: repeated('## Transcript\nAna: a\n## Key Facts\n- b\n', size) })),
  shape('lines that may be speech', (size) =>
    vaultOf({ note: numbered(size, () => `Me: a\n\n${'b\n'.repeat(1_500)}`) }),
  ),
  shape('a voice that never ends', (size) => vaultOf({ note: `<v${repeated(' ', size)}x\n` })),
  shape('callouts', (size) => vaultOf({ note: numbered(size, (n) => `> [!summary] Title ${n}\n> Text ${n}.\n\n`) })),
  shape('callouts never closed', (size) => vaultOf({ note: repeated('> [!summary\n', size) })),
  shape('tasks with every mark', (size) =>
    vaultOf({ note: `## Action Items\n${numbered(size, (number) => `- [ ] Send ${number} ${EVERY_MARK}\n`)}` }),
  ),
  shape('a long line over nested tasks', (size) =>
    vaultOf({
      mention: `## To-dos\n- [[Norvane]] ${repeated('word ', size / 2)}\n${numbered(size / 2, (n) => `  - [ ] a ${n}\n`)}`,
    }),
  ),
  shape('a summary without end', (size) => vaultOf({ mention: `## Summary\n${repeated('Norvane agreed. ', size)}\n` })),
  shape('recording links among brackets', (size) =>
    vaultOf({ note: `## Key Facts\n- ${repeated('[a', size)}](https://fathom.video/x)\n` }),
  ),
  shape('damaged characters', (size) => vaultOf({ note: `## Key Facts\n${repeated('- today‚Äôs √ ∑\n', size)}` })),
  shape('carriage returns', (size) => vaultOf({ note: repeated('a\r', size) })),
  shape('blank lines', (size) => vaultOf({ note: repeated('\n', size) })),
];

const EVERY_MARK =
  '📅 2026-01-31 ⏳ 2026-01-30 🛫 2026-01-29 ➕ 2026-01-01 🔁 every week ⏫ 🆔 a1 ⛔ b2 [due:: 2026-02-01] #tag @Ana Ruiz';

const PROPERTIES = [
  property('an alias bomb', (size) => {
    const levels = numbered(size, (n) => `a${n + 1}: &a${n + 1} [*a${n},*a${n},*a${n},*a${n}]\n`);
    return `a0: &a0 [x,x,x,x]\n${levels}`;
  }),
  property('brackets in one another', (size) => `a: ${repeated('[', size)}\n`),
  property('braces in one another', (size) => `a: ${repeated('{a: ', size)}\n`),
  property('keys in one another', (size) => deep(size, (depth) => `${' '.repeat(depth)}a:\n`)),
  property('a huge key', (size) => `${repeated('k', size)}: a\n`),
  property('a huge value', (size) => `account: ${repeated('v', size)}\n`),
  property('100,000 keys', (size) => numbered(size, (number) => `key${number}: a\n`)),
  property('prototype keys', (size) => repeated('__proto__: a\nconstructor: b\ntoString: c\n', size)),
  property('participants', (size) => `participants:\n${numbered(size, (n) => `- Ana N${n}\n`)}`),
  property('lines of dashes', (size) => repeated('--- a\n', size)),
  shape('front matter that never ends', (size) => vaultOf({ note: `---\n${repeated('a: b\n', size)}` })),
];

const LINKS = [
  shape('wikilinks in one line', (size) => vaultOf({ note: `## Key Facts\n- ${numbered(size, link)}\n` })),
  shape('wikilinks', (size) => vaultOf({ note: numbered(size, (number) => `${link(number)}\n`) })),
  shape('links to the account in many spellings', (size) =>
    vaultOf({ mention: numbered(size, (number) => `[[Norvane${spelling(number)}]]\n\n`) }),
  ),
  shape('labels that name accounts', (size) =>
    vaultOf({ mention: `**Customer:** ${numbered(size, (number) => `Norvane${spelling(number)}, `)}\n` }),
  ),
  shape('labels that name nobody', (size) =>
    vaultOf({ mention: numbered(size, (n) => `**Customer:** Unknown ${n}\n\n`) }),
  ),
  shape('mentions of the account', (size) =>
    vaultOf({ mention: `## Key Facts\n${numbered(size, (number) => `- Norvane said ${number}.\n`)}` }),
  ),
];

const PEOPLE = [
  shape('participants with full names', (size) =>
    vaultOf({ note: `## Attendees\n${numbered(size, (number) => `- ${letters(number)} Ruiz\n`)}` }),
  ),
  shape('participants with first names only', (size) =>
    vaultOf({ note: `## Attendees\n${numbered(size, (number) => `- ${letters(number)}\n`)}` }),
  ),
  shape('participants in one line', (size) =>
    vaultOf({ note: `**Attendees:** ${numbered(size, (number) => `${letters(number)} Ruiz, `)}\n` }),
  ),
  shape('a name of one letter again and again', (size) =>
    vaultOf({ note: `## Attendees\n- ${repeated('A ', size)}b\n` }),
  ),
  shape('a name of dashes', (size) => vaultOf({ note: `## Attendees\n- Ana ${repeated('-', size)}b\n` })),
];

/** All shapes of one note, by name. */
export function noteShapes() {
  return [...STRUCTURES, ...PROPERTIES, ...LINKS, ...PEOPLE, ...runs()];
}

function shape(name, make) {
  return { name, make };
}

function property(name, yaml) {
  return shape(`front matter: ${name}`, (size) =>
    vaultOf({ note: `---\n${yaml(size)}---\n## Key Facts\n- A fact.\n` }),
  );
}

/** Lines each deeper than the one before, as many as fit. */
function deep(size, line) {
  const lines = [];
  for (let length = 0, depth = 0; length < size; depth++) {
    lines.push(line(depth));
    length += lines[depth].length;
  }
  return lines.join('');
}

function growing(unit, gap, size) {
  return deep(size, (depth) => unit.repeat(depth + 1) + gap);
}

function link(number) {
  return `[[Note ${number}|n]] `;
}

function word(number) {
  return `${letters(number)} `;
}

/** A number in marks that names and links are compared without. */
function spelling(number) {
  return number
    .toString(4)
    .split('')
    .map((digit) => '!?.,'.charAt(Number(digit)))
    .join('');
}

/** A number as a capitalised word. */
export function letters(number) {
  const word = number
    .toString()
    .split('')
    .map((digit) => 'abcdefghij'.charAt(Number(digit)))
    .join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
