import { addTo } from '../grouping.ts';
import { compareActionItems } from '../compose/action-items.ts';
import type { Priority } from '../parse/task.ts';
import { compareDates, type PlainDate } from '../plain-date.ts';
import { compareText, type NotePath } from '../vault.ts';
import type { AccountActions, OpenItem } from './account-actions.ts';
import { addDays } from './days.ts';

export const GROUPINGS = ['account', 'owner', 'due', 'meeting'] as const;
export const SORTINGS = ['due', 'priority', 'age'] as const;
export const OWNER_FILTERS = ['anyone', 'mine', 'theirs', 'unassigned'] as const;
export const DUE_FILTERS = ['any', 'overdue', 'week', 'none'] as const;
export const PROPOSED_FILTERS = ['any', 'only', 'without'] as const;

/** What a person chose to see, and in which order. */
export interface ListOptions {
  readonly groupBy: (typeof GROUPINGS)[number];
  readonly sortBy: (typeof SORTINGS)[number];
  /** Words that all have to be found, in any order and case. */
  readonly text: string;
  readonly owner: (typeof OWNER_FILTERS)[number];
  readonly due: (typeof DUE_FILTERS)[number];
  readonly proposed: (typeof PROPOSED_FILTERS)[number];
}

export const DEFAULT_OPTIONS: ListOptions = {
  groupBy: 'account',
  sortBy: 'due',
  text: '',
  owner: 'anyone',
  due: 'any',
  proposed: 'any',
};

export interface ActionGroup {
  /** The same for the same group: by it a list knows what is folded. */
  readonly key: string;
  readonly title: string;
  /** Whose group it is, where the list is grouped by account. */
  readonly account: AccountActions | null;
  /** The meeting's note, where the list is grouped by meeting. */
  readonly note: NotePath | null;
  readonly date: PlainDate | null;
  /** Whether it is the group of the account whose note is open. */
  readonly isCurrent: boolean;
  readonly items: readonly OpenItem[];
  /** Those of the items that were not just ticked. */
  readonly open: number;
  readonly overdue: number;
}

export interface ActionList {
  readonly groups: readonly ActionGroup[];
  /** Items that match, each counted once, whatever number of groups show it. */
  readonly matching: number;
  readonly all: number;
  readonly overdue: number;
}

/** What the list is made of. */
export interface ListSource {
  readonly accounts: Iterable<AccountActions>;
  /** Items that were just ticked and still stand in their places; they count as open no more. */
  readonly ticked: ReadonlyMap<string, OpenItem>;
  /** The account whose note is open. */
  readonly currentId: string | null;
  readonly today: PlainDate;
}

interface GroupPlace {
  readonly key: string;
  readonly title: string;
  /** Orders groups; of two alike the title decides. */
  readonly rank: string;
  readonly note?: NotePath;
  readonly date?: PlainDate | null;
}

/** What groups are called that are not called by a name of the vault. */
export const GROUP_TITLES = {
  mine: 'Mine',
  unassigned: 'Unassigned',
  overdue: 'Overdue',
  today: 'Today',
  week: 'Next 7 days',
  later: 'Later',
  noDueDate: 'No due date',
};

/** Filters, groups and sorts what is open. */
export function listActions(source: ListSource, options: ListOptions, titles = GROUP_TITLES): ActionList {
  const { ticked, today, currentId } = source;
  const count = counter(ticked, today);
  const matches = isFiltered(options) ? matcher(options, today) : null;
  const accounts = [...source.accounts].map((actions) => {
    const known = withTicked(actions, ticked);
    const items = matches ? known.filter(matches) : known;
    const counts = count(items);
    return { actions, items, ...counts, all: matches ? count(known).open : counts.open };
  });
  const groups =
    options.groupBy === 'account'
      ? accounts
          .map((account) => accountGroup(account.actions, account, account.actions.account.id === currentId))
          .filter(({ items, isCurrent }) => items.length > 0 || (isCurrent && !isFiltered(options)))
          .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
      : placedGroups(
          accounts.flatMap(({ items }) => items),
          (item) => placesOf(item, options.groupBy, today, titles),
        ).map((group) => ({ ...group, ...count(group.items) }));
  // An account's items are in the order of their due days as they are.
  const compare = options.groupBy === 'account' && options.sortBy === 'due' ? null : comparison(options.sortBy);
  return {
    groups: compare ? groups.map((group) => ({ ...group, items: [...group.items].sort(compare) })) : groups,
    matching: sumOf(accounts, ({ open }) => open),
    all: sumOf(accounts, ({ all }) => all),
    overdue: sumOf(accounts, ({ overdue }) => overdue),
  };
}

type Counts = Pick<ActionGroup, 'open' | 'overdue'>;

/** Goes through the items once: there may be tens of thousands, and the list is drawn between two frames. */
function counter(ticked: ReadonlyMap<string, OpenItem>, today: PlainDate): (items: readonly OpenItem[]) => Counts {
  return (items) => {
    let [open, overdue] = [0, 0];
    for (const { key, item } of items) {
      if (ticked.size > 0 && ticked.has(key)) continue;
      open++;
      if (item.due !== null && item.due < today) overdue++;
    }
    return { open, overdue };
  };
}

function sumOf<Value>(values: readonly Value[], count: (value: Value) => number): number {
  return values.reduce((sum, value) => sum + count(value), 0);
}

/** Whether anything is left out of the list. */
export function isFiltered({ text, owner, due, proposed }: ListOptions): boolean {
  return text.trim() !== '' || owner !== 'anyone' || due !== 'any' || proposed !== 'any';
}

/** A ticked item stands where it stood, also once its note is read again and has it no more. */
function withTicked({ account, items }: AccountActions, ticked: ReadonlyMap<string, OpenItem>): readonly OpenItem[] {
  if (ticked.size === 0) return items;
  const keys = new Set(items.map(({ key }) => key));
  return [
    ...items,
    ...[...ticked.values()].filter(({ key, item }) => item.account.id === account.id && !keys.has(key)),
  ].sort((a, b) => compareActionItems(a.item, b.item));
}

function matcher(options: ListOptions, today: PlainDate): (item: OpenItem) => boolean {
  const words = options.text.toLowerCase().split(/\s+/).filter(Boolean);
  const endOfWeek = addDays(today, 7);
  return ({ item, owners, noteTitle }) => {
    const { due, proposed } = item;
    if (options.owner === 'mine' && !owners.some(({ isMe }) => isMe)) return false;
    if (options.owner === 'theirs' && !owners.some(({ isMe }) => !isMe)) return false;
    if (options.owner === 'unassigned' && owners.length > 0) return false;
    if (options.due === 'none' && due !== null) return false;
    if (options.due === 'overdue' && (due === null || due >= today)) return false;
    if (options.due === 'week' && (due === null || due > endOfWeek)) return false;
    if (options.proposed !== 'any' && proposed !== (options.proposed === 'only')) return false;
    if (words.length === 0) return true;
    const said = [item.text, item.account.name, noteTitle, ...owners.map(({ name }) => name), ...tagsOf(item)];
    const text = said.join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

function tagsOf({ places }: OpenItem['item']): string[] {
  return places[0].task.tags.map((tag) => `#${tag}`);
}

type Group = Omit<ActionGroup, keyof Counts>;

function accountGroup(
  actions: AccountActions,
  { items, open, overdue }: Counts & Pick<ActionGroup, 'items'>,
  isCurrent: boolean,
): ActionGroup {
  const { id, name, path } = actions.account;
  const group = { key: `account ${id}`, title: name, account: actions, note: path, date: null };
  return { ...group, isCurrent, items, open, overdue };
}

function placedGroups(items: readonly OpenItem[], placesOfItem: (item: OpenItem) => GroupPlace[]): Group[] {
  const members = new Map<string, OpenItem[]>();
  const places = new Map<string, GroupPlace>();
  for (const item of items) {
    for (const place of placesOfItem(item)) {
      places.set(place.key, place);
      addTo(members, place.key, item);
    }
  }
  return [...places.values()]
    .sort((a, b) => compareText(a.rank, b.rank) || compareText(a.title, b.title))
    .map(({ key, title, note, date }) => ({
      key,
      title,
      account: null,
      note: note ?? null,
      date: date ?? null,
      isCurrent: false,
      items: members.get(key) ?? [],
    }));
}

function placesOf(
  open: OpenItem,
  groupBy: ListOptions['groupBy'],
  today: PlainDate,
  titles: typeof GROUP_TITLES,
): GroupPlace[] {
  if (groupBy === 'due') return [dueGroup(open.item.due, today, titles)];
  if (groupBy === 'meeting') return [meetingGroup(open)];
  if (open.owners.length === 0) return [{ key: 'owner', title: titles.unassigned, rank: '2' }];
  return open.owners.map(({ name, isMe }) =>
    isMe ? { key: 'owner me', title: titles.mine, rank: '0' } : { key: `owner ${name}`, title: name, rank: '1' },
  );
}

function dueGroup(due: PlainDate | null, today: PlainDate, titles: typeof GROUP_TITLES): GroupPlace {
  if (due === null) return { key: 'due none', title: titles.noDueDate, rank: '4' };
  if (due < today) return { key: 'due overdue', title: titles.overdue, rank: '0' };
  if (due === today) return { key: 'due today', title: titles.today, rank: '1' };
  return due <= addDays(today, 7)
    ? { key: 'due week', title: titles.week, rank: '2' }
    : { key: 'due later', title: titles.later, rank: '3' };
}

/** The newest meeting first, undated ones last. */
function meetingGroup({ item, noteTitle }: OpenItem): GroupPlace {
  const { path, date } = item.places[0];
  return { key: `meeting ${path}`, title: noteTitle, rank: newestFirst(date), note: path, date };
}

/** A text that sorts later days first: each digit becomes what is left to nine. */
function newestFirst(date: PlainDate | null): string {
  return date === null ? '~' : date.replace(/\d/g, (digit) => String(9 - Number(digit)));
}

const PRIORITIES: readonly Priority[] = ['highest', 'high', 'medium', 'normal', 'low', 'lowest'];

function comparison(sortBy: ListOptions['sortBy']): (a: OpenItem, b: OpenItem) => number {
  if (sortBy === 'due') return (a, b) => compareActionItems(a.item, b.item);
  if (sortBy === 'priority') {
    const rank = ({ item }: OpenItem) => PRIORITIES.indexOf(item.priority);
    return (a, b) => rank(a) - rank(b) || compareActionItems(a.item, b.item);
  }
  // What has been open for longest comes first; what nobody knows the age of, last.
  return (a, b) => compareDates(a.since ?? '9999', b.since ?? '9999') || compareActionItems(a.item, b.item);
}
