import { setIcon, setTooltip } from 'obsidian';
import { lastContact, meetingsPerWeek } from '../../core/actions/account-actions.ts';
import { agoInWords, shortDate } from '../../core/actions/days.ts';
import { daysBetween, type PlainDate } from '../../core/plain-date.ts';
import { texts } from '../i18n/texts.ts';
import { drawMeetingsChart } from './meetings-chart.ts';
import { createWords } from './own-direction.ts';
import { nameRow } from './row-name.ts';
import { headName, type HeadRow } from './rows.ts';

/** Draws the head of a group into its empty row. */
export function drawHead(row: HeadRow, el: HTMLElement, today: PlainDate): void {
  const { group, isUnfolded } = row;
  el.addClass('account-pages-head');
  el.toggleClass('is-current', group.isCurrent);
  el.toggleClass('is-folded', !isUnfolded);
  el.setAttrs({ role: 'treeitem', 'aria-level': 1, 'aria-expanded': isUnfolded });
  nameRow(el, row.key, headName(row, today));
  setIcon(el.createSpan('account-pages-fold'), 'chevron-down');
  const title = el.createSpan('account-pages-head-title');
  createWords(title, group.title);
  if (group.date !== null)
    setTooltip(
      el.createSpan({ cls: 'account-pages-quiet', text: shortDate(group.date, today, texts.days) }),
      group.date,
    );
  drawContact(row, el, today);
  // Also where nothing is overdue it has its place, so that the charts of all accounts stand below each other.
  const overdue = el.createSpan({ cls: 'account-pages-count is-overdue', text: String(group.overdue) });
  overdue.toggleClass('is-none', group.overdue === 0);
  setTooltip(overdue, texts.sidebar.overdue(group.overdue));
  const open = el.createSpan({ cls: 'account-pages-count', text: String(group.open) });
  setTooltip(open, texts.sidebar.openItems(group.open));
  // A long name is cut off.
  const whole = group.account?.account.name ?? group.note;
  if (whole !== null) setTooltip(title, whole);
}

function drawContact({ group }: HeadRow, el: HTMLElement, today: PlainDate): void {
  if (!group.account) return;
  const perWeek = meetingsPerWeek(group.account, today);
  if (perWeek.some((count) => count > 0)) drawMeetingsChart(el, perWeek);
  const met = lastContact(group.account, today);
  if (met === null) return;
  const days = daysBetween(met, today);
  const since = el.createSpan({ cls: 'account-pages-quiet', text: shortAge(days) });
  setTooltip(since, texts.sidebar.lastMetOn(agoInWords(met, today, texts.days), met, texts.days.count(days)));
}

/** As little as fits beside a name: `today`, `5d`, `7w`, `14mo`. */
function shortAge(days: number): string {
  const { shortAge: words } = texts.sidebar;
  if (days === 0) return words.today;
  if (days < 14) return words.days(days);
  return days < 100 ? words.weeks(Math.floor(days / 7)) : words.months(Math.floor(days / 30.44));
}
