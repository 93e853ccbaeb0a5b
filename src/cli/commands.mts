import { actionItemsOf, compareActionItems } from '../core/compose/action-items.ts';
import { explainPage } from '../core/write/explain-page.ts';
import { lastContactOf } from '../core/compose/account-page.ts';
import { Recollections } from '../core/compose/recollections.ts';
import { statementsOf } from '../core/compose/statements.ts';
import { resolveOwner } from '../core/compose/people.ts';
import type { Account } from '../core/link/directory.ts';
import { unplacedNotes } from '../core/link/unplaced-notes.ts';
import { isDay } from '../core/plain-date.ts';
import type { Problem } from '../core/problem.ts';
import { reasonOf } from '../core/reason-of.ts';
import type { Settings } from '../core/settings.ts';
import { AccountVault } from '../core/write/account-vault.ts';
import { compareText } from '../core/vault.ts';
import { slug } from '../core/words.ts';
import { FolderVault } from './folder-vault.mts';
import { obstaclesIn } from './hidden-folder.mts';
import { HistoryFolder } from './history-folder.mts';
import {
  actionJson,
  actionText,
  count,
  diffText,
  explainText,
  noAccountsText,
  noPagesText,
  problemJson,
  problemText,
  rebuildJson,
  rebuildText,
  unplacedText,
} from './report.mts';
import { NoteCache } from './note-cache.mts';
import { settingsOf } from './settings-file.mts';
import type { Terminal } from './terminal.mts';
import { parseYaml } from './yaml.mts';

/** Bad usage or an unreadable vault: the message goes to stderr and the command ends with 2. */
export class UsageError extends Error {}

export interface VaultOptions {
  readonly settings?: string;
  readonly today?: string;
  readonly json?: boolean;
  readonly account?: readonly string[];
}

export interface OpenVault {
  readonly folder: FolderVault;
  readonly vault: AccountVault;
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  readonly today: string;
  /** Keeps what was read of the notes for the next start; only for commands that may write. */
  readonly keepNotes: () => Promise<void>;
}

/** Opens a vault and reads all of its notes. */
export async function openVault(path: string, options: VaultOptions, terminal: Terminal): Promise<OpenVault> {
  const today = options.today ?? terminal.today();
  if (!isDay(today)) throw new UsageError(`--today takes a day as YYYY-MM-DD, not “${today}”.`);
  const folder = await FolderVault.at(path).catch((error: unknown) => {
    throw new UsageError(
      `The vault “${path}” cannot be read: ${whyNot(error)}. Give the folder that holds your notes.`,
    );
  });
  const { settings, problems } = await settingsOf(folder.root, options.settings).catch((error: unknown) => {
    throw new UsageError(`The settings “${options.settings ?? ''}” cannot be read: ${whyNot(error)}.`);
  });
  for (const obstacle of await obstaclesIn(folder.root)) terminal.err(obstacle);
  const vault = new AccountVault(folder, settings, parseYaml, new HistoryFolder(folder.root));
  const cache = new NoteCache(folder, settings);
  const notes = await cache.readInto(vault, (done, all) =>
    terminal.progress(`Reading notes: ${String(done)} of ${String(all)}`),
  );
  terminal.progress('');
  return { folder, vault, settings, problems, today, keepNotes: () => cache.keep(notes, Date.parse(terminal.now())) };
}

export interface RebuildOptions extends VaultOptions {
  readonly dryRun?: boolean;
  readonly check?: boolean;
}

/** Brings pages up to date. 1 where `--check` found that one would change, else 0. */
export async function rebuild(path: string, options: RebuildOptions, terminal: Terminal): Promise<number> {
  const { vault, settings, problems, today, keepNotes } = await openVault(path, options, terminal);
  const accounts = chosen(vault, options.account);
  const write = options.dryRun !== true && options.check !== true;
  const run = write ? terminal.now() : null;
  const result = await vault.rebuild(accounts, today, run);
  if (write) await keepNotes();
  const all = { ...result, problems: [...problems, ...result.problems] };
  if (options.json) terminal.out(JSON.stringify(rebuildJson(all), null, 2));
  else {
    if (options.dryRun) for (const page of all.pages.filter(({ changed }) => changed)) terminal.out(diffText(page));
    terminal[options.dryRun ? 'err' : 'out'](rebuildText(all, write));
    if (accounts.length === 0) terminal.err(noAccountsText(settings));
    else if (all.pages.length === 0) terminal.err(noPagesText(accounts));
    for (const problem of all.problems.filter(({ code }) => code === 'page-not-written'))
      terminal.err(problemText(problem));
  }
  return options.check && all.pages.some(({ changed }) => changed) ? 1 : 0;
}

export interface ActionOptions extends VaultOptions {
  readonly owner?: string;
}

/** Lists the tasks of accounts: open ones for a person, all of them as JSON. */
export async function actions(path: string, options: ActionOptions, terminal: Terminal): Promise<number> {
  const { vault, settings, problems } = await openVault(path, options, terminal);
  const isWanted = ownerFilter(options.owner, vault);
  const perAccount = chosen(vault, options.account).map((account) => {
    const items = actionItemsOf(account, vault.graph, settings).sort(compareActionItems);
    return { account, items: items.filter(({ owners }) => isWanted(owners, account)) };
  });
  if (options.json) {
    const items = perAccount.flatMap((entry) => entry.items.map((item) => actionJson(item)));
    const all = [...problems, ...vault.graph.problems()].map(problemJson);
    terminal.out(JSON.stringify({ items, problems: all }, null, 2));
    return 0;
  }
  const open = perAccount
    .map(({ account, items }) => ({ account, items: items.filter(({ done }) => !done) }))
    .filter(({ items }) => items.length > 0);
  for (const { account, items } of open)
    terminal.out([`${account.name} (${String(items.length)})`, ...items.map((item) => actionText(item))].join('\n'));
  if (open.length === 0) terminal.out(noItems(options.owner, vault));
  return 0;
}

/** Which owners are meant by a name: all of the vault owner's names mean the same person. */
function ownerFilter(
  wanted: string | undefined,
  { graph }: AccountVault,
): (owners: readonly string[], account: Account) => boolean {
  if (wanted === undefined) return () => true;
  const directory = graph.directory();
  const isMe = directory.isSelf(wanted);
  const isWanted = (name: string) => slug(name) === slug(wanted) || (isMe && directory.isSelf(name));
  return (owners, account) => owners.some((owner) => isWanted(owner) || isWanted(resolveOwner(owner, account, graph)));
}

function noItems(owner: string | undefined, vault: AccountVault): string {
  if (owner === undefined) return 'No open action items.';
  const owners = vault.graph
    .accounts()
    .flatMap((account) =>
      vault.graph
        .meetingsOf(account)
        .flatMap(({ notes }) => notes.flatMap(({ entry }) => entry.tasks.flatMap((task) => task.owners))),
    );
  const known = [...new Set(owners)].sort(compareText);
  return `No open action items of “${owner}”.${known.length > 0 ? ` Owners are ${known.slice(0, 12).join(', ')}${known.length > 12 ? ' and others' : ''}.` : ''}`;
}

/** Lists accounts with their numbers. */
export async function accounts(path: string, options: VaultOptions, terminal: Terminal): Promise<number> {
  const { vault, settings, today } = await openVault(path, options, terminal);
  const { mergeNearDuplicates } = settings;
  const { wordings } = vault.graph;
  const memory = new Recollections();
  const rows = vault.graph.accounts().map((account) => {
    const meetings = vault.graph.meetingsOf(account);
    const comparison = { accountId: account.id, mergeNearDuplicates, wordings, memory };
    const said = (family: 'decisions' | 'facts' | 'blockers') => statementsOf(meetings, family, comparison).length;
    return {
      name: account.name,
      path: account.path,
      lastContact: lastContactOf(meetings, today),
      meetings: meetings.length,
      openActions: actionItemsOf(account, vault.graph, settings).filter(({ done }) => !done).length,
      decisions: said('decisions'),
      facts: said('facts'),
      blockers: said('blockers'),
    };
  });
  if (options.json) terminal.out(JSON.stringify({ accounts: rows }, null, 2));
  else if (rows.length === 0) terminal.out(noAccountsText(settings));
  else {
    const width = Math.max(...rows.map(({ name }) => name.length));
    for (const row of rows) {
      terminal.out(
        `${row.name.padEnd(width)}  ${(row.lastContact ?? 'never').padEnd(10)}  ${count(row.meetings, 'meeting')}, ${count(row.openActions, 'open action')}, ${count(row.decisions, 'decision')}, ${count(row.facts, 'fact')}, ${count(row.blockers, 'blocker')}`,
      );
    }
  }
  return 0;
}

/** Lists what is wrong with notes, and what to do. */
export async function problems(path: string, options: VaultOptions, terminal: Terminal): Promise<number> {
  const open = await openVault(path, options, terminal);
  const result = await open.vault.rebuild(open.vault.graph.accounts(), open.today, null);
  const all = [...open.problems, ...result.problems];
  if (options.json) terminal.out(JSON.stringify({ problems: all.map(problemJson) }, null, 2));
  else terminal.out(all.length === 0 ? 'No problems found.' : all.map((problem) => problemText(problem)).join('\n\n'));
  return 0;
}

/**
 * Says for each line of a page where it comes from, for each meeting what is not on the page and why, and which notes
 * are on none.
 */
export async function explain(path: string, options: VaultOptions, terminal: Terminal): Promise<number> {
  const { vault, today } = await openVault(path, options, terminal);
  const { pages } = await vault.rebuild(chosen(vault, options.account), today, null);
  const explained = pages.map((page) => ({ account: page.account.name, path: page.path, ...explainPage(page) }));
  const named = (options.account ?? []).length > 0;
  const notes = unplacedNotes(vault.graph, named ? chosen(vault, options.account) : null);
  if (options.json) terminal.out(JSON.stringify({ pages: explained, notesOnNoPage: notes }, null, 2));
  else {
    for (const page of explained) terminal.out(explainText(page));
    if (notes.length > 0) terminal.out(unplacedText(notes));
  }
  return 0;
}

/** The accounts that `--account` names, or all. */
export function chosen(vault: AccountVault, names: readonly string[] | undefined): readonly Account[] {
  const known = vault.graph.accounts();
  if (names === undefined || names.length === 0) return known;
  return names.map((name) => {
    const account = vault.graph.accountNamed(name);
    if (account) return account;
    const near = vault.graph.directory().nearestAccounts(name);
    const others =
      near.length > 0
        ? near
        : known
            .map((other) => other.name)
            .sort(compareText)
            .slice(0, 5);
    throw new UsageError(
      `No account is called “${name}”.${others.length > 0 ? ` Did you mean ${others.map((other) => `“${other}”`).join(', ')}?` : ' The vault has no account pages.'}`,
    );
  });
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be opened';
  return reasonOf(error);
}
