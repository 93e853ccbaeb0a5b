import type { Menu } from 'obsidian';
import type { OpenItem } from '../../core/actions/account-actions.ts';
import type { TaskChange } from '../../core/actions/change-note.ts';
import { addDays, nextMonday, weekdayName } from '../../core/actions/days.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import { texts } from '../i18n/texts.ts';

/** What can be done with an item. */
export interface ItemActions {
  readonly tick: (open: OpenItem) => void;
  readonly open: (open: OpenItem, inNewTab: boolean) => void;
  readonly change: (open: OpenItem, change: TaskChange) => void;
  readonly pickDay: (open: OpenItem) => void;
  readonly pickOwner: (open: OpenItem) => void;
  readonly copyText: (open: OpenItem) => void;
  readonly copyLink: (open: OpenItem) => void;
}

/** Adds an item's actions to a menu. */
export function addItemActions(menu: Menu, open: OpenItem, actions: ItemActions, today: PlainDate): void {
  const add = (section: string, icon: string, title: string, action: () => void) =>
    menu.addItem((item) => item.setSection(section).setIcon(icon).setTitle(title).onClick(action));
  const due = (icon: string, title: string, day: PlainDate | null) =>
    add('due', icon, title, () => {
      actions.change(open, { kind: 'due', day });
    });
  const hasCheckbox = open.item.status !== null;

  if (hasCheckbox) {
    add('action', 'check', texts.item.markDone, () => {
      actions.tick(open);
    });
  }
  add('open', 'file-text', texts.item.open, () => {
    actions.open(open, false);
  });
  add('open', 'file-plus', texts.item.openInNewTab, () => {
    actions.open(open, true);
  });
  if (hasCheckbox) {
    const monday = nextMonday(today);
    due('calendar', texts.item.dueToday, today);
    due('calendar', texts.item.dueTomorrow, addDays(today, 1));
    due('calendar', texts.item.dueNextWeek(weekdayName(monday, texts.days)), monday);
    add('due', 'calendar-search', texts.item.pickDay, () => {
      actions.pickDay(open);
    });
    if (open.item.due !== null) due('calendar-off', texts.item.removeDay, null);
    add('owner', 'user', texts.item.setOwner, () => {
      actions.pickOwner(open);
    });
  }
  add('copy', 'copy', texts.item.copyText, () => {
    actions.copyText(open);
  });
  add('copy', 'link', texts.item.copyLink, () => {
    actions.copyLink(open);
  });
}
