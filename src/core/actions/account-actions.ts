import { lastContactOf } from '../compose/account-page.ts';
import { actionItemsOf, compareActionItems, type ActionItem } from '../compose/action-items.ts';
import { resolveOwner } from '../compose/people.ts';
import type { AccountGraph, AccountMeeting } from '../link/account-graph.ts';
import type { Account, Directory } from '../link/directory.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import type { Settings } from '../settings.ts';

export interface Owner {
  /** In full, where the notes tell who a first name is. */
  readonly name: string;
  /** Whether it is whoever keeps the vault. */
  readonly isMe: boolean;
}

/** An action item that is still to be done, with what a list says of it. */
export interface OpenItem {
  /** The same for the same item as long as its words stay: by it a list knows its rows again. */
  readonly key: string;
  readonly item: ActionItem;
  readonly owners: readonly Owner[];
  /** The first day on which it was written down; null where no note has a date. */
  readonly since: PlainDate | null;
  /** Of the newest note that has it. */
  readonly noteTitle: string;
  /** How many meetings have it, copies of one meeting counted once. */
  readonly meetings: number;
}

/** What is open with one account. */
export interface AccountActions {
  readonly account: Account;
  /** By `compareActionItems`. */
  readonly items: readonly OpenItem[];
  /** The days on which the account was met, one for each meeting, newest first. */
  readonly contacts: readonly PlainDate[];
  /** What this was made of: while both are the same objects, it would come out the same. */
  readonly madeOf: { readonly meetings: readonly AccountMeeting[]; readonly directory: Directory };
}

/** Later than every day that a note may have. */
const END_OF_TIME = '9999-12-31';

/**
 * What is open with every account, by the account's id. What `known` holds is taken over where nothing it was made of
 * has changed. Yields after each account that had to be looked at, so that a host need not block.
 */
export function* followedActions(
  known: ReadonlyMap<string, AccountActions>,
  graph: AccountGraph,
  settings: Settings,
): Generator<undefined, Map<string, AccountActions>> {
  const actions = new Map<string, AccountActions>();
  for (const account of graph.accounts()) {
    const before = known.get(account.id);
    const isCurrent = before?.account === account && isMadeOf(before, account, graph);
    actions.set(account.id, isCurrent ? before : actionsOf(account, graph, settings));
    if (!isCurrent) yield;
  }
  return actions;
}

/** What is open with one account. */
export function actionsOf(account: Account, graph: AccountGraph, settings: Settings): AccountActions {
  const meetings = graph.meetingsOf(account);
  const nameOf = ownerNames(account, graph);
  const keys = new Map<string, number>();
  const items = actionItemsOf(account, graph, settings)
    .filter(({ done }) => !done)
    .map((item): OpenItem => ({
      key: keyOf(item, keys),
      item,
      owners: ownersOf(item, nameOf, graph.directory()),
      since: sinceOf(item),
      noteTitle: graph.get(item.places[0].path)?.title ?? item.places[0].path,
      meetings: new Set(item.places.map(({ date, path }) => date ?? path)).size,
    }))
    .sort((a, b) => compareActionItems(a.item, b.item));
  const contacts = meetings.flatMap((meeting) => lastContactOf([meeting], END_OF_TIME) ?? []);
  return { account, items, contacts, madeOf: { meetings, directory: graph.directory() } };
}

/** The last day, not after today, on which the account was met; null where there is none. */
export function lastContact({ contacts }: AccountActions, today: PlainDate): PlainDate | null {
  return contacts.find((day) => day <= today) ?? null;
}

/** How many meetings there were in each of the last weeks, the week that ends today last. */
export function meetingsPerWeek({ contacts }: AccountActions, today: PlainDate, weeks = 12): number[] {
  const counts = Array.from({ length: weeks }, () => 0);
  for (const day of contacts) {
    const week = weeks - 1 - Math.floor(daysBetween(day, today) / 7);
    if (day <= today && week >= 0) counts[week] = (counts[week] ?? 0) + 1;
  }
  return counts;
}

/** How long an item has been open; null where nobody knows, or it is dated later than today. */
export function daysOpen({ since }: OpenItem, today: PlainDate): number | null {
  return since === null || since > today ? null : daysBetween(since, today);
}

function isMadeOf({ madeOf }: AccountActions, account: Account, graph: AccountGraph): boolean {
  return madeOf.directory === graph.directory() && madeOf.meetings === graph.meetingsOf(account);
}

/** The note that had it first, because newer ones come and go on top; and its words. */
function keyOf({ account, places, text }: ActionItem, keys: Map<string, number>): string {
  const first = places[places.length - 1]?.path ?? '';
  const key = `${account.id} ${first} ${text.toLowerCase()}`;
  const count = (keys.get(key) ?? 0) + 1;
  keys.set(key, count);
  return count === 1 ? key : `${key} ${String(count)}`;
}

function sinceOf({ places }: ActionItem): PlainDate | null {
  const days = places.flatMap(({ date, task }) => [date, task.created]);
  return days.filter((day): day is PlainDate => day?.length === 10).sort()[0] ?? null;
}

function ownersOf(item: ActionItem, nameOf: (owner: string) => string, directory: Directory): Owner[] {
  const owners = item.owners.map((owner) => ({ name: nameOf(owner), isMe: directory.isSelf(owner) }));
  return [...new Map(owners.map((owner) => [owner.name, owner])).values()];
}

/** Whom a first name means is asked once for each, because all of an account's meetings are looked through for it. */
function ownerNames(account: Account, graph: AccountGraph): (owner: string) => string {
  const names = new Map<string, string>();
  return (owner) => {
    const known = names.get(owner) ?? resolveOwner(owner, account, graph);
    names.set(owner, known);
    return known;
  };
}
