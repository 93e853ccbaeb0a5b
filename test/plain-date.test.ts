import { expect, it } from 'vitest';
import { findDate } from '../src/core/plain-date.ts';

it.each([
  ['Call with Dagny 14.10.2026', '2026-10-14'],
  ['1.2.2026 Sync', '2026-02-01'],
  ['05.10.2026 Call', '2026-10-05'],
  ['10.14.2026', '2026-10-14'],
  ['11/11/2026', '2026-11-11'],
  ['14-10-2026', '2026-10-14'],
  ['10/14/2026', '2026-10-14'],
  ['2026_10_14 notes', '2026-10-14'],
  ['2026.10.14', '2026-10-14'],
  ['Sync 20261014', '2026-10-14'],
  ['14. October 2026', '2026-10-14'],
  ['Oct 14, 2026', '2026-10-14'],
  ['2026-10 - Ana Ruiz', '2026-10'],
])('reads the day of “%s”', (text, date) => {
  expect(findDate(text)).toBe(date);
});

it.each(['10-11-2026', '10/11/2026', '31.02.2026', '1.14.10.20265', 'Release 3.14.2026.1', '99-99-2026'])(
  'takes “%s” for no day, because it could be two or is none',
  (text) => {
    expect(findDate(text)).toBeNull();
  },
);
