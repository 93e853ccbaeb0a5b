import type { NotePath } from './vault.ts';

/** One name per thing that can be wrong with a note; the documentation has a paragraph for each. */
export type ProblemCode =
  | 'account-unknown'
  | 'account-is-person'
  | 'account-page-twice'
  | 'date-invalid'
  | 'encoding-repaired'
  | 'front-matter-broken'
  | 'front-matter-code'
  | 'heading-twice'
  | 'last-contact-future'
  | 'ledger-damaged'
  | 'meetings-gone'
  | 'disagreement'
  | 'note-unreadable'
  | 'page-in-conflict'
  | 'page-not-written'
  | 'section-emptied'
  | 'setting-invalid'
  | 'fence-unclosed';

/** Something that a person may want to put right. A problem never stops a run. */
export interface Problem {
  readonly path: NotePath;
  /** Counted from 1; null where the problem is not about one line. */
  readonly line: number | null;
  readonly code: ProblemCode;
  /** The effect, then the cause. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
}

/** By note, then line, then code: the order in which problems are listed everywhere. */
export function compareProblems(a: Problem, b: Problem): number {
  const byPath = a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
  const byText = a.message < b.message ? -1 : a.message > b.message ? 1 : 0;
  return byPath || (a.line ?? 0) - (b.line ?? 0) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) || byText;
}
