import type { Account } from '../core/link/directory.ts';
import { takeLedger } from '../core/merge/ledger.ts';
import { repairEncoding } from '../core/read/encoding.ts';
import { reasonOf } from '../core/reason-of.ts';
import { compareText, type NotePath } from '../core/vault.ts';
import { NoteWriter, type NoteChange } from '../core/write/note-writer.ts';
import { removedLines, type RemovedLine } from '../core/write/removed-lines.ts';
import { undo as undoRun } from '../core/write/undo.ts';
import { chosen, openVault, UsageError, type OpenVault, type VaultOptions } from './commands.mts';
import { removeHiddenFolder } from './hidden-folder.mts';
import { HistoryFolder } from './history-folder.mts';
import { count, diffOf } from './report.mts';
import type { Terminal } from './terminal.mts';

/** Exit code where something was asked for that was declined: nothing was written there. */
const DECLINED = 1;

export interface DryRunOptions extends VaultOptions {
  readonly dryRun?: boolean;
}

/** Gives pages the text that they had before the last rebuild, or before the last change of the accounts named. */
export async function undo(path: string, options: VaultOptions, terminal: Terminal): Promise<number> {
  const open = await openVault(path, options, terminal);
  const named = (options.account ?? []).length > 0;
  const paths = named ? pagesOf(chosen(open.vault, options.account)) : null;
  const history = new HistoryFolder(open.folder.root);
  const undone = await undoRun(open.folder, history, paths);
  if (options.json) terminal.out(JSON.stringify({ pages: undone }, null, 2));
  else if (undone.length === 0)
    terminal.out('Nothing to undo: no rebuild of this vault on this machine has changed a page since.');
  else
    for (const { path: page, run, outcome, reason } of undone)
      terminal[outcome === 'undone' ? 'out' : 'err'](
        outcome === 'undone'
          ? `${page} is as it was before the change of ${momentOf(run)}.`
          : `${page} stays as it is, because ${reason}. Take back those changes first, or undo by hand what you do not want.`,
      );
  const isDeclined = undone.some(({ outcome }) => outcome === 'declined');
  if (!named && !isDeclined && !options.json && undone.length > 0) sayNext(await history.list(), terminal);
  return isDeclined ? DECLINED : 0;
}

/** Once more is another run, and often another account: nobody is to find that out from their pages. */
function sayNext(left: readonly NoteChange[], terminal: Terminal): void {
  const last = left.reduce((latest, { run }) => (run > latest ? run : latest), '');
  const pages = left.filter(({ run }) => run === last).map(({ path }) => path);
  if (pages.length > 0)
    terminal.out(`Another undo would take back the change of ${momentOf(last)}: ${pages.sort(compareText).join(', ')}`);
}

/** `2026-11-30 09:12`, by the machine's clock: runs are named by their moment. */
function momentOf(run: string): string {
  const moment = new Date(run);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(moment.getFullYear())}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

export interface RestoreOptions extends DryRunOptions {
  readonly line?: readonly string[];
  readonly all?: boolean;
}

/** Lists the lines that a person removed from pages, or puts those back that `--line` or `--all` names. */
export async function restore(path: string, options: RestoreOptions, terminal: Terminal): Promise<number> {
  const open = await openVault(path, options, terminal);
  const accounts = chosen(open.vault, options.account).filter((account) => account.path !== null);
  const parts = options.line ?? [];
  let found = 0;
  const listed: object[] = [];
  for (const account of accounts) {
    const plan = open.vault.plan(account, await open.folder.read(account.path ?? ''), open.today);
    const removed = removedLines(plan);
    const wanted = removed.filter((line) => options.all || parts.some((part) => textOf(line).includes(part)));
    found += wanted.length;
    if (wanted.length > 0) await open.vault.restore(account, wanted, open.today, terminal.now());
    const isListing = parts.length === 0 && !options.all;
    for (const line of isListing ? removed : wanted) {
      listed.push({ account: account.name, section: line.heading, text: textOf(line), restored: !isListing });
      if (!options.json)
        terminal.out(`${isListing ? '' : 'Restored: '}${account.name}, ${line.heading}: ${textOf(line)}`);
    }
  }
  if (options.json) terminal.out(JSON.stringify({ lines: listed }, null, 2));
  if (parts.length > 0 && found === 0)
    throw new UsageError(
      `No removed line holds “${parts.join('” or “')}”. Run “account-pages restore ${path}” to see what was removed.`,
    );
  if (listed.length === 0 && !options.json) terminal.out('No line was removed from these pages.');
  return 0;
}

function textOf({ line, heading }: RemovedLine): string {
  return line ? line.text : `the whole section “${heading}”`;
}

/** Takes the plugin's record off pages, which leaves plain Markdown; off all pages also what is kept beside them. */
export async function eject(path: string, options: DryRunOptions, terminal: Terminal): Promise<number> {
  const open = await openVault(path, options, terminal);
  const pages = pagesOf(chosen(open.vault, options.account));
  const changed = await rewrite(open, pages, (text) => takeLedger(text).text, options, terminal);
  if (!options.json)
    terminal.out(
      `${count(changed, 'page')} ${options.dryRun ? 'would lose' : 'lost'} the plugin’s record; every other byte stays. The next rebuild would begin anew: switch the plugin off or remove it first.`,
    );
  if ((options.account ?? []).length === 0) await forgetAll(open, options, terminal);
  return 0;
}

/** Removes what was kept of the vault for undo and for the next start. */
async function forgetAll({ folder }: OpenVault, { dryRun, json }: DryRunOptions, terminal: Terminal): Promise<void> {
  const kept = 'The folder “.account-pages”, which holds parts of your notes for undo and for the next run,';
  try {
    if (!dryRun) await removeHiddenFolder(folder.root);
    if (!json) terminal.out(`${kept} ${dryRun ? 'would be' : 'is'} removed.`);
  } catch (error) {
    const reason = reasonOf(error);
    terminal.err(`${kept} is still there, because it could not be removed: ${reason}. Delete it yourself.`);
  }
}

export interface RepairOptions extends VaultOptions {
  readonly note?: readonly string[];
  readonly write?: boolean;
}

/** Shows how notes that were once read in a wrong encoding would be put right; with `--write` puts them right. */
export async function repair(path: string, options: RepairOptions, terminal: Terminal): Promise<number> {
  const open = await openVault(path, options, terminal);
  const known = await open.folder.list();
  for (const note of options.note ?? [])
    if (!known.includes(note))
      throw new UsageError(
        `There is no note “${note}”. Give its path in the vault, as in “Meetings/2025-11-14 - Sync.md”.`,
      );
  const notes = options.note && options.note.length > 0 ? options.note : known;
  const dryRun = options.write !== true;
  const changed = await rewrite(open, notes, (text) => repairEncoding(text).text, { ...options, dryRun }, terminal);
  if (!options.json)
    terminal.out(
      dryRun && changed > 0
        ? `${count(changed, 'note')} would be repaired. Nothing was written: add --write to repair them.`
        : `${count(changed, 'note')} repaired.`,
    );
  return 0;
}

/** Changes notes one by one; one that cannot be written is named and passed over. Gives how many changed. */
async function rewrite(
  { folder }: OpenVault,
  paths: readonly NotePath[],
  edit: (text: string) => string,
  { dryRun, json }: DryRunOptions,
  terminal: Terminal,
): Promise<number> {
  const writer = new NoteWriter(folder, new HistoryFolder(folder.root));
  const run = terminal.now();
  const changed: NotePath[] = [];
  for (const path of [...paths].sort(compareText)) {
    try {
      const before = await folder.read(path);
      const after = edit(before);
      if (after === before) continue;
      if (!dryRun) await writer.change(path, run, (text) => ({ after: edit(text) }));
      else if (!json) terminal.out(diffOf(path, before, after));
      changed.push(path);
    } catch (error) {
      terminal.err(`${path} stays as it is: ${reasonOf(error)}.`);
    }
  }
  if (json) terminal.out(JSON.stringify({ notes: changed, written: !dryRun }, null, 2));
  return changed.length;
}

function pagesOf(accounts: readonly Account[]): NotePath[] {
  return accounts.flatMap(({ path }) => (path === null ? [] : [path]));
}
