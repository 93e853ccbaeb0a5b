import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeTasks, takeBackChanges, type TaskChange } from '../src/core/actions/change-note.ts';
import type { WantedTask } from '../src/core/actions/find-task.ts';
import { readTaskLine } from '../src/core/parse/task.ts';

const TODAY = '2026-10-30';
const TICK: TaskChange = { kind: 'tick' };
const DUE: TaskChange = { kind: 'due', day: '2026-11-02' };

/** A task as it was read from a note that had `source` at `line`. */
function task(source: string, line = 1, status: string | null = ' '): WantedTask {
  const { text, owners, due } = readTaskLine(source);
  return { line, source, status, text, owners, due };
}

function changed(line: string, change: TaskChange, source = line.replace(/^.*?\] /, '')): string {
  const { text, refused } = changeTasks(line, [task(source)], change, TODAY);
  return refused[0] ?? text;
}

describe('ticking', () => {
  it('changes the status and nothing else where no task of the note says when it was done', () => {
    expect(
      ['- [ ] a', '> 1. [ ] a ^id', '\t* [ ] a  ', '- - [ ] a'].map((line) =>
        changed(line, TICK, line.includes('^id') ? 'a ^id' : 'a'),
      ),
    ).toEqual(['- [x] a', '> 1. [x] a ^id', '\t* [x] a  ', '- - [x] a']);
  });

  it('says when it was done as the other done tasks of the note do, before a block’s id', () => {
    const emoji = '- [x] old ✅ 2026-10-01\n- [ ] a 📅 2026-11-01 ^id\n';
    const field = '- [X] old [completion:: 2026-10-01]\r\n- [ ] a\r\n';
    expect([
      changeTasks(emoji, [task('a 📅 2026-11-01 ^id', 2)], TICK, TODAY).text,
      changeTasks(field, [task('a', 2)], TICK, TODAY).text,
    ]).toEqual([
      '- [x] old ✅ 2026-10-01\n- [x] a 📅 2026-11-01 ✅ 2026-10-30 ^id\n',
      '- [X] old [completion:: 2026-10-01]\r\n- [x] a [completion:: 2026-10-30]\r\n',
    ]);
  });

  it('finds a line that has moved, and one that was put right when it was read', () => {
    expect(changeTasks('new\n\n- [ ] a\n', [task('a', 1)], TICK, TODAY).text).toBe('new\n\n- [x] a\n');
    const damaged = '- [ ] Send Ana‚Äôs plan';
    expect(changeTasks(damaged, [task('Send Ana’s plan')], TICK, TODAY).text).toBe('- [x] Send Ana‚Äôs plan');
    const linked = '- [ ] [Send the plan](https://fathom.video/share/1)';
    expect(changeTasks(linked, [task('Send the plan')], TICK, TODAY).text).toBe(
      '- [x] [Send the plan](https://fathom.video/share/1)',
    );
  });

  it('ticks the first line of an item that goes on below', () => {
    expect(changeTasks('- [ ] a\n  b\n', [task('a\nb')], TICK, TODAY).text).toBe('- [x] a\n  b\n');
  });

  it('takes of lines that are alike the one in its place', () => {
    expect(changeTasks('- [ ] a\n- [ ] a\n', [task('a', 2)], TICK, TODAY).text).toBe('- [ ] a\n- [x] a\n');
  });

  it('writes nothing where it cannot be sure, and says why', () => {
    const refusal = (text: string, wanted: WantedTask) => {
      const result = changeTasks(text, [wanted], TICK, TODAY);
      return result.text === text ? result.refused : result.text;
    };
    expect([
      refusal('- [x] a\n', task('a')),
      refusal('- [/] a\n', task('a')),
      refusal('- [ ] b\n', task('a')),
      refusal('Nothing.\n', task('a')),
      refusal('\n- [ ] a\n- [ ] a\n', task('a', 1)),
      refusal('- a\n', task('a', 1, null)),
    ]).toEqual([['closed'], ['changed'], ['changed'], ['gone'], ['several'], ['no checkbox']]);
  });

  it('lets a host tick a line its own way, and keeps the note’s line ends where one line becomes two', () => {
    const own = (line: string) => `${line} 📅 2026-11-06\n${line.replace('[ ]', '[x]')}`;
    const result = changeTasks('one\r\n- [ ] a\r\ntwo', [task('a', 2)], TICK, TODAY, own);
    expect(result).toEqual({
      text: 'one\r\n- [ ] a 📅 2026-11-06\r\n- [x] a\r\ntwo',
      changed: [{ line: 2, before: '- [ ] a', after: '- [ ] a 📅 2026-11-06\r\n- [x] a' }],
      refused: [],
    });
    expect(takeBackChanges(result.text, result.changed).text).toBe('one\r\n- [ ] a\r\ntwo');
  });

  it('takes a tick back, also after lines came above it, and not where the line is another one now', () => {
    const { text, changed: lines } = changeTasks('- [ ] a\n- [ ] b\n', [task('a', 1), task('b', 2)], TICK, TODAY);
    expect(takeBackChanges(`new\n${text}`, lines).text).toBe('new\n- [ ] a\n- [ ] b\n');
    expect(takeBackChanges('- [x] a, really\n- [x] b\n', lines)).toMatchObject({
      text: '- [x] a, really\n- [ ] b\n',
      refused: ['changed'],
    });
  });
});

describe('another due date', () => {
  it('replaces the date that the line has, in the way in which it has it', () => {
    expect(
      [
        '- [ ] a 📅 2026-10-01 ✂',
        '- [ ] a [due:: 2026-10-01] b',
        '- [ ] a (due:: 2026-10-01)',
        '- [/] a 🗓️2026-10-01',
      ].map((line) => changeTasks(line, [task(line.slice(6), 1, line[3] ?? '')], DUE, TODAY).text),
    ).toEqual([
      '- [ ] a 📅 2026-11-02 ✂',
      '- [ ] a [due:: 2026-11-02] b',
      '- [ ] a (due:: 2026-11-02)',
      '- [/] a 🗓️2026-11-02',
    ]);
  });

  it('is added at the end, before a block’s id, as a field where the line has fields', () => {
    expect([
      changed('- [ ] a @Ana ^id', DUE),
      changed('- [ ] a [priority:: high]', DUE),
      changed('- [ ] a', DUE),
    ]).toEqual([
      '- [ ] a @Ana 📅 2026-11-02 ^id',
      '- [ ] a [priority:: high] [due:: 2026-11-02]',
      '- [ ] a 📅 2026-11-02',
    ]);
  });

  it('stays in the words in which it is written', () => {
    const none: TaskChange = { kind: 'due', day: null };
    expect([
      changed('- [ ] a (due 2026-10-01) @Ana', DUE),
      changed('- [ ] a (Deadline: 2026-10-01)', DUE),
      changed('- [ ] a (due 2026-10-01) @Ana', none),
    ]).toEqual(['- [ ] a (due 2026-11-02) @Ana', '- [ ] a (Deadline: 2026-11-02)', '- [ ] a @Ana']);
  });

  it('can be none', () => {
    const none: TaskChange = { kind: 'due', day: null };
    expect([changed('- [ ] a 📅 2026-10-01 ^id', none), changed('- [ ] a [due:: 2026-10-01]', none)]).toEqual([
      '- [ ] a ^id',
      '- [ ] a',
    ]);
  });
});

describe('another owner', () => {
  const owner = (name: string | null): TaskChange => ({ kind: 'owner', name });

  it('takes the place of the one that the line names', () => {
    expect([
      changed('- [ ] a @Ana Ruiz 📅 2026-10-01', owner('Ben Okoro')),
      changed('- [ ] a @[[Ana Ruiz]]', owner('Ben Okoro')),
      changed('- [ ] a [owner:: Ana] b', owner('Ben')),
      changed('- [ ] **Ana Ruiz:** send it', owner('Ben Okoro')),
      changed('- [ ] a @Ana @Ben', owner('Mei Tan')),
    ]).toEqual([
      '- [ ] a @Ben Okoro 📅 2026-10-01',
      '- [ ] a @Ben Okoro',
      '- [ ] a [owner:: Ben] b',
      '- [ ] **Ben Okoro:** send it',
      '- [ ] a @Mei Tan',
    ]);
  });

  it('is written before the dates and tags where nobody is named, and can be nobody', () => {
    expect([
      changed('- [ ] a 📅 2026-10-01 #legal', owner('Ana Ruiz')),
      changed('- [ ] a ^id', owner('Ana')),
      changed('- [ ] a @Ana Ruiz 📅 2026-10-01', owner(null)),
    ]).toEqual(['- [ ] a @Ana Ruiz 📅 2026-10-01 #legal', '- [ ] a @Ana ^id', '- [ ] a 📅 2026-10-01']);
  });

  it('takes the place of one who stands in front', () => {
    expect([
      changed('- [ ] @Ana send it', owner('Ben Okoro')),
      changed('- [ ] @Ana Ruiz send it asap', owner('Mei Tan')),
      changed('- [ ] send it @Ana asap', owner('Ben Okoro')),
    ]).toEqual(['- [ ] @Ben Okoro send it', '- [ ] @Mei Tan send it asap', '- [ ] send it @Ben Okoro asap']);
  });

  it('takes the place of a first name in bold, by whose owner the line is known', () => {
    const task: WantedTask = {
      line: 1,
      source: '**Ana** send it',
      status: ' ',
      text: 'send it',
      owners: ['Ana'],
      due: null,
    };
    const change = (name: string | null) => changeTasks('- [ ] **Ana** send it', [task], owner(name), TODAY);
    expect(change('Ben Okoro').text).toBe('- [ ] **Ben Okoro** send it');
    // Nobody of that name need be in the meeting, and “Ben” would be a word of the task.
    expect([change('Ben').refused, change(null).refused]).toEqual([['not understood'], ['not understood']]);
  });

  it('is refused where the name is part of what is to be done', () => {
    expect(changed('- [ ] Ask @Ana to call back', owner('Ben'))).toBe('not understood');
  });
});

describe('every byte outside the line', () => {
  const line = fc.constantFrom(
    '- [ ] a',
    '- [x] done ✅ 2026-01-01',
    '> - [ ] b @Ana',
    'text',
    '',
    '# H',
    '```',
    '  1. [/] c ^id',
  );
  const eol = fc.constantFrom('\n', '\r\n', '\r');
  const noteOf = fc.array(fc.tuple(line, eol), { maxLength: 12 });
  const change = fc.constantFrom<TaskChange>(TICK, DUE, { kind: 'due', day: null }, { kind: 'owner', name: 'Mei Tan' });

  it('stays as it is, whatever is changed, and the line comes back when that is taken back', () => {
    fc.assert(
      fc.property(
        noteOf,
        noteOf,
        fc.constantFrom('z', 'z @Ana 📅 2026-01-01', 'z ^id'),
        change,
        (above, below, source, what) => {
          const before = above.map((parts) => parts.join('')).join('');
          const after = below.map((parts) => parts.join('')).join('');
          const note = `${before}- [ ] ${source}\n${after}`;
          const result = changeTasks(note, [task(source, 1)], what, TODAY);
          expect(result.refused).toEqual([]);
          expect(result.text.startsWith(before) && result.text.endsWith(`\n${after}`)).toBe(true);
          const middle = result.text.slice(before.length, result.text.length - after.length - 1);
          expect(middle).not.toMatch(/[\r\n]/);
          expect(takeBackChanges(result.text, result.changed).text).toBe(note);
        },
      ),
    );
  });

  it('and the line too stays where nothing is found', () => {
    fc.assert(
      fc.property(noteOf, fc.integer({ min: 1, max: 12 }), change, (lines, at, what) => {
        const note = lines.map((parts) => parts.join('')).join('');
        expect(changeTasks(note, [task('not there', at)], what, TODAY).text).toBe(note);
      }),
    );
  });
});
