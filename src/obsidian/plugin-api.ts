/**
 * What other plugins can ask of this one: `app.plugins.plugins['account-pages'].api`. Everything that is handed out is
 * a frozen copy, and nothing of it writes. This file stands alone, because its types are published.
 */

/** `YYYY-MM-DD`. */
export type ApiDay = string;

export interface ApiAccount {
  readonly name: string;
  /** Path of the account's own note; null where its folder has meeting notes and no page yet. */
  readonly page: string | null;
  readonly aliases: readonly string[];
  /** The last day, not after today, on which the account itself was met; null where there is none. */
  readonly lastContact: ApiDay | null;
  /** How many meetings are about it, copies of one meeting counted once. */
  readonly meetings: number;
  readonly openItems: number;
}

export interface ApiOwner {
  /** In full, where the notes tell who a first name is. */
  readonly name: string;
  /** Whether it is whoever keeps the vault. */
  readonly isMe: boolean;
}

export interface ApiPlace {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
}

/** An action item that is still to be done, once, however many notes repeat it. */
export interface ApiOpenItem {
  /** The account's name. */
  readonly account: string;
  /** Without owner, dates, tags and Markdown. */
  readonly text: string;
  readonly owners: readonly ApiOwner[];
  readonly due: ApiDay | null;
  readonly priority: 'highest' | 'high' | 'medium' | 'normal' | 'low' | 'lowest';
  /** The character in the task's brackets; null for a bullet without a checkbox. */
  readonly status: string | null;
  /** `every week when done` */
  readonly recurrence: string | null;
  /** The first day on which it was written down; null where no note has a date. */
  readonly since: ApiDay | null;
  /** Where it stands, the newest note first. */
  readonly places: readonly ApiPlace[];
}

export interface ApiPageLine {
  /** As Markdown without a bullet; empty in a table. */
  readonly markdown: string;
  /** In a table: by the column's English name, as Markdown. */
  readonly cells: Readonly<Record<string, string>> | null;
}

export interface ApiSection {
  /** `keyFacts`, `decisions`, …: as in the settings. */
  readonly id: string;
  /** The heading that a new page gets for it. */
  readonly heading: string;
  readonly lines: readonly ApiPageLine[];
}

/** What the notes say for an account's page, before anybody's edits. What stands on the page is in its note. */
export interface ApiPage {
  /** The account's name. */
  readonly account: string;
  readonly path: string | null;
  /** Those that are switched on, in the order of a new page. */
  readonly sections: readonly ApiSection[];
}

/** Hears the names of the accounts for which something changed. */
export type ApiListener = (accounts: readonly string[]) => void;

/**
 * Version 1. Later versions of the plugin may add to it; what changes or goes makes it version 2.
 *
 * Every question waits until all notes are read and all changes are followed, and rejects once the plugin is switched
 * off. An account is named by its name or an alias, in any case, or by the path of its page.
 */
export interface AccountPagesApi {
  readonly apiVersion: 1;
  /** By name. */
  accounts(): Promise<readonly ApiAccount[]>;
  /** null where there is none of that name. */
  account(name: string): Promise<ApiAccount | null>;
  /** The accounts that a meeting note is about, or the one whose page the note is. */
  accountsOfNote(path: string): Promise<readonly ApiAccount[]>;
  /** null where there is no account of that name. */
  page(account: string): Promise<ApiPage | null>;
  /** Of one account or of all; overdue and urgent ones first. */
  openItems(account?: string): Promise<readonly ApiOpenItem[]>;
  /** Tells which accounts are new, gone, or described otherwise. Gives back how to stop. */
  onAccountsChange(listener: ApiListener): () => void;
  /** Tells which accounts have other open items now. Gives back how to stop. */
  onOpenItemsChange(listener: ApiListener): () => void;
}
