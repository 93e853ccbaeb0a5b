import type { NotePath } from './vault.ts';

type Nothing = Readonly<Record<string, never>>;

/**
 * One name per thing that can be wrong with a note, and what a problem of that name tells of beside its note and line:
 * of it a host makes the same sentences in another language. The documentation has a paragraph for each.
 */
export interface ProblemValues {
  /** `near`: accounts of nearly that name. */
  readonly 'account-unknown': { readonly name: string; readonly near: readonly string[] };
  readonly 'account-is-person': { readonly name: string };
  /** `other`: the page that the account has already. */
  readonly 'account-page-twice': { readonly name: string; readonly other: NotePath };
  readonly 'date-invalid': { readonly date: string };
  readonly 'encoding-repaired': { readonly lines: number; readonly misreadAs: string };
  readonly 'front-matter-broken': Nothing;
  readonly 'front-matter-code': Nothing;
  readonly 'heading-twice': { readonly heading: string };
  readonly 'last-contact-future': { readonly day: string };
  readonly 'ledger-damaged': Nothing;
  readonly 'meetings-gone': { readonly name: string };
  /** Both lines, and where the older one stands: `path:line`. */
  readonly disagreement: {
    readonly name: string;
    readonly newer: string;
    readonly older: string;
    readonly where: string;
  };
  readonly 'note-too-large': { readonly megabytes: number; readonly most: number };
  /** `name`: the account that it would be about. */
  readonly 'note-undated': { readonly name: string };
  readonly 'note-unreadable': { readonly reason: string };
  readonly 'page-in-conflict': Nothing;
  /** `reason` is that of the system, '' where it did not fail. */
  readonly 'page-not-written': { readonly why: 'unclosed' | 'later version' | 'failed'; readonly reason: string };
  readonly 'section-emptied': { readonly heading: string };
  /** `key`: null where it is about all settings. `reason`: why they could not be read; null where they could. */
  readonly 'setting-invalid': {
    readonly path: string;
    readonly key: string | null;
    readonly reason: string | null;
  };
  readonly 'fence-unclosed': Nothing;
}

export type ProblemCode = keyof ProblemValues;

export interface ProblemOf<Code extends ProblemCode> {
  readonly path: NotePath;
  /** Counted from 1; null where the problem is not about one line. */
  readonly line: number | null;
  readonly code: Code;
  readonly values: ProblemValues[Code];
  /** The effect, then the cause. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
}

/** Something that a person may want to put right. A problem never stops a run. */
export type Problem = { readonly [Code in ProblemCode]: ProblemOf<Code> }[ProblemCode];

/** A problem of a note, wherever that lies. */
export type ContentProblem = { readonly [Code in ProblemCode]: Omit<ProblemOf<Code>, 'path'> }[ProblemCode];

/** By note, then line, then code: the order in which problems are listed everywhere. */
export function compareProblems(a: Problem, b: Problem): number {
  const byPath = a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
  const byText = a.message < b.message ? -1 : a.message > b.message ? 1 : 0;
  return byPath || (a.line ?? 0) - (b.line ?? 0) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) || byText;
}
