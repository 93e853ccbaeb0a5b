import { differenceInCalendarDays, parseISO } from 'date-fns';

/**
 * A day (`2025-11-14`) or a month (`2025-10`) as text. Never a `Date`: a `Date` is a moment, and a moment is
 * another day in another time zone.
 */
export type PlainDate = string;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Year first (`2025-11-4`, `2025/11/04`, `2025.11.04`, `2025_11_04`), not inside a longer number. */
const YEAR_FIRST = /(?:^|[^\d])((?:19|20)\d{2})([-/._])(\d{1,2})\2(\d{1,2})(?!\d)/;
/** `20251114`, as recorders name their files. */
const COMPACT = /(?:^|[^\d])((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;
/** Year last (`14.11.2025`, `11/14/2025`), not inside a longer number or a version. */
const YEAR_LAST = /(?:^|[^\d./-]|[^\d][-./])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})(?!\d|[-/.]\d)/;
/** `2025-10`, a month. */
const YEAR_MONTH = /^\s*((?:19|20)\d{2})-(\d{1,2})(?![\d-])/;
/** `14 Nov 2025`, `14. November 2025`. */
const DAY_MONTH_NAME = /(?:^|[^\d])(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{3,9})\.?,?\s+((?:19|20)\d{2})(?!\d)/;
/** `Nov 14, 2025`. */
const MONTH_NAME_DAY = /([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})(?!\d)/;

/** The first full day that `text` holds, as `YYYY-MM-DD`; null where there is none that a calendar has. */
export function findDay(text: string): PlainDate | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return day(yearFirst[1], yearFirst[3], yearFirst[4]);
  const compact = COMPACT.exec(text);
  if (compact) return day(compact[1], compact[2], compact[3]);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) {
    const [, first, mark, second, year] = yearLast;
    // With dots the day stands first wherever people write so.
    return (mark === '.' ? day(year, second, first) : null) ?? unmistakableDay(year, first, second);
  }
  const dayFirst = DAY_MONTH_NAME.exec(text);
  if (dayFirst) return day(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_NAME_DAY.exec(text);
  if (monthFirst) return day(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  return null;
}

/** The first day that `text` holds, else the month that it begins with, else null. */
export function findDate(text: string): PlainDate | null {
  return findDay(text) ?? findLeadingMonth(text);
}

/** `2025-10 - Ana Ruiz` → `2025-10`. Only at the start: `Plan for 2025-10` is no date of the note. */
export function findLeadingMonth(text: string): PlainDate | null {
  const match = YEAR_MONTH.exec(text);
  const month = Number(match?.[2]);
  return match && month >= 1 && month <= 12 ? `${match[1] ?? ''}-${String(month).padStart(2, '0')}` : null;
}

/** Oldest first. A month counts as its first day but comes before it; null (undated) comes before all. */
export function compareDates(a: PlainDate | null, b: PlainDate | null): number {
  const left = a ?? '';
  const right = b ?? '';
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whole days from `from` to `to`, negative when `to` is earlier. A month counts as its first day. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return differenceInCalendarDays(parseISO(wholeDay(to)), parseISO(wholeDay(from)));
}

/** True for a full day that exists: `2025-02-30` does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, dayOfMonth] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return dayOfMonth >= 1 && dayOfMonth <= daysIn(year, month);
}

/** Reading a vault asks for many thousands of days, so this is reckoned and no `Date` made; 0 where there is no such month. */
function daysIn(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0);
}

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function wholeDay(date: PlainDate): string {
  return date.length === 7 ? `${date}-01` : date;
}

function day(year: string | undefined, month: string | undefined, dayOfMonth: string | undefined): PlainDate | null {
  if (year === undefined || month === undefined || dayOfMonth === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isDay(date) ? date : null;
}

/** Some write the day first and some the month: null where both would be a day, and not the same one. */
function unmistakableDay(year: string | undefined, a: string | undefined, b: string | undefined): PlainDate | null {
  const days = new Set([day(year, b, a), day(year, a, b)].filter((found) => found !== null));
  const [only = null] = days;
  return days.size === 1 ? only : null;
}

function monthNumber(name: string | undefined): string | undefined {
  const index = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase());
  return index < 0 ? undefined : String(index + 1);
}
