import { takeLedger } from '../merge/ledger.ts';

/** A page as plain Markdown: the record at its end is gone, every other byte stays. */
export function ejected(page: string): string {
  return takeLedger(page).text;
}
