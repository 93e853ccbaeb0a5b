import { applyEdits, lineEndOf, linesOf } from '../text-edit.ts';
import type { PlainDate } from '../plain-date.ts';
import { findTask, type Refusal, type WantedTask } from './find-task.ts';
import { doneStyleOf, rescheduledTo, ownedBy, tickedOn, type LineEdit } from './task-edits.ts';

/** What a person wants of a task. */
export type TaskChange =
  | { readonly kind: 'tick' }
  | { readonly kind: 'due'; readonly day: PlainDate | null }
  | { readonly kind: 'owner'; readonly name: string | null };

/** How a host ticks a line, where something else than a plain tick is called for; null leaves it to the plain tick. */
export type TickLine = (line: string) => string | null;

/** A line that was changed: enough to take it back. */
export interface ChangedLine {
  /** Counted from 1, of the first of the lines that stand there now. */
  readonly line: number;
  readonly before: string;
  /** A recurring task may have become two lines. */
  readonly after: string;
}

export interface NoteEdit {
  readonly text: string;
  readonly changed: readonly ChangedLine[];
  readonly refused: readonly Refusal[];
}

/**
 * A note's text → the same text with the lines of these tasks changed. A line that is not as it was when it was read
 * stays as it is now, and the reason is given. Every byte outside the lines is unchanged.
 */
export function changeTasks(
  text: string,
  wanted: readonly WantedTask[],
  change: TaskChange,
  today: PlainDate,
  tickLine: TickLine = () => null,
): NoteEdit {
  const edit = editFor(text, change, today, tickLine);
  const changed: ChangedLine[] = [];
  const refused: Refusal[] = [];
  let current = text;
  for (const task of wanted) {
    const found = findTask(current, task);
    const edited = typeof found === 'string' ? found : (edit(found.line.text, task.owners) ?? 'not understood');
    if (typeof found === 'string') refused.push(found);
    else if (edited === 'not understood') refused.push(edited);
    else if (edited !== found.line.text) {
      const { start, text: before } = found.line;
      const after = edited.replace(/\r\n|\r|\n/g, lineEndOf(text));
      current = applyEdits(current, [{ start, end: start + before.length, text: after }]);
      changed.push({ line: found.number, before, after });
    }
  }
  return { text: current, changed, refused };
}

/** Puts lines back as they were. One that is not as the change left it stays as it is now. */
export function takeBackChanges(text: string, changed: readonly ChangedLine[]): NoteEdit {
  const back: ChangedLine[] = [];
  const refused: Refusal[] = [];
  let current = text;
  for (const { line, before, after } of [...changed].reverse()) {
    const start = placeOf(current, after, line);
    if (typeof start === 'string') refused.push(start);
    else {
      current = applyEdits(current, [{ start, end: start + after.length, text: before }]);
      back.push({ line, before: after, after: before });
    }
  }
  return { text: current, changed: back, refused };
}

function editFor(text: string, change: TaskChange, today: PlainDate, tickLine: TickLine): LineEdit {
  if (change.kind === 'due') return rescheduledTo(change.day);
  if (change.kind === 'owner') return ownedBy(change.name);
  const plainTick = tickedOn(today, doneStyleOf(linesOf(text).map((line) => line.text)));
  return (line) => tickLine(line) ?? plainTick(line);
}

/** Where whole lines with this text begin: the only such place, or the one at the line. */
function placeOf(text: string, wanted: string, line: number): number | Refusal {
  const lines = linesOf(text);
  const places = lines.filter(({ start }) => text.startsWith(wanted, start) && isLineEnd(text, start + wanted.length));
  const atLine = lines[line - 1];
  if (atLine && places.includes(atLine)) return atLine.start;
  const [place, another] = places;
  if (!place) return 'changed';
  return another ? 'several' : place.start;
}

function isLineEnd(text: string, at: number): boolean {
  return at === text.length || text[at] === '\n' || text[at] === '\r';
}
