import { addTo } from '../grouping.ts';
import type { Item, Note } from '../parse/note.ts';
import { compareDates, type PlainDate } from '../plain-date.ts';
import { comparePaths } from '../vault.ts';
import { likeness, saysTheSame } from '../wording/compare.ts';
import type { KnownWordings } from '../wording/known-wordings.ts';
import type { Wording } from '../wording/wording.ts';
import { slug } from '../words.ts';

/** A note of a meeting, with what of it concerns one account. */
export interface MeetingNote<Entry> {
  readonly note: Note;
  readonly entry: Entry;
  readonly items: readonly Item[];
}

/** One meeting, told by one note or by several copies. */
export interface Meeting<Entry> {
  readonly date: PlainDate | null;
  /** The note that stands for it: most items, then shortest path. */
  readonly main: MeetingNote<Entry>;
  /** All of its notes, the main one first. */
  readonly notes: readonly MeetingNote<Entry>[];
}

/** Titles share this much of their words when they are taken for titles of one meeting. */
const SIMILAR_TITLES = 0.5;

/**
 * Groups notes that tell of one meeting: the same source or transcript; else the same date, similar titles, a shared
 * participant, and something that both say. Newest first.
 */
export function groupMeetings<Entry>(notes: readonly MeetingNote<Entry>[], wordings: KnownWordings): Meeting<Entry>[] {
  const sorted = [...notes].sort((a, b) => comparePaths(a.note.path, b.note.path));
  const groups = new Groups(sorted.length);
  joinBySource(sorted, groups);
  for (const sameDay of byDate(sorted).values()) joinCopies(sorted, sameDay, groups, wordings);
  const members = new Map<number, MeetingNote<Entry>[]>();
  sorted.forEach((note, index) => addTo(members, groups.of(index), note));
  return [...members.values()].flatMap((group) => meetingOf(group) ?? []).sort(newestFirst);
}

function meetingOf<Entry>(group: readonly MeetingNote<Entry>[]): Meeting<Entry> | null {
  const [main, ...copies] = [...group].sort((a, b) => size(b) - size(a) || comparePaths(a.note.path, b.note.path));
  return main ? { date: main.note.date, main, notes: [main, ...copies] } : null;
}

function size({ items, note }: MeetingNote<unknown>): number {
  return items.length + (note.content.summary ? 1 : 0);
}

function newestFirst(a: Meeting<unknown>, b: Meeting<unknown>): number {
  return compareDates(b.date, a.date) || comparePaths(a.main.note.path, b.main.note.path);
}

/** What makes two notes one meeting. A source's key holds only within a day: recorders use one file name again and again. */
export function meetingKeysOf(note: Note): string[] {
  return note.content.meetingKeys.map((key) => (key.startsWith('source') ? `${key} ${note.date ?? ''}` : key));
}

function joinBySource<Entry>(notes: readonly MeetingNote<Entry>[], groups: Groups): void {
  const first = new Map<string, number>();
  notes.forEach(({ note }, index) => {
    for (const key of meetingKeysOf(note)) {
      const known = first.get(key);
      if (known === undefined) first.set(key, index);
      else groups.join(known, index);
    }
  });
}

function byDate<Entry>(notes: readonly MeetingNote<Entry>[]): Map<PlainDate, number[]> {
  const days = new Map<PlainDate, number[]>();
  notes.forEach(({ note }, index) => {
    if (note.date !== null && note.date.length === 10) addTo(days, note.date, index);
  });
  return days;
}

/** A note as it is compared with the others of its day; read once, because each is compared with many. */
interface Told {
  readonly title: Wording;
  readonly people: ReadonlySet<string>;
  readonly lines: () => readonly Wording[];
}

/**
 * With how many notes of its day each is compared, and how many lines of it: nobody holds more meetings with one
 * account in a day, and without an end to it thousands of notes would cost the square of their number.
 */
const MOST_NEIGHBOURS = 50;
const MOST_LINES = 200;

function joinCopies<Entry>(
  notes: readonly MeetingNote<Entry>[],
  sameDay: readonly number[],
  groups: Groups,
  wordings: KnownWordings,
): void {
  if (sameDay.length < 2) return;
  const told = sameDay.map((index) => toldBy(notes[index]?.note, wordings));
  sameDay.forEach((left, position) => {
    const last = Math.min(sameDay.length - 1, position + MOST_NEIGHBOURS);
    for (let next = position + 1; next <= last; next++) {
      const [a, b, right] = [told[position], told[next], sameDay[next] ?? left];
      if (a && b && groups.of(left) !== groups.of(right) && areCopies(a, b)) groups.join(left, right);
    }
  });
}

function toldBy(note: Note | undefined, wordings: KnownWordings): Told | null {
  if (!note) return null;
  const { items, tasks, summary, participants } = note.content;
  let lines: readonly Wording[] | null = null;
  return {
    title: wordings.read(note.title),
    people: new Set(participants.map(({ name }) => slug(name))),
    lines: () =>
      (lines ??= [...(summary ? [summary] : []), ...items, ...tasks]
        .slice(0, MOST_LINES)
        .map(({ text }) => wordings.read(text))),
  };
}

function areCopies(a: Told, b: Told): boolean {
  if (![...b.people].some((name) => a.people.has(name))) return false;
  if (likeness(a.title, b.title) < SIMILAR_TITLES) return false;
  return a.lines().some((line) => b.lines().some((other) => saysTheSame(line, other)));
}

/** Union-find over positions in a list. */
class Groups {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, index) => index);
  }

  of(index: number): number {
    let root = index;
    while (this.parent[root] !== root) root = this.parent[root] ?? root;
    this.parent[index] = root;
    return root;
  }

  /** The earlier position stands for the group. */
  join(a: number, b: number): void {
    const [low, high] = [this.of(a), this.of(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) this.parent[high] = low;
  }
}
