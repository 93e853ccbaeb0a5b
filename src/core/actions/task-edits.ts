import { DUE_WORDS, firstNamesOf, readTaskLine } from '../parse/task.ts';
import type { PlainDate } from '../plain-date.ts';

/**
 * A task's line → the same line changed; null where that would change what else it says. `owners`: who is to do it, of
 * whom the line alone may not tell.
 */
export type LineEdit = (line: string, owners?: readonly string[]) => string | null;

const CHECKBOX = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+\[)([^\]])(\].*)$/u;
/** What stays behind everything that is added: an id that others link to, and white space. */
const TAIL = /(?:[ \t]\^[\w-]+)?[ \t]*$/;
const DUE_EMOJI = /([📅📆🗓]\uFE0F?[ \t]*)(\d{4}-\d{2}-\d{2})/u;
const DUE_FIELD = /([[(][ \t]*due[ \t]*::[ \t]*)(\d{4}-\d{2}-\d{2})([ \t]*[\])])/i;
const DUE_IN_WORDS = new RegExp(`(\\([ \\t]*(?:${DUE_WORDS})[ \\t]*:?[ \\t]*)(\\d{4}-\\d{2}-\\d{2})([ \\t]*\\))`, 'iu');
const DUE_ANYHOW = [
  /[ \t]*[📅📆🗓]\uFE0F?[ \t]*\d{4}-\d{2}-\d{2}/u,
  /[ \t]*[[(][ \t]*due[ \t]*::[ \t]*\d{4}-\d{2}-\d{2}[ \t]*[\])]/i,
  new RegExp(`[ \\t]*${DUE_IN_WORDS.source}`, 'iu'),
];
const FIELD = /[[(][ \t]*(?:due|scheduled|start|created|completion|priority|repeat)[ \t]*::/i;
const DONE_EMOJI = /✅\uFE0F?[ \t]*\d{4}-\d{2}-\d{2}/u;
const DONE_FIELD = /[[(][ \t]*completion[ \t]*::[ \t]*\d{4}-\d{2}-\d{2}[ \t]*[\])]/i;
/** Where a task's marks begin, before which an owner is written. */
const MARKS_BEGIN = /[ \t]+(?:[📅📆🗓⏳⌛🛫➕✅❌🔺⏫🔼🔽⏬🔁🆔⛔🏁]|[[(][ \t]*[\w-]+[ \t]*::|#[^\s#]|\^[\w-]+[ \t]*$)/u;

/** How the done tasks of a note say when they were done; null where they do not. */
export type DoneStyle = 'emoji' | 'field' | null;

/** By the first done task of the note that says it. */
export function doneStyleOf(lines: readonly string[]): DoneStyle {
  for (const line of lines) {
    if (!/[xX]/.test(CHECKBOX.exec(line)?.[2] ?? '')) continue;
    if (DONE_EMOJI.test(line)) return 'emoji';
    if (DONE_FIELD.test(line)) return 'field';
  }
  return null;
}

/** Ticks the line, and says when it was done where its note does so (obsidian-tasks, “Done date”). */
export function tickedOn(today: PlainDate, style: DoneStyle): LineEdit {
  return (line) => {
    const ticked = line.replace(CHECKBOX, '$1x$3');
    if (ticked === line) return null;
    if (style === null || DONE_EMOJI.test(line) || DONE_FIELD.test(line)) return ticked;
    return withAtEnd(ticked, style === 'emoji' ? `✅ ${today}` : `[completion:: ${today}]`);
  };
}

/** Sets the due date in the way in which the line has its dates; takes it away where `due` is null. */
export function rescheduledTo(due: PlainDate | null): LineEdit {
  return checked(
    (line) => {
      if (due === null) return DUE_ANYHOW.reduce((rest, pattern) => rest.replace(pattern, ''), line);
      if (DUE_EMOJI.test(line)) return line.replace(DUE_EMOJI, `$1${due}`);
      if (DUE_FIELD.test(line)) return line.replace(DUE_FIELD, `$1${due}$3`);
      if (DUE_IN_WORDS.test(line)) return line.replace(DUE_IN_WORDS, `$1${due}$3`);
      return withAtEnd(line, FIELD.test(line) ? `[due:: ${due}]` : `📅 ${due}`);
    },
    (before, after) => after.due === due && sameOwners(before.owners, after.owners),
  );
}

/** Sets who is to do it, in place of whoever is named; nobody where `owner` is null. */
export function ownedBy(owner: string | null): LineEdit {
  const wanted = owner === null ? [] : [owner];
  return checked(
    (line, known) => {
      const { owners } = readTaskLine(textOf(line), known);
      const [first, ...others] = owners;
      const without = others.reduce((rest, name) => withOwner(rest, name, null), line);
      if (first !== undefined) return withOwner(without, first, owner);
      return owner === null ? line : withBeforeMarks(line, `@${owner}`);
    },
    (before, after) => sameOwners(after.owners, wanted) && after.due === before.due,
  );
}

type Read = ReturnType<typeof readTaskLine>;

/** An edit whose result is read again: what the task says has to be as before, and what was to change as wanted. */
function checked(
  edit: (line: string, known: ReadonlySet<string>) => string,
  holds: (before: Read, after: Read) => boolean,
): LineEdit {
  return (line, owners = []) => {
    const known = firstNamesOf(owners);
    const edited = edit(line, known);
    const [before, after] = [readTaskLine(textOf(line), known), readTaskLine(textOf(edited), known)];
    return before.text === after.text && holds(before, after) ? edited : null;
  };
}

function sameOwners(a: readonly string[], b: readonly string[]): boolean {
  return a.join('\n') === b.join('\n');
}

/** What stands behind the checkbox. */
function textOf(line: string): string {
  return (CHECKBOX.exec(line)?.[3] ?? '').slice(1).trim();
}

function withAtEnd(line: string, mark: string): string {
  const end = TAIL.exec(line)?.index ?? line.length;
  return `${line.slice(0, end)} ${mark}${line.slice(end)}`;
}

function withBeforeMarks(line: string, mark: string): string {
  const end = MARKS_BEGIN.exec(line)?.index ?? TAIL.exec(line)?.index ?? line.length;
  return `${line.slice(0, end)} ${mark}${line.slice(end)}`;
}

/** The ways in which a line names an owner, each with what it becomes for another one. */
function withOwner(line: string, name: string, other: string | null): string {
  const written = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ \\t]+');
  const shapes: readonly [RegExp, string][] = [
    [new RegExp(`([ \\t])@\\[\\[(?:[^\\]|]*/)?${written}(?:/README)?(?:\\|[^\\]]*)?\\]\\]`, 'i'), '$1@'],
    [new RegExp(`([ \\t])@${written}(?![\\p{L}\\p{N}])`, 'iu'), '$1@'],
    [new RegExp(`([[(][ \\t]*(?:owner|assignee|assigned)[ \\t]*::[ \\t]*)@?${written}(?=[ \\t]*[\\])])`, 'i'), '$1'],
    [new RegExp(`(\\][ \\t]+\\*\\*)${written}(?=:?\\*\\*)`, 'i'), '$1'],
  ];
  const shape = shapes.find(([pattern]) => pattern.test(line));
  if (!shape) return line;
  const [pattern, before] = shape;
  if (other !== null)
    return line.replace(pattern, (...found: string[]) => `${found[1] ?? ''}${before.slice(2)}${other}`);
  if (before !== '$1@') return line;
  const at = pattern.exec(line);
  return at === null ? line : line.slice(0, at.index) + line.slice(at.index + at[0].length);
}
