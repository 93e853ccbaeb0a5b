import { daysBetween, type PlainDate } from '../plain-date.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
/** Days are counted from this one. */
const SOME_MONDAY = '2024-01-01';
/** Beyond this many days a number of days says less than the date itself. */
const FAR_OFF = 30;

/** A due date as people say it. */
export interface DueWords {
  readonly words: string;
  readonly isOverdue: boolean;
  readonly isToday: boolean;
}

/** `today`, `tomorrow`, `Friday`, `in 9 days`, `5 days overdue`; the date itself where it is more than a month off. */
export function dueInWords(due: PlainDate, today: PlainDate): DueWords {
  const days = daysBetween(today, due);
  return { words: wordsFor(due, days), isOverdue: days < 0, isToday: days === 0 };
}

/** `12 days ago`, `today`, `yesterday`; `in 2 days` for a day to come. */
export function agoInWords(day: PlainDate, today: PlainDate): string {
  const days = daysBetween(day, today);
  if (days === 0) return 'today';
  if (days < 0) return days === -1 ? 'tomorrow' : `in ${String(-days)} days`;
  return days === 1 ? 'yesterday' : `${String(days)} days ago`;
}

/** `Oct 20`; `Jun 2025` in another year, and for a month. */
export function shortDate(date: PlainDate, today: PlainDate): string {
  const [year = '', month = '', day] = date.split('-');
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined || year !== today.slice(0, 4) ? `${name} ${year}` : `${name} ${String(Number(day))}`;
}

/** `3 days`, `1 day`. */
export function numberOfDays(days: number): string {
  return days === 1 ? '1 day' : `${String(days)} days`;
}

/** The day so many days later; earlier where `days` is negative. */
export function addDays(day: PlainDate, days: number): PlainDate {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  // In UTC no day has 23 or 25 hours.
  return new Date(Date.UTC(year, month - 1, dayOfMonth + days)).toISOString().slice(0, 10);
}

/** The first Monday after the day. */
export function nextMonday(day: PlainDate): PlainDate {
  return addDays(day, 7 - weekdayOf(day));
}

export function weekdayName(day: PlainDate): string {
  return WEEKDAYS[weekdayOf(day)] ?? '';
}

/** 0 for Monday. */
function weekdayOf(day: PlainDate): number {
  return ((daysBetween(SOME_MONDAY, day) % 7) + 7) % 7;
}

function wordsFor(due: PlainDate, days: number): string {
  if (days < 0) return `${numberOfDays(-days)} overdue`;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days < 7) return weekdayName(due);
  return days <= FAR_OFF ? `in ${String(days)} days` : due;
}
