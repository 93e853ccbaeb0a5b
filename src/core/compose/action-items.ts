import { addTo } from '../grouping.ts';
import type { AccountGraph } from '../link/account-graph.ts';
import type { Account } from '../link/directory.ts';
import type { Task } from '../parse/note.ts';
import type { Priority } from '../parse/task.ts';
import { compareDates, type PlainDate } from '../plain-date.ts';
import type { Settings } from '../settings.ts';
import { compareText, type NotePath } from '../vault.ts';
import { areAlike, saysTheSame } from '../wording/compare.ts';
import { readWording, type Wording } from '../wording/wording.ts';
import { slug } from '../words.ts';

/** Where a task's checkbox stands. */
export interface TaskPlace {
  readonly path: NotePath;
  readonly line: number;
  readonly task: Task;
  readonly date: PlainDate | null;
}

/** A task of an account's meetings, once, however many notes repeat it. */
export interface ActionItem {
  readonly account: Account;
  /** Bare: no owner, emoji or tag. */
  readonly text: string;
  /** As written, `@Myself` as the vault's owner. */
  readonly owners: readonly string[];
  readonly due: PlainDate | null;
  readonly priority: Priority;
  /** The character in the brackets; null for a plain bullet. */
  readonly status: string | null;
  readonly done: boolean;
  readonly proposed: boolean;
  readonly recurrence: string | null;
  /** The newest first. */
  readonly places: readonly [TaskPlace, ...TaskPlace[]];
}

/** obsidian-tasks' done and cancelled, and the “researched, moved on” of common themes. Any other symbol is open. */
const CLOSED = new Set(['x', 'X', '-', 'R']);

/** All tasks of the account's meetings, open and done; newest meeting first, then as they stand in the note. */
export function actionItemsOf(account: Account, graph: AccountGraph, settings: Settings): ActionItem[] {
  const items: Gathered[] = [];
  const byOwnersAndDue = new Map<string, number[]>();
  for (const meeting of graph.meetingsOf(account)) {
    const ofMeeting = new Set(meeting.notes.map(({ note }) => note.path));
    for (const { note, entry } of meeting.notes) {
      for (const task of entry.tasks) {
        if (task.status === '?' && !settings.proposedTasks) continue;
        const place: TaskPlace = { path: note.path, line: task.line, task, date: note.date };
        const owners = task.owners.map((owner) =>
          graph.directory().isSelf(owner) ? (settings.ownNames[0] ?? 'Me') : owner,
        );
        const key = owners
          .map((owner) => slug(owner))
          .sort()
          .join(' ');
        const candidates = (byOwnersAndDue.get(key) ?? []).slice(-MOST_CANDIDATES);
        const reading = onceRead(task.text);
        const known = candidates.find((index) => repeats(items[index], task, place, reading, ofMeeting));
        const repeated = known === undefined ? undefined : items[known];
        if (repeated) repeated.item = united(repeated.item, task, repeated.places, place);
        else {
          addTo(byOwnersAndDue, key, items.length);
          items.push(gathered(newItem(account, task, owners, place), place, reading));
        }
      }
    }
  }
  return items.map(({ item }) => item);
}

/** An item while its repeats are looked for: its places grow, and its words are read once for all comparisons. */
interface Gathered {
  item: ActionItem;
  readonly places: [TaskPlace, ...TaskPlace[]];
  readonly wording: () => Wording;
}

function gathered(item: ActionItem, place: TaskPlace, wording: () => Wording): Gathered {
  const places: Gathered['places'] = [place];
  return { item: { ...item, places }, places, wording };
}

function onceRead(text: string): () => Wording {
  let wording: Wording | null = null;
  return () => (wording ??= readWording(text));
}

/** Overdue and urgent first: by due date (none last), priority, newest meeting, and place. */
export function compareActionItems(a: ActionItem, b: ActionItem): number {
  const [left, right] = [a.places[0], b.places[0]];
  return (
    compareText(a.due ?? '9999', b.due ?? '9999') ||
    PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
    compareDates(right.date, left.date) ||
    compareText(left.path, right.path) ||
    left.line - right.line
  );
}

/** Of thousands of tasks of one owner only the latest are looked through for a repeat. */
const MOST_CANDIDATES = 300;

const PRIORITIES: readonly Priority[] = ['highest', 'high', 'medium', 'normal', 'low', 'lowest'];

function newItem(account: Account, task: Task, owners: readonly string[], place: TaskPlace): ActionItem {
  return {
    account,
    owners,
    text: task.text,
    due: task.due,
    priority: task.priority,
    status: task.status,
    done: task.status !== null && CLOSED.has(task.status),
    proposed: task.status === '?',
    recurrence: task.recurrence,
    places: [place],
  };
}

/** The same words for the same owners, and no other due date or series: two weekly reports are two tasks. */
function repeats(
  known: Gathered | undefined,
  task: Task,
  place: TaskPlace,
  reading: () => Wording,
  ofMeeting: ReadonlySet<NotePath>,
): boolean {
  if (!known) return false;
  const { item, places, wording } = known;
  if (item.due !== null && task.due !== null && item.due !== task.due) return false;
  // A list may hold the same line twice on purpose; only another note repeats it. The notes come one after the other.
  if (places[places.length - 1]?.path === place.path) return false;
  if (item.text.toLowerCase() === task.text.toLowerCase()) return true;
  // Two recorders' wordings of one meeting's task: the owner and the day make up for what the words leave open.
  const ofOneMeeting = ofMeeting.has(places[0].path);
  const sameDay = ofOneMeeting && item.due !== null && item.due === task.due && item.priority === task.priority;
  return saysTheSame(wording(), reading()) || (sameDay && areAlike(wording(), reading()));
}

/** Done wins over open, so that ticking any copy is enough. */
function united(item: ActionItem, task: Task, places: Gathered['places'], place: TaskPlace): ActionItem {
  places.push(place);
  const done = task.status !== null && CLOSED.has(task.status);
  const closing = done && !item.done;
  return {
    ...item,
    due: item.due ?? task.due,
    status: closing ? task.status : item.status,
    done: item.done || done,
    proposed: item.proposed && task.status === '?',
    places,
  };
}
