import { describe, expect, it } from 'vitest';
import { parseYaml } from '../src/cli/yaml.mts';
import { actionItemsOf } from '../src/core/compose/action-items.ts';
import { collaboratorsOf } from '../src/core/compose/people.ts';
import { AccountGraph } from '../src/core/link/account-graph.ts';
import { readNote, readingRules } from '../src/core/parse/read-note.ts';
import { DEFAULT_SETTINGS } from '../src/core/settings.ts';

/** Characters. At a cost that grows with the square of it, none of these tests would end before its time is over. */
const SIZE = 1_000_000;

type File = readonly [string, string];

const PAGE: File = ['Accounts/Norvane/README.md', '---\ntype: customer\n---\n'];
const own = (text: string): File => ['Accounts/Norvane/2026-01-19 - Review.md', text];
const elsewhere = (text: string): File => ['Meetings/2026-01-26 - Review.md', text];

/** Reads and links a vault of Norvane's page and `files`, and asks for what its page is made of. */
function linked(files: readonly File[]) {
  const rules = readingRules(DEFAULT_SETTINGS, parseYaml);
  const graph = new AccountGraph(DEFAULT_SETTINGS);
  for (const [path, text] of [PAGE, ...files]) graph.put(readNote(path, text, rules));
  const account = graph.accountNamed('Norvane');
  if (!account) throw new Error('Norvane has a page.');
  return {
    problems: graph.problems(),
    meetings: graph.meetingsOf(account),
    tasks: actionItemsOf(account, graph, DEFAULT_SETTINGS),
    people: collaboratorsOf(account, graph),
  };
}

function repeated(unit: string): string {
  return unit.repeat(Math.floor(SIZE / unit.length));
}

/** `piece(0)`, `piece(1)` and so on, up to `SIZE` characters. */
function numbered(piece: (word: string) => string): string {
  return Array.from({ length: Math.floor(SIZE / piece('Aaaaaa').length) }, (_, n) => piece(word(n))).join('');
}

/** As many files of about `length` characters as fit. */
function files(length: number, file: (word: string, number: number) => File): File[] {
  return Array.from({ length: Math.floor(SIZE / length) }, (_, n) => file(word(n), n));
}

/** A number as a capitalised word. */
function word(number: number): string {
  const letters = [...String(number)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

describe('a note of a million characters is read, whatever it repeats', () => {
  it.each([
    ['[', '[['],
    ['![', '[a]('],
    ['([[', '<!--'],
    ['(', ':'],
    ['- ', ' '],
    ['*', '_'],
    ['**a ', '\\'],
    ['a', '17 '],
    ['to ', 'a@'],
    ['@Ana ', '"'],
    ['1. ', '🔁 '],
    ['📅 ', ' (a)'],
  ])('%j, and %j, in a heading, a fact, a task and a person', (...units) => {
    for (const unit of units) {
      const run = repeated(unit).slice(0, SIZE / 4);
      const text = `## Key Facts ${run}x\n- x ${run}x\n## To-dos\n- [ ] x ${run}x\n## Attendees\n- Ana ${run}x\n`;
      expect(linked([own(text)]).meetings).toHaveLength(1);
    }
  });

  it.each([
    ['a line of parentheses', `${repeated('(')}x\n`],
    ['a heading of parentheses', `## Key Facts${repeated(' (a)')}\n- A fact.\n`],
    ['a heading of spaces', `## Key Facts${repeated(' ')}x\n- A fact.\n`],
    ['a transcript with a heading of spaces', `## Transcript\nAna: yes\n# ${repeated(' ')}x\n`],
    ['a voice that never ends', `<v${repeated(' ')}x\n`],
    ['rows that may begin a table', `a|b\n${repeated('|-|\n|-|-|\n')}`],
    ['a row of dashes that is none', `a|b\n${repeated('-')}x\n`],
    ['recording links among brackets', `## Key Facts\n- ${repeated('[a')}](https://fathom.video/x)\n`],
    ['recording links that never open', `## Key Facts\n- ${repeated('](https://fathom.video/')}\n`],
    ['a name of dashes', `## Attendees\n- Ana ${repeated('-')}b\n`],
    ['a name of one letter', `## Attendees\n- ${repeated('A ')}b\n`],
    [
      'two facts of different words',
      ['fact', 'point'].map((kind) => `- ${numbered((name) => `${kind}${name} `)}\n`).join(''),
    ],
    ['facts just short enough to be parsed', `## Key Facts\n${repeated(`- ${'[a]('.repeat(480)}x\n`)}`],
  ])('%s', (_, text) => {
    expect(linked([own(text)]).meetings).toHaveLength(1);
  });

  it('ten million quote marks', () => {
    expect(linked([own(`${'>'.repeat(10_000_000)} a\n`)]).meetings).toHaveLength(1);
  });

  it('links to one account in many spellings', () => {
    const spellings = Array.from({ length: SIZE / 25 }, (_, n) =>
      [...n.toString(4)].map((digit) => '!?.,'.charAt(Number(digit))).join(''),
    );
    const { meetings } = linked([elsewhere(spellings.map((marks) => `[[Norvane${marks}]]\n\n`).join(''))]);
    const evidence = meetings[0]?.notes[0]?.entry.link.evidence.filter(({ rule }) => rule === 'wikilink');
    expect(evidence).toHaveLength(spellings.length);
  });

  it('people by first names only', () => {
    const names = Array.from({ length: SIZE / 10 }, (_, n) => `- ${word(n + 1_000)}\n`);
    const { people } = linked([own(`## Attendees\n${names.join('')}- Bcde Ruiz\n`)]);
    expect(people).toHaveLength(names.length);
    expect(people.find(({ name }) => name === 'Bcde Ruiz')?.meetings).toBe(1);
  });

  it('more unknown accounts than a call takes arguments', () => {
    const labels = Array.from({ length: 150_000 }, (_, n) => `**Customer:** Unknown ${String(n)}\n\n`);
    expect(linked([elsewhere(labels.join(''))]).problems).toHaveLength(labels.length);
  });
});

describe('a vault of a million characters is linked', () => {
  it('with notes of one day', () => {
    const notes = files(110, (name) => [
      `Accounts/Norvane/2026-01-05 - Sync ${name}.md`,
      `## Key Facts\n- Fact ${name}.\n## Attendees\n- Ana Ruiz\n`,
    ]);
    expect(linked(notes).people.map(({ name }) => name)).toEqual(['Ana Ruiz']);
  });

  it('with notes of one source, which all tell of one meeting', () => {
    const notes = files(110, (name) => [
      `Accounts/Norvane/2026-01-05 - Sync ${name}.md`,
      `---\nsource: a/b.txt\n---\n## Key Facts\n- Fact ${name}.\n`,
    ]);
    expect(linked(notes).meetings.map((meeting) => meeting.notes.length)).toEqual([notes.length]);
  });

  it('with notes of one transcript, one of which says whose it is', () => {
    const spoken = `## Transcript\n${'Ana: we go on.\n'.repeat(20)}`;
    const notes = files(350, (name) => [`Meetings/2026-01-05 - Sync ${name}.md`, `- ${name}\n${spoken}`]);
    const { meetings } = linked([...notes, own(spoken)]);
    expect(meetings.map((meeting) => meeting.notes.length)).toEqual([notes.length + 1]);
  });

  it('with tasks of one owner, some of them the same', () => {
    const notes = files(200, (name, number) => [
      `Accounts/Norvane/${day(number)} - Sync ${name}.md`,
      `## To-dos\n- [ ] Send the offer @Ana\n- [ ] Call ${name} @Ana\n`,
    ]);
    const { tasks } = linked(notes);
    expect(tasks.flatMap(({ places }) => places)).toHaveLength(2 * notes.length);
  });

  it('with accounts that share their first word', () => {
    const pages = files(60, (name) => [`Accounts/Acme ${name}/README.md`, '---\ntype: customer\n---\n']);
    const { meetings } = linked([...pages, elsewhere(`## Key Facts\n- Norvane and Acme Bcd met.\n`)]);
    expect(meetings).toHaveLength(1);
  });
});

function day(number: number): string {
  const [year, month, dayOfMonth] = [2000 + Math.floor(number / 336), Math.floor((number % 336) / 28), number % 28];
  return `${String(year)}-${String(month + 1).padStart(2, '0')}-${String(dayOfMonth + 1).padStart(2, '0')}`;
}
