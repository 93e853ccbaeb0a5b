// Hostile pages and hostile vaults by shape: what costs time in composing and merging, or in linking many notes.
import { letters } from './shapes.mjs';
import { numbered, PLAIN_PAGE, vaultOf } from './shape-parts.mjs';

/** Sections that a page keeps, with a line that a person might have in each. */
const OWN_LINES = {
  'key facts': ['Key Facts', (number) => `- Own fact about ${letters(number)}.\n`],
  'dated lines': ['Recent Context', (number) => `- 2025-01-01: Own line ${number}.\n`],
  links: ['Recent Context', (number) => `- 2025-01-01: [[Note ${number}]] — said.\n`],
  paragraphs: ['Decisions', (number) => `Own text ${number}.\n\n`],
};

const PAGES = [
  ...Object.entries(OWN_LINES).map(([name, [heading, line]]) => ({
    name: `a page of own lines: ${name}`,
    make: (size) => vaultOf({ page: `# Norvane\n\n## ${heading}\n\n${numbered(size, line)}` }),
  })),
  {
    name: 'a page of one line with links that lead nowhere',
    make: (size) => {
      const line = (n) =>
        `- The depot opens at six. ([[${letters(n)} ${'long name '.repeat(9)}#Key Facts|2026-01-19]])\n`;
      const page = `# Norvane\n\n## Key Facts\n\n${numbered(size, line)}`;
      return vaultOf({ page, note: '## Key Facts\n- The depot opens at six.\n' });
    },
  },
  {
    name: 'a page of an older tool',
    make: (size) =>
      vaultOf({
        page: `---\ntags: [generated]\n---\n## Key Facts\n\n${numbered(size, (n) => `- Fact about ${letters(n)}.\n`)}`,
      }),
  },
  {
    name: 'an older tool’s page and as many facts',
    make: (size) => {
      const facts = (part) => numbered(size / 2, (n) => `- ${part} ${letters(n)} is about ${letters(n * 7)}.\n`);
      const page = `---\ntags: [generated]\n---\n## Key Facts\n\n${facts('Page')}`;
      return vaultOf({ page, note: `## Key Facts\n${facts('Note')}` });
    },
  },
  {
    name: 'a table of people on the page',
    make: (size) =>
      vaultOf({
        page: `## Collaborators\n\n| Person | Role |\n|---|---|\n${numbered(size, (n) => `| ${letters(n)} Ruiz | CFO |\n`)}`,
      }),
  },
  { name: 'a page of small fences', make: (size) => vaultOf({ page: numbered(size, () => '```\na\n```\n') }) },
  { name: 'a page of unclosed fences', make: (size) => vaultOf({ page: numbered(size, () => '```js\n') }) },
  { name: 'a page of underlined headings', make: (size) => vaultOf({ page: numbered(size, (n) => `A ${n}\n---\n`) }) },
  {
    name: 'a page of underlined sections',
    make: (size) => vaultOf({ page: numbered(size, () => 'Key Facts\n===\n- a\n') }),
  },
  { name: 'a page of one heading', make: (size) => vaultOf({ page: numbered(size, () => '## Key Facts\n- a\n') }) },
  { name: 'a page of rules', make: (size) => vaultOf({ page: PLAIN_PAGE + numbered(size, () => 'a\n\n---\n') }) },
  {
    name: 'a page of rows that may begin a table',
    make: (size) => vaultOf({ page: `a|b\n${numbered(size, () => '|-|\n|-|-|\n')}` }),
  },
  {
    name: 'a page with aliases',
    make: (size) => vaultOf({ page: `---\ntype: customer\naliases:\n${numbered(size, (n) => `- N${n}\n`)}---\n` }),
  },
];

const LEDGERS = [
  ledger('a ledger of lines written', (size) => [`keyFacts ${numbered(size, (n) => `${entry(n)} `)}`]),
  ledger('a ledger of lines removed', (size) => [`keyFacts ${numbered(size, (n) => `-${entry(n)} `)}`]),
  ledger('a ledger of many lines', (size) => [numbered(size, (n) => `keyFacts ${entry(n)}\n`)]),
  ledger('ledgers', (size) => [numbered(size, (n) => `%%\n%% account-pages 1\nkeyFacts ${entry(n)}\n`)]),
  {
    name: 'a ledger and as many own lines',
    make: (size) => {
      const lines = numbered(size / 2, (number) => `- Own fact about ${letters(number)}.\n`);
      const entries = numbered(size / 2, (number) => `${entry(number)} `);
      return vaultOf({ page: `${PLAIN_PAGE}${lines}\n%% account-pages 1\nkeyFacts ${entries}\n%%\n` });
    },
  },
  {
    name: 'a ledger of table rows',
    make: (size) => {
      const rows = numbered(size / 2, (number) => `| ${letters(number)} Ruiz | CFO |\n`);
      const entries = numbered(size / 2, (number) => `${hex(number)}.AAAABBBBCCCC `);
      const table = `## Collaborators\n\n| Person | Role |\n|---|---|\n${rows}`;
      return vaultOf({ page: `${table}\n%% account-pages 1\ncollaborators ${entries}\n%%\n` });
    },
  },
];

const VAULTS = [
  {
    name: 'near-duplicate facts',
    make: (size) =>
      vaultOf({
        note: `## Key Facts\n${numbered(size, (n) => `- The depot ${letters(n)} runs vans every ${DAYS[n % 7]}.\n`)}`,
      }),
  },
  {
    name: 'facts that share all words but one',
    make: (size) =>
      vaultOf({ note: `## Key Facts\n${numbered(size, (n) => `- Vans leave the depot to ${letters(n)}.\n`)}` }),
  },
  {
    name: 'facts that differ in a number',
    make: (size) => vaultOf({ note: `## Key Facts\n${numbered(size, (n) => `- The depot runs ${n} vans.\n`)}` }),
  },
  {
    name: 'tasks of one owner',
    make: (size) =>
      vaultOf({ note: `## To-dos\n${numbered(size, (n) => `- [ ] Send the offer for ${letters(n)} @Ana\n`)}` }),
  },
  notes(
    'notes of one day',
    (n) => `## Key Facts\n- Fact ${letters(n)}.\n## Attendees\n- Ana Ruiz\n`,
    () => '2026-01-05',
  ),
  notes(
    'notes of one day and title',
    (n) => `---\ntitle: Weekly sync\n---\n## Attendees\n- Ana Ruiz\n## Key Facts\n- Depot ${letters(n)} opened.\n`,
    () => '2026-01-05',
  ),
  notes(
    'notes of one transcript',
    (n) => `## Key Facts\n- Fact ${letters(n)}.\n## Transcript\n${'Ana: we go on.\n'.repeat(20)}`,
  ),
  notes(
    'notes of one source',
    (n) => `---\nsource: a/b.txt\n---\n## Key Facts\n- Fact ${letters(n)}.\n`,
    () => '2026-01-05',
  ),
  notes('notes with tasks of one owner', (n) => `## To-dos\n- [ ] Send offer ${letters(n)} @Ana\n`),
  {
    name: 'accounts that share their first word',
    make: (size) => [
      ...vaultOf({ mention: '## Key Facts\n- Norvane and Acme met.\n' }),
      ...files(size, (n) => [`Accounts/Acme ${letters(n)}/README.md`, '---\ntype: customer\n---\n']),
    ],
  },
  {
    name: 'accounts named by nobody',
    make: (size) => [
      ...vaultOf({}),
      ...files(size, (n) => [`Meetings/2026-01-05 - ${n}.md`, `---\naccount: ${letters(n)}\n---\n`]),
    ],
  },
];

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function vaultShapes() {
  return [...PAGES, ...LEDGERS, ...VAULTS];
}

function ledger(name, lines) {
  const make = (size) => vaultOf({ page: `${PLAIN_PAGE}- a\n\n%% account-pages 1\n${lines(size).join('\n')}\n%%\n` });
  return { name, make };
}

function notes(name, text, day = dayOf) {
  return {
    name,
    make: (size) => [
      ...vaultOf({}),
      ...files(size, (n) => [`Accounts/Norvane/${day(n)} - Sync ${letters(n)}.md`, text(n)]),
    ],
  };
}

/** Small notes, as many as fit. */
function files(size, file) {
  const all = [];
  for (let length = 0, number = 0; length < size; number++) {
    const made = file(number);
    all.push(made);
    length += made[0].length + made[1].length;
  }
  return all;
}

function dayOf(number) {
  const [year, month, day] = [2000 + Math.floor(number / 336), Math.floor((number % 336) / 28), number % 28];
  return `${String(year)}-${String(month + 1).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`;
}

function hex(number) {
  return number.toString(16).padStart(8, '0');
}

function entry(number) {
  return `${hex(number)}.${hex(number + 1)}.Qx0aB1cD${letters(number)}`;
}
