import type { CliData, Plugin } from 'obsidian';
import { actionItemsOf, compareActionItems } from '../core/compose/action-items.ts';
import { lastContactOf } from '../core/compose/account-page.ts';
import type { Account } from '../core/link/directory.ts';
import type { AccountIndex } from './account-index.ts';
import { texts } from './i18n/texts.ts';
import type { PageActions } from './page-actions.ts';
import { changesOf } from './ui/summary-modal.ts';

const ACCOUNT_FLAG = { account: { value: texts.cli.accountFlag, description: texts.cli.accountFlagHint } };

/** Adds the commands of the app's own command line. Apps without one go without. */
export function addCliHandlers(plugin: Plugin, index: AccountIndex, pages: PageActions): void {
  if (!('registerCliHandler' in plugin)) return;
  plugin.registerCliHandler('account-pages', texts.cli.list, null, () => answer(index, () => listAccounts(index)));
  plugin.registerCliHandler('account-pages:rebuild', texts.cli.rebuild, ACCOUNT_FLAG, (params) =>
    answer(index, () => rebuild(index, pages, params)),
  );
  plugin.registerCliHandler('account-pages:actions', texts.cli.actions, ACCOUNT_FLAG, (params) =>
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
    const contact = lastContactOf(meetings, index.today()) ?? texts.cli.never;
    return [account.name, contact, texts.cli.meetings(meetings.length), texts.cli.openActions(open.length)].join('\t');
  });
  return lines.length > 0 ? lines : [texts.cli.noAccounts];
}

async function rebuild(index: AccountIndex, actions: PageActions, params: CliData): Promise<string[]> {
  const accounts = chosen(index, params);
  if (typeof accounts === 'string') return [accounts];
  const { pages, problems } = await actions.bringUpToDate(accounts);
  const changed = pages.filter((page) => page.changed);
  return [
    ...changed.map(({ path, sections }) => `${path}\t${changesOf(sections)}`),
    texts.rebuild.changed(changed.length, pages.length),
    ...problems.map((problem) => {
      const { path, line } = problem;
      return `${path}${line === null ? '' : `:${String(line)}`}\t${texts.problems.say(problem).message}`;
    }),
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
  return lines.length > 0 ? lines : [texts.cli.noActions];
}

/** The accounts that are asked for; a sentence where there is none of that name. */
function chosen({ graph }: AccountIndex, { account: name }: CliData): readonly Account[] | string {
  if (name === undefined) return graph.accounts();
  const account = graph.accountNamed(name);
  if (account) return [account];
  const near = graph.directory().nearestAccounts(name);
  return [texts.cli.noAccountNamed(name), ...(near.length > 0 ? [texts.cli.didYouMean(near)] : [])].join(' ');
}
