import type { Family } from '../families.ts';
import type { PlainDate } from '../plain-date.ts';
import type { ContentProblem } from '../problem.ts';
import type { NotePath } from '../vault.ts';
import type { TaskLine } from './task.ts';

/** One bullet, table row or task of a meeting note, with where it stands. */
export interface Item {
  /**
   * null for bullets outside every known section: they can name an account, but no page shows them. Neither does one show
   * those of `actions` and `followUps`, which lack a checkbox.
   */
  readonly family: Family | null;
  /** What a reader sees; see `read/inline.ts`. */
  readonly text: string;
  readonly markdown: string;
  readonly line: number;
  /** The heading that the item stands under, for links to it. */
  readonly heading: string | null;
  /** Outermost first: headings and parent items that are not the section's own, such as `### Norvane`. */
  readonly context: readonly string[];
  /** Text of nested items, for names only. */
  readonly detail: string;
  /** Targets of wikilinks in the item. */
  readonly links: readonly string[];
}

export interface Task extends Item, Omit<TaskLine, 'text'> {
  /** The character in the brackets; null for a bullet without a checkbox below an action heading. */
  readonly status: string | null;
  /** The line's text as it stands in the note, to find it again. */
  readonly source: string;
}

export interface Participant {
  readonly name: string;
  readonly email: string | null;
  readonly role: string | null;
  readonly company: string | null;
}

/** An account that a note's properties, tags or labels name, as written. */
export interface AccountKey {
  readonly name: string;
  readonly from: 'property' | 'folder property' | 'tag' | 'entities' | 'label';
}

/** What a note says, apart from where it lies: the same for every path, so that a rename needs no new reading. */
export interface NoteContent {
  /** `title` property, else the first heading of level 1. */
  readonly title: string | null;
  readonly type: string | null;
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  /** E-mail domains of an account's page. */
  readonly domains: readonly string[];
  readonly lastContact: string | null;
  readonly role: string | null;
  readonly company: string | null;
  readonly emails: readonly string[];
  /** From the `date` property, and from the body's `**Date:**` or an e-mail's heading. */
  readonly propertyDate: PlainDate | null;
  readonly bodyDate: PlainDate | null;
  /** From `created`, which some recorders write instead of `date`. */
  readonly createdDate: PlainDate | null;
  /** Says that the note is about a meeting: participants, source, transcript, and so on. */
  readonly looksLikeMeeting: boolean;
  /** Only a `date` property says so, which pages have too. */
  readonly hasDateProperty: boolean;
  readonly isTemplate: boolean;
  readonly accountKeys: readonly AccountKey[];
  readonly project: string | null;
  readonly participants: readonly Participant[];
  /** One or more sentences of Markdown, and the line that they begin on. */
  readonly summary: { readonly text: string; readonly markdown: string; readonly line: number } | null;
  readonly items: readonly Item[];
  readonly tasks: readonly Task[];
  /** Targets of all wikilinks above the transcript. */
  readonly links: readonly string[];
  /** What makes two notes one meeting: the source's key and the transcript's hash. */
  readonly meetingKeys: readonly string[];
  readonly problems: readonly ContentProblem[];
}

/** What was parsed of a text, and of which. */
export interface ParsedNote {
  readonly hash: string;
  readonly content: NoteContent;
}

/**
 * `page`: an account's own note. `meeting`: a dated note about a meeting, call or e-mail. `person`. `skipped`:
 * templates, conflict copies and ignored folders, of which nothing is read.
 */
export type NoteKind = 'page' | 'meeting' | 'person' | 'other' | 'skipped';

export interface Note {
  readonly path: NotePath;
  readonly kind: NoteKind;
  readonly title: string;
  /** null: undated, sorted last. */
  readonly date: PlainDate | null;
  /** The name of the account whose page this is, or of the person. */
  readonly name: string;
  readonly content: NoteContent;
}
