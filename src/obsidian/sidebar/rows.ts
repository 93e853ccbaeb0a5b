import { daysOpen, lastContact, meetingsPerWeek, type OpenItem } from '../../core/actions/account-actions.ts';
import { isFiltered, type ActionGroup, type ActionList, type ListOptions } from '../../core/actions/action-list.ts';
import { agoInWords, dueInWords } from '../../core/actions/days.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import { texts } from '../i18n/texts.ts';
import { meetingsInWords } from './meetings-chart.ts';
import type { ListRow } from './window-list.ts';

interface TreeRow extends ListRow {
  readonly group: ActionGroup;
  readonly position: number;
  readonly setSize: number;
}

/** The head of a group, by which it is folded. */
export interface HeadRow extends TreeRow {
  readonly kind: 'head';
  readonly isUnfolded: boolean;
}

export interface ItemRow extends TreeRow {
  readonly kind: 'item';
  readonly open: OpenItem;
  readonly isTicked: boolean;
}

/** Stands below the head of an account with which nothing is open. */
export interface NothingRow extends TreeRow {
  readonly kind: 'nothing';
}

export type ActionRow = HeadRow | ItemRow | NothingRow;

/** What decides which rows there are, beside the list itself. */
export interface RowChoices {
  readonly options: ListOptions;
  readonly unfolded: ReadonlyMap<string, boolean>;
  readonly ticked: ReadonlyMap<string, OpenItem>;
  readonly today: PlainDate;
}

/** A list this short is seen at a glance, so that nothing of it need be folded. */
const SHORT_LIST = 40;

/** The list as rows: heads, and below the unfolded ones their items. */
export function rowsOf(list: ActionList, choices: RowChoices): ActionRow[] {
  return list.groups.flatMap((group, index): ActionRow[] => {
    const isUnfolded = isGroupUnfolded(group, list, choices);
    const head: HeadRow = {
      kind: 'head',
      key: group.key,
      signature: () => headSignature(group, isUnfolded, choices.today),
      group,
      isUnfolded,
      position: index + 1,
      setSize: list.groups.length,
    };
    if (!isUnfolded) return [head];
    if (group.items.length === 0) return [head, nothingIn(group)];
    return [head, ...group.items.map((open, at) => itemRow(open, group, at, choices))];
  });
}

/** As a person left it; else the account of the open note, a short list, what is filtered, and any other grouping. */
export function isGroupUnfolded(group: ActionGroup, list: ActionList, { options, unfolded }: RowChoices): boolean {
  return (
    unfolded.get(group.key) ??
    (group.isCurrent || options.groupBy !== 'account' || isFiltered(options) || list.matching <= SHORT_LIST)
  );
}

function itemRow(open: OpenItem, group: ActionGroup, at: number, { today, ticked, options }: RowChoices): ItemRow {
  const isTicked = ticked.has(open.key);
  return {
    kind: 'item',
    key: `${group.key} ${open.key}`,
    signature: () => itemSignature(open, isTicked, today) + options.groupBy,
    group,
    open,
    isTicked,
    position: at + 1,
    setSize: group.items.length,
  };
}

function nothingIn(group: ActionGroup): NothingRow {
  return { kind: 'nothing', key: `${group.key} nothing`, signature: () => '', group, position: 1, setSize: 1 };
}

function headSignature(group: ActionGroup, isUnfolded: boolean, today: PlainDate): string {
  const { account, title, open, overdue, isCurrent, date } = group;
  const contact = account && [lastContact(account, today), meetingsPerWeek(account, today)];
  return JSON.stringify([title, isUnfolded, open, overdue, isCurrent, date, contact, today]);
}

function itemSignature(open: OpenItem, isTicked: boolean, today: PlainDate): string {
  const { item, owners, noteTitle, meetings } = open;
  const [{ task, date, path }] = item.places;
  const shown = [item.text, item.priority, item.status, item.recurrence, item.due, task.source, date, path];
  return JSON.stringify([...shown, owners, noteTitle, meetings, daysOpen(open, today), isTicked, today]);
}

/** A head for a screen reader, which has no columns: `Norvane, 12 open, 3 overdue, last met 5 days ago, 3 meetings in 12 weeks`. */
export function headName({ group }: HeadRow, today: PlainDate): string {
  const met = group.account && lastContact(group.account, today);
  return [
    group.title,
    texts.sidebar.open(group.open),
    ...(group.overdue > 0 ? [texts.sidebar.overdue(group.overdue)] : []),
    ...(met ? [texts.sidebar.lastMet(agoInWords(met, today, texts.days))] : []),
    ...(group.account ? [meetingsInWords(meetingsPerWeek(group.account, today))] : []),
  ].join(', ');
}

/** An item as one sentence. */
export function itemName({ open, isTicked }: ItemRow, today: PlainDate): string {
  const { item, owners, noteTitle, meetings } = open;
  const { spoken } = texts;
  return [
    item.text,
    ...(isTicked ? [spoken.done] : []),
    ...owners.map(({ name }) => name),
    ...(item.due === null ? [] : [spoken.due(dueInWords(item.due, today, texts.days).words)]),
    ...(item.priority === 'normal' ? [] : [spoken.priorities[item.priority]]),
    ...(item.recurrence === null ? [] : [spoken.repeats(item.recurrence)]),
    ...(item.proposed ? [spoken.proposed] : []),
    spoken.from(noteTitle),
    ...(meetings > 1 ? [spoken.inMeetings(meetings)] : []),
  ].join(', ');
}
