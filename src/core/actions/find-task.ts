import type { Task } from '../parse/note.ts';
import { firstNamesOf, readTaskLine } from '../parse/task.ts';
import { repairEncoding } from '../read/encoding.ts';
import { linesOf, type TextLine } from '../text-edit.ts';

/** The task that a person sees in a list, and where it stood when its note was read. */
export type WantedTask = Pick<Task, 'line' | 'source' | 'status' | 'text' | 'owners' | 'due'>;

/** Why a task's line is left as it is. */
export type Refusal =
  /** It is ticked or cancelled by now. */
  | 'closed'
  /** Another text stands in its place. */
  | 'changed'
  | 'gone'
  /** Several lines are alike, and none of them stands where it stood. */
  | 'several'
  /** The line is a plain bullet. */
  | 'no checkbox'
  /** The line could not be changed without changing what else it says. */
  | 'not understood';

/** A line of a note with a checkbox. */
export interface TaskLineFound {
  /** Counted from 1. */
  readonly number: number;
  readonly line: TextLine;
  /** The character in the brackets. */
  readonly status: string;
  /** Where it stands in the line. */
  readonly statusAt: number;
  /** What stands behind the checkbox. */
  readonly text: string;
}

/** Quote marks, list marks (one list may begin within another), and the box. */
const CHECKBOX = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+\[([^\]])\](?=[ \t]|$)/u;

/** The line of a note with this task: by its words, and where several have the same, by its place. */
export function findTask(note: string, wanted: WantedTask): TaskLineFound | Refusal {
  if (wanted.status === null) return 'no checkbox';
  const lines = linesOf(note);
  const tasks = lines.flatMap((line, index) => readCheckbox(line, index + 1) ?? []);
  const source = wanted.source.split('\n')[0]?.trim() ?? '';
  const exact = tasks.filter(({ text }) => text.trim() === source);
  const alike = exact.length > 0 ? exact : tasks.filter(({ text }) => readsAs(text, wanted));
  const same = alike.filter(({ status }) => status === wanted.status);
  const inPlace = same.find(({ number }) => number === wanted.line);
  if (inPlace) return inPlace;
  const [found, another] = same;
  if (found) return another ? 'several' : found;
  const [other] = alike;
  if (other) return /[xX-]/.test(other.status) ? 'closed' : 'changed';
  return tasks.some(({ number }) => number === wanted.line) ? 'changed' : 'gone';
}

function readCheckbox(line: TextLine, number: number): TaskLineFound | null {
  const match = CHECKBOX.exec(line.text);
  if (!match) return null;
  const [whole, status = ''] = match;
  const statusAt = whole.length - 1 - status.length;
  return { number, line, status, statusAt, text: line.text.slice(whole.length) };
}

/** A line that was put right when it was read, or lost a recorder's link, says the same and is another text. */
function readsAs(text: string, wanted: WantedTask): boolean {
  const read = readTaskLine(repairEncoding(text).text.trim(), firstNamesOf(wanted.owners));
  return read.text === wanted.text && read.due === wanted.due && read.owners.join('\n') === wanted.owners.join('\n');
}
