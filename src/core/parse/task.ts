import { isDay, type PlainDate } from '../plain-date.ts';
import { plainText } from '../read/inline.ts';
import { beginningOf } from '../words.ts';
import { ownerIn, type OwnerPlace } from './owner.ts';

export type Priority = 'highest' | 'high' | 'medium' | 'normal' | 'low' | 'lowest';

/** A Markdown checkbox as obsidian-tasks reads it (its help, "Tasks Emoji Format" and "Dataview Format"). */
export interface TaskLine {
  /** Bare: no owner, emoji, date, tag or block id. */
  readonly text: string;
  /** As written after `@`; `[]` where nobody is named. */
  readonly owners: readonly string[];
  readonly priority: Priority;
  readonly due: PlainDate | null;
  readonly scheduled: PlainDate | null;
  readonly start: PlainDate | null;
  readonly created: PlainDate | null;
  readonly doneOn: PlainDate | null;
  readonly cancelledOn: PlainDate | null;
  /** `every week when done` */
  readonly recurrence: string | null;
  readonly tags: readonly string[];
}

type DateField = 'due' | 'scheduled' | 'start' | 'created' | 'doneOn' | 'cancelledOn';

/** By code point, because editors add or drop the variation selector U+FE0F. */
const DATE_MARKS: Readonly<Record<string, DateField>> = {
  '📅': 'due',
  '📆': 'due',
  '🗓': 'due',
  '⏳': 'scheduled',
  '⌛': 'scheduled',
  '🛫': 'start',
  '➕': 'created',
  '✅': 'doneOn',
  '❌': 'cancelledOn',
};
const PRIORITY_MARKS: Readonly<Record<string, Priority>> = {
  '🔺': 'highest',
  '⏫': 'high',
  '🔼': 'medium',
  '🔽': 'low',
  '⏬': 'lowest',
};
const FIELD_NAMES: Readonly<Record<string, DateField>> = {
  due: 'due',
  scheduled: 'scheduled',
  start: 'start',
  created: 'created',
  completion: 'doneOn',
  cancelled: 'cancelledOn',
};

const MARKS = '📅📆🗓⏳⌛🛫➕✅❌🔺⏫🔼🔽⏬🔁🆔⛔🏁';
const MARK = new RegExp(`([${MARKS}])\\uFE0F?`, 'u');
const SPLIT_AT_MARKS = new RegExp(`(?=[${MARKS}])`, 'u');
/** `[due:: 2026-01-31]` or `(due:: 2026-01-31)`, Dataview's inline fields. */
const FIELD = /[[(]\s{0,3}([\w-]{1,40})\s{0,3}::\s{0,3}([^\])[(]{0,200})[\])]/g;
/** What people write in front of a due date in brackets: `(due 2026-01-31)`. */
export const DUE_WORDS =
  'due(?: (?:by|on|date))?|deadline|fällig(?: (?:am|bis))?|frist|échéance|vence(?: el| em)?|fecha límite|prazo';
const DUE_IN_WORDS = new RegExp(
  `\\(\\s{0,3}(?:${DUE_WORDS})\\s{0,3}:?\\s{0,3}(\\d{4}-\\d{2}-\\d{2})\\s{0,3}\\)`,
  'giu',
);
/** `#tag`, not `#1`: Obsidian's tags hold a character that is no digit. */
const TAG = /(^|\s)#(?=[^\s#]*[^\s#\d])([\p{L}\p{N}_/-]+)/gu;
/** An `@` that begins a word: `mail ana@norvane.example` names no owner. */
const OWNER = /(^|[\s(,;/\uE002])@(?=[\p{L}[?])/gu;
/** Stands where a tag was, which ends the owner before it: a private-use character that no note means anything by. */
const TAG_WAS_HERE = '\uE002';
const OWNER_ENDS = /\uE002|\s@(?=[\p{L}[?])|\s\[(?!\[)|\s→/u;

/** Longer lines are no tasks that a person wrote, and some of the patterns below are slow on them. */
const LONGEST_TASK = 2_000;
/** Nobody is called more, and the patterns that clean a name are slow on long runs of dashes or of one word. */
export const LONGEST_NAME = 500;
/** “Ana Ruiz”, as most names are written: nothing to clean, and no two words alike. */
const PLAIN_NAME = /^([A-Z][a-zà-ÿ]+)(?:[ -](?!\1(?:$| ))([A-Z][a-zà-ÿ]+)(?: (?!\2$)[A-Z][a-zà-ÿ]+)?)?$/;
/** `**Ana Ruiz** Send the plan`, `**Ana:** send the plan`; `**Urgent** …` names nobody. */
const BOLD_OWNER =
  /^\*\*(?:(\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){1,3}|Unassigned)\*\*:?|(\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){0,3}):\*\*)\s+(?=\S)/u;

const NO_NAMES: ReadonlySet<string> = new Set();
const NOBODY = new Set(['tbd', 'tba', 'unassigned', 'unknown', 'none', 'nobody', 'n/a', 'na', 'owner', '?', 'tbc']);
/** `**Ana** send the plan`, which needs somebody of that name. */
const BOLD_FIRST_NAME = /^\*\*(\p{Lu}[\p{L}'-]*)\*\*\s+(?=\S)/u;

/**
 * Takes a task's text (after the checkbox) apart. Markers may stand in any order; what is not understood is text.
 * `firstNames`: of the people in the meeting, in lower case.
 */
export function readTaskLine(source: string, firstNames: ReadonlySet<string> = NO_NAMES): TaskLine {
  const fields = new Map<DateField, PlainDate>();
  const owners: string[] = [];
  const tags: string[] = [];
  let priority: Priority = 'normal';
  let recurrence: string | null = null;

  const withoutFields = source
    .slice(0, LONGEST_TASK)
    .replace(/\s\^[\w-]+\s*$/, '')
    // Recorders put the time of the recording behind (`(12:34)`), and the owner in brackets or in bold in front.
    .replace(/\s*\(\d{1,3}:\d{2}(?::\d{2})?\)\s*$/, '')
    .replace(/\((@[^()]+)\)|\*\*(@[^*]+?)\*\*:?/g, ' $1$2 ')
    .replace(BOLD_OWNER, (whole, name: string | undefined, labelled: string | undefined) => {
      // Where an owner is named the usual way, the bold word says something else: whose the task is about.
      if (namesOwner(source)) return whole;
      owners.push(...splitNames(name ?? labelled ?? ''));
      return '';
    })
    .replace(BOLD_FIRST_NAME, (whole, name: string) => {
      if (!firstNames.has(name.toLowerCase()) || namesOwner(source)) return whole;
      owners.push(name);
      return '';
    })
    .replace(DUE_IN_WORDS, (whole, day: string) => {
      if (!isDay(day)) return whole;
      setDay(fields, 'due', day);
      return ' ';
    })
    .replace(FIELD, (whole, name: string, value: string) => {
      const field = FIELD_NAMES[name.toLowerCase()];
      if (field) setDay(fields, field, value);
      else if (/^(?:owner|assignee|assigned)$/i.test(name)) owners.push(...splitNames(value.replace(/^@/, '')));
      else if (/^priority$/i.test(name)) priority = priorityNamed(value) ?? priority;
      else if (/^repeat$/i.test(name)) recurrence = value.trim();
      else return /^(?:id|dependson)$/i.test(name) ? ' ' : whole;
      return ' ';
    });
  const kept = withoutFields.split(SPLIT_AT_MARKS).map((chunk) => {
    const mark = MARK.exec(chunk);
    if (!mark || mark.index > 0) return chunk;
    const rest = chunk.slice(mark[0].length);
    const field = DATE_MARKS[mark[1] ?? ''];
    if (field) return takeDay(fields, field, rest);
    priority = PRIORITY_MARKS[mark[1] ?? ''] ?? priority;
    if (mark[1] === '🔁') recurrence = /^[^#@]*/.exec(rest)?.[0].trim() || recurrence;
    if (mark[1] === '🔁') return rest.replace(/^[^#@]*/, ' ');
    return PRIORITY_MARKS[mark[1] ?? ''] ? rest : rest.replace(/^\s*[\w,-]*/, ' ');
  });
  let ownersTaken = '';
  for (const part of kept) ownersTaken += ` ${takeOwners(takeTags(part, tags), ownersTaken, owners)}`;
  const text = tidy(plainText(ownersTaken));
  return {
    // Where all is a name, there is still something that somebody wrote down.
    text: text === '' && source.includes('@') ? owners.join(', ') : text,
    owners: [...new Set(owners)],
    priority,
    due: fields.get('due') ?? null,
    scheduled: fields.get('scheduled') ?? null,
    start: fields.get('start') ?? null,
    created: fields.get('created') ?? null,
    doneOn: fields.get('doneOn') ?? null,
    cancelledOn: fields.get('cancelledOn') ?? null,
    recurrence,
    tags,
  };
}

/** In lower case, as `readTaskLine` asks for them. */
export function firstNamesOf(names: readonly string[]): ReadonlySet<string> {
  return names.length === 0 ? NO_NAMES : new Set(names.map((name) => (name.split(' ')[0] ?? '').toLowerCase()));
}

function namesOwner(source: string): boolean {
  return /(?:^|\s)@(?=[\p{L}[])/u.test(source);
}

/** `@Ana Ruiz and Ben Okoro` → two; `(last name unknown)` and a doubled last name go; `TBD` is nobody. */
export function splitNames(text: string): string[] {
  return withLinkNames(text)
    .replace(/\([^)]*\)/g, ' ')
    .split(/\s*(?:,|;|\/|&|\+|→|\band\b|\bund\b|\bet\b)\s*/)
    .map((name) => cleanName(name))
    .filter((name) => name !== '' && !NOBODY.has(name.toLowerCase()));
}

/** `[[People/Ana Ruiz/README|Ana]]` → `Ana Ruiz`: the name of the note that a link leads to. */
export function withLinkNames(text: string): string {
  return text.replace(/\[\[([^[\]|#]*)(?:[|#][^[\]]*)?\]\]/g, (_, target: string) => {
    const segments = target.split('/').filter((segment) => !/^(?:readme|index)$/i.test(segment));
    return segments[segments.length - 1] ?? '';
  });
}

/** `[[Ana Ruiz|Ana]]` → `Ana Ruiz`; `Ana Ruiz Ruiz` → `Ana Ruiz`; stray punctuation goes. */
export function cleanName(name: string): string {
  if (PLAIN_NAME.test(name)) return name;
  return (
    withLinkNames(beginningOf(name, LONGEST_NAME))
      .replace(/[*_`]+/g, '')
      .replace(/\s+/g, ' ')
      .replace(/^[\s\-–—:.@]+|[\s\-–—:]+$/g, '')
      // The full stop of “Ana R.” is part of the name, the one that ends a sentence is not.
      .replace(/(\p{L}{2}|\))[.\s]+$/u, '$1')
      .replace(/(?:^|\s)(\S+)(?:\s\1)+$/u, (whole, word: string) => (whole.startsWith(' ') ? ` ${word}` : word))
  );
}

function takeTags(part: string, tags: string[]): string {
  if (!part.includes('#')) return part;
  return part.replace(TAG, (_, before: string, tag: string) => {
    tags.push(tag);
    return `${before}${TAG_WAS_HERE}`;
  });
}

/** `before`: what of the task stands in front of the part. */
function takeOwners(part: string, before: string, owners: string[]): string {
  if (!part.includes('@')) return part.replaceAll(TAG_WAS_HERE, ' ');
  const pieces: string[] = [];
  let from = 0;
  OWNER.lastIndex = 0;
  for (let match = OWNER.exec(part); match; match = OWNER.exec(part)) {
    const start = match.index + match[0].length;
    const rest = part.slice(start);
    const end = OWNER_ENDS.exec(rest)?.index ?? rest.length;
    pieces.push(part.slice(from, match.index), match[1] ?? '');
    const { owner, after, isPartOfText } = ownerIn(rest.slice(0, end), placeBehind([before, ...pieces].join('')));
    owners.push(...splitNames(owner));
    // Inside a sentence the name is part of what is to be done: `Ask @Ana to call` → `Ask Ana to call`.
    pieces.push(isPartOfText ? `${cleanName(owner)}${after}` : after);
    from = start + end;
    OWNER.lastIndex = from;
  }
  pieces.push(part.slice(from));
  return pieces.join('').replaceAll(TAG_WAS_HERE, ' ');
}

function placeBehind(text: string): OwnerPlace {
  const before = text.replaceAll(TAG_WAS_HERE, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(before)) return 'front';
  return /\s/.test(before) ? 'behind' : 'object';
}

function takeDay(fields: Map<DateField, PlainDate>, field: DateField, rest: string): string {
  const day = /^\s*(\d{4}-\d{2}-\d{2})/.exec(rest);
  if (day) setDay(fields, field, day[1] ?? '');
  // `📅 TBD` is a marker without a date: the word that stands for it is no part of the text.
  return rest.replace(day ? day[0] : /^\s*(?:tbd|tba|tbc|n\/a|none|yyyy-mm-dd|asap|\?+)(?=\s|$)/i, ' ');
}

function setDay(fields: Map<DateField, PlainDate>, field: DateField, value: string): void {
  const day = value.trim().slice(0, 10);
  if (isDay(day)) fields.set(field, day);
}

function priorityNamed(value: string): Priority | null {
  const name = value.trim().toLowerCase();
  return Object.values(PRIORITY_MARKS).find((priority) => priority === name) ?? null;
}

/** What is left of `🔼- - ` once the markers are gone. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?:\s+[-–—]+)+\s*$/, '')
    .replace(/^(?:(?:[-–—]+|#{1,6})\s+)+/, '')
    .replace(/\s+([,.;:!?])/g, '$1')
    .trim();
}
