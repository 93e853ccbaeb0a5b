import { daysBetween, type PlainDate } from '../plain-date.ts';

/** How a language says days. */
export interface DayWords {
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  /** From Monday on. */
  readonly weekdays: readonly string[];
  /** As short as they may be, from January on. */
  readonly months: readonly string[];
  readonly dayOfMonth: (month: string, day: number) => string;
  readonly monthOfYear: (month: string, year: string) => string;
  readonly count: (days: number) => string;
  readonly ahead: (days: number) => string;
  readonly ago: (days: number) => string;
  readonly overdue: (days: number) => string;
}

export const ENGLISH: DayWords = {
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  dayOfMonth: (month, day) => `${month} ${String(day)}`,
  monthOfYear: (month, year) => `${month} ${year}`,
  count: numberOfDays,
  ahead: (days) => `in ${numberOfDays(days)}`,
  ago: (days) => `${numberOfDays(days)} ago`,
  overdue: (days) => `${numberOfDays(days)} overdue`,
};

/** `3 days`, `1 day`. */
function numberOfDays(days: number): string {
  return days === 1 ? '1 day' : `${String(days)} days`;
}

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
export function dueInWords(due: PlainDate, today: PlainDate, words = ENGLISH): DueWords {
  const days = daysBetween(today, due);
  return { words: wordsFor(due, days, words), isOverdue: days < 0, isToday: days === 0 };
}

/** `12 days ago`, `today`, `yesterday`; `in 2 days` for a day to come. */
export function agoInWords(day: PlainDate, today: PlainDate, words = ENGLISH): string {
  const days = daysBetween(day, today);
  if (days === 0) return words.today;
  if (days < 0) return days === -1 ? words.tomorrow : words.ahead(-days);
  return days === 1 ? words.yesterday : words.ago(days);
}

/** `Oct 20`; `Jun 2025` in another year, and for a month. */
export function shortDate(date: PlainDate, today: PlainDate, words = ENGLISH): string {
  const [year = '', month = '', day] = date.split('-');
  const name = words.months[Number(month) - 1] ?? month;
  return day === undefined || year !== today.slice(0, 4)
    ? words.monthOfYear(name, year)
    : words.dayOfMonth(name, Number(day));
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

export function weekdayName(day: PlainDate, words = ENGLISH): string {
  return words.weekdays[weekdayOf(day)] ?? '';
}

/** 0 for Monday. */
function weekdayOf(day: PlainDate): number {
  return ((daysBetween(SOME_MONDAY, day) % 7) + 7) % 7;
}

function wordsFor(due: PlainDate, days: number, words: DayWords): string {
  if (days < 0) return words.overdue(-days);
  if (days === 0) return words.today;
  if (days === 1) return words.tomorrow;
  if (days < 7) return weekdayName(due, words);
  return days <= FAR_OFF ? words.ahead(days) : due;
}
