import { setIcon, setTooltip } from 'obsidian';
import { daysOpen } from '../../core/actions/account-actions.ts';
import { dueInWords, shortDate, weekdayName } from '../../core/actions/days.ts';
import { itemSpans } from '../../core/actions/item-text.ts';
import type { ListOptions } from '../../core/actions/action-list.ts';
import type { Priority } from '../../core/parse/task.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import { texts } from '../i18n/texts.ts';
import { drawWords } from './draw-words.ts';
import { createWords } from './own-direction.ts';
import { nameRow } from './row-name.ts';
import { itemName, type ItemRow } from './rows.ts';

/** What an item's row is drawn with. */
export interface ItemDrawing {
  readonly today: PlainDate;
  readonly groupBy: ListOptions['groupBy'];
}

const PRIORITY_ICONS: Readonly<Record<Exclude<Priority, 'normal'>, string>> = {
  highest: 'chevrons-up',
  high: 'chevron-up',
  medium: 'equal',
  low: 'chevron-down',
  lowest: 'chevrons-down',
};

/** Draws an item into its empty row: a checkbox, its words, and below them what else is known of it. */
export function drawItem(row: ItemRow, el: HTMLElement, drawing: ItemDrawing): void {
  const { isTicked, open } = row;
  el.addClass('account-pages-item');
  el.toggleClass('is-ticked', isTicked);
  el.setAttrs({ role: 'treeitem', 'aria-level': 2, 'aria-checked': open.item.status === null ? null : isTicked });
  nameRow(el, row.key, itemName(row, drawing.today));
  drawCheckbox(row, el);
  const body = el.createDiv('account-pages-item-body');
  drawWords(itemSpans(open.item.places[0].task), createWords(body.createDiv('account-pages-item-text')));
  drawDetails(row, body.createDiv('account-pages-details'), drawing);
  drawOrigin(row, body.createDiv('account-pages-details account-pages-origin'), drawing);
  if (isTicked) {
    el.createEl('button', { cls: 'account-pages-undo', text: texts.buttons.undo, attr: { tabindex: '-1' } });
    return;
  }
  const more = el.createEl('button', {
    cls: 'clickable-icon account-pages-more',
    attr: { tabindex: '-1', 'aria-label': texts.item.more, 'aria-haspopup': 'menu' },
  });
  setIcon(more, 'more-horizontal');
}

/** A plain bullet has no checkbox that could be ticked. */
function drawCheckbox({ open, isTicked }: ItemRow, el: HTMLElement): void {
  const { status } = open.item;
  if (status === null) {
    const bullet = el.createSpan({ cls: 'account-pages-bullet' });
    setTooltip(bullet, texts.item.noCheckbox);
    return;
  }
  // The frame makes it large enough for a finger; what is beside the box ticks it too, and does not open the note.
  const checkbox = el.createSpan('account-pages-tick').createEl('input', {
    cls: 'task-list-item-checkbox account-pages-checkbox',
    type: 'checkbox',
    attr: { tabindex: '-1', 'aria-label': texts.item.markDone, 'data-task': isTicked ? 'x' : status },
  });
  checkbox.checked = isTicked;
}

function drawDetails({ open }: ItemRow, el: HTMLElement, { today, groupBy }: ItemDrawing): void {
  const { item, owners } = open;
  drawDue(item.due, el, today);
  drawPriority(item.priority, el);
  if (item.proposed) el.createSpan({ cls: 'account-pages-tag', text: texts.item.proposedTag });
  else if (item.status !== null && !/[ /]/.test(item.status)) {
    setTooltip(el.createSpan({ cls: 'account-pages-tag', text: item.status }), texts.item.status(item.status));
  }
  if (item.recurrence !== null) drawRecurrence(item.recurrence, el);
  for (const { name, isMe } of owners) {
    el.createSpan({
      cls: isMe ? 'account-pages-owner is-me' : 'account-pages-owner',
      text: name,
      attr: { dir: 'auto' },
    });
  }
  if (groupBy !== 'account') el.createSpan({ text: item.account.name, attr: { dir: 'auto' } });
}

/** Which meeting it is from, and for how long it has been open. */
function drawOrigin({ open }: ItemRow, el: HTMLElement, { today, groupBy }: ItemDrawing): void {
  const { item, noteTitle, meetings } = open;
  const { date } = item.places[0];
  if (groupBy !== 'meeting') {
    const source = el.createSpan({ cls: 'account-pages-source', text: noteTitle, attr: { dir: 'auto' } });
    setTooltip(source, date === null ? noteTitle : `${noteTitle}, ${date}`);
    if (date !== null) el.createSpan({ text: shortDate(date, today, texts.days) });
  }
  const days = daysOpen(open, today);
  if (days !== null && days > 0)
    setTooltip(el.createSpan({ text: texts.sidebar.shortAge.days(days) }), texts.item.openFor(days));
  if (meetings > 1) {
    const repeated = el.createSpan({ cls: 'account-pages-repeated', text: `×${String(meetings)}` });
    setTooltip(repeated, texts.item.inSeveral(meetings));
  }
}

function drawDue(due: PlainDate | null, el: HTMLElement, today: PlainDate): void {
  if (due === null) return;
  const { words, isOverdue, isToday } = dueInWords(due, today, texts.days);
  const span = el.createSpan({ cls: 'account-pages-due', text: capitalized(words), attr: { dir: 'auto' } });
  span.toggleClass('is-overdue', isOverdue);
  span.toggleClass('is-today', isToday);
  setTooltip(span, texts.item.dueDay(weekdayName(due, texts.days), due));
}

function drawPriority(priority: Priority, el: HTMLElement): void {
  if (priority === 'normal') return;
  const icon = el.createSpan(`account-pages-priority is-${priority}`);
  setIcon(icon, PRIORITY_ICONS[priority]);
  setTooltip(icon, capitalized(texts.spoken.priorities[priority]));
}

function drawRecurrence(recurrence: string, el: HTMLElement): void {
  const icon = el.createSpan('account-pages-recurrence');
  setIcon(icon, 'repeat');
  setTooltip(icon, texts.item.repeats(recurrence));
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
