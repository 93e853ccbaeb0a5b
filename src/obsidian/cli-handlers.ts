import type { CliData, Plugin } from 'obsidian';
import { actionItemsOf, compareActionItems } from '../core/compose/action-items.ts';
import { lastContactOf } from '../core/compose/account-page.ts';
import type { Account } from '../core/link/directory.ts';
import type { AccountIndex } from './account-index.ts';
import { changesOf } from './ui/summary-modal.ts';
import { count } from './wording.ts';

const ACCOUNT_FLAG = { account: { value: '<name>', description: 'Only this account; all without it' } };

/** Adds the commands of the app's own command line. Apps without one go without. */
export function addCliHandlers(plugin: Plugin, index: AccountIndex): void {
  if (!('registerCliHandler' in plugin)) return;
  plugin.registerCliHandler('account-pages', 'List accounts with last contact and open action items', null, () =>
    answer(index, () => listAccounts(index)),
  );
  plugin.registerCliHandler('account-pages:rebuild', 'Bring account pages up to date', ACCOUNT_FLAG, (params) =>
    answer(index, () => rebuild(index, params)),
  );
  plugin.registerCliHandler('account-pages:actions', 'List open action items', ACCOUNT_FLAG, (params) =>
    answer(index, () => listActions(index, params)),
  );
}

async function answer(index: AccountIndex, lines: () => string[] | Promise<string[]>): Promise<string> {
  await index.whenCurrent();
  return (await lines()).join('\n');
}

function listAccounts(index: AccountIndex): string[] {
  const { graph, settings } = index;
  const lines = graph.accounts().map((account) => {
    const meetings = graph.meetingsOf(account);
    const open = actionItemsOf(account, graph, settings).filter(({ done }) => !done);
    const contact = lastContactOf(meetings, index.today()) ?? 'never';
    return [account.name, contact, count(meetings.length, 'meeting'), count(open.length, 'open action')].join('\t');
  });
  return lines.length > 0 ? lines : ['No accounts found.'];
}

async function rebuild(index: AccountIndex, params: CliData): Promise<string[]> {
  const accounts = chosen(index, params);
  if (typeof accounts === 'string') return [accounts];
  const run = new Date().toISOString();
  const { pages, problems } = await index.vault.rebuildPages(accounts, index.today(), run);
  const changed = pages.filter((page) => page.changed);
  return [
    ...changed.map(({ path, sections }) => `${path}\t${changesOf(sections)}`),
    `${String(changed.length)} of ${count(pages.length, 'page')} changed.`,
    ...problems.map(({ path, line, message }) => `${path}${line === null ? '' : `:${String(line)}`}\t${message}`),
  ];
}

function listActions(index: AccountIndex, params: CliData): string[] {
  const accounts = chosen(index, params);
  if (typeof accounts === 'string') return [accounts];
  const { graph, settings } = index;
  const lines = accounts.flatMap((account) =>
    actionItemsOf(account, graph, settings)
      .filter(({ done }) => !done)
      .sort(compareActionItems)
      .map(({ text, owners, due, places: [{ path, line }] }) =>
        [account.name, text, owners.join(', '), due ?? '', `${path}:${String(line)}`].join('\t'),
      ),
  );
  return lines.length > 0 ? lines : ['No open action items.'];
}

/** The accounts that are asked for; a sentence where there is none of that name. */
function chosen({ graph }: AccountIndex, { account: name }: CliData): readonly Account[] | string {
  if (name === undefined) return graph.accounts();
  const account = graph.accountNamed(name);
  if (account) return [account];
  const near = graph.directory().nearestAccounts(name);
  return `No account is called “${name}”.${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''}`;
}
