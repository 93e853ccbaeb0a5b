import { Notice, type Plugin } from 'obsidian';
import type { Account } from '../core/link/directory.ts';
import { whyUnplaced, type Unplaced } from '../core/link/unplaced-notes.ts';
import type { AccountIndex } from './account-index.ts';
import type { AutomaticRefresh, DeviceSwitch } from './automatic-refresh.ts';
import { texts } from './i18n/texts.ts';
import { attempt, type PageActions } from './page-actions.ts';
import type { TakeBackActions } from './take-back-actions.ts';
import { ChoiceModal } from './ui/choice-modal.ts';

/** What the commands are made of. */
export interface CommandParts {
  readonly index: AccountIndex;
  readonly pages: PageActions;
  readonly takeBack: TakeBackActions;
  readonly refresh: AutomaticRefresh;
  readonly device: DeviceSwitch;
}

/** Adds the commands and the ribbon's button. Each command is offered only where it can do something. */
export function addCommands(plugin: Plugin, parts: CommandParts): void {
  const { index, pages, takeBack } = parts;
  const rebuildHere = () => {
    forAccountsHere(plugin, parts, texts.questions.rebuild, (accounts) => {
      attempt(texts.failures.rebuild, pages.rebuild(accounts));
    });
  };
  const hasPages = () => pages.accountsWithPage().length > 0;

  plugin.addRibbonIcon('refresh-cw', texts.commands.rebuildPage, rebuildHere);
  plugin.addCommand({ id: 'rebuild-page', name: texts.commands.rebuildPage, callback: rebuildHere });
  plugin.addCommand({
    id: 'rebuild-all',
    name: texts.commands.rebuildAll,
    checkCallback: where(hasPages, () => {
      attempt(texts.failures.rebuildAll, pages.rebuildAll());
    }),
  });
  plugin.addCommand({
    id: 'preview-rebuild',
    name: texts.commands.preview,
    checkCallback: where(hasPages, () => {
      forAccountsHere(plugin, parts, texts.questions.preview, (accounts) => {
        attempt(texts.failures.preview, pages.preview(accounts));
      });
    }),
  });
  plugin.addCommand({
    id: 'undo-rebuild',
    name: texts.commands.undo,
    callback: () => {
      const file = plugin.app.workspace.getActiveFile();
      attempt(texts.failures.undo, takeBack.undoLast(file ? [file.path] : []));
    },
  });
  plugin.addCommand({
    id: 'restore-lines',
    name: texts.commands.restore,
    checkCallback: where(hasPages, () => {
      forOneAccount(plugin, parts, texts.questions.restore, (account) => {
        attempt(texts.failures.restore, takeBack.restoreLine(account));
      });
    }),
  });
  plugin.addCommand({
    id: 'create-page',
    name: texts.commands.createPage,
    checkCallback: where(
      () => pages.missingPages().length > 0,
      () => {
        const choices = pages.missingPages();
        new ChoiceModal(
          plugin.app,
          texts.questions.createPage,
          choices,
          ({ name, notes }) => texts.rebuild.accountWithNotes(name, notes.length),
          (missing) => {
            attempt((reason) => texts.failures.createPage(missing.name, reason), pages.createPage(missing));
          },
        ).open();
      },
    ),
  });
  plugin.addCommand({
    id: 'show-problems',
    name: texts.commands.showProblems,
    callback: () => {
      attempt(texts.failures.showProblems, pages.showProblems());
    },
  });
  plugin.addCommand({
    id: 'repair-encoding',
    name: texts.commands.repairEncoding,
    checkCallback: (checking) => {
      const path = plugin.app.workspace.getActiveFile()?.path;
      const problems = path === undefined ? [] : (index.graph.get(path)?.content.problems ?? []);
      if (path === undefined || !problems.some(({ code }) => code === 'encoding-repaired')) return false;
      if (!checking) attempt(texts.failures.repairEncoding, takeBack.repairEncoding(path));
      return true;
    },
  });
  plugin.addCommand({
    id: 'remove-records',
    name: texts.commands.removeRecords,
    // Also where there is no page: what the device keeps of notes goes with it.
    callback: () => {
      attempt(texts.failures.removeRecords, takeBack.eject(pages.accountsWithPage()));
    },
  });
  plugin.addCommand({
    id: 'switch-refresh',
    name: texts.commands.switchRefresh,
    checkCallback: where(
      () => index.settings.automaticRefresh,
      () => {
        switchRefresh(parts);
      },
    ),
  });
}

function switchRefresh({ device, refresh }: CommandParts): void {
  device.set(!device.isOn);
  refresh.catchUp();
  new Notice(device.isOn ? texts.refresh.isOn : texts.refresh.isOff);
}

/** A command that is offered only while `isPossible`. */
function where(isPossible: () => boolean, run: () => void): (checking: boolean) => boolean {
  return (checking) => {
    const possible = isPossible();
    if (possible && !checking) run();
    return possible;
  };
}

/** The accounts of the open note, else one that the person chooses; once what was just saved is taken over. */
function forAccountsHere(
  plugin: Plugin,
  parts: CommandParts,
  question: string,
  run: (accounts: readonly Account[]) => void,
): void {
  const choose = () => {
    const here = parts.pages.accountsHere();
    if (here.length > 0) run(here);
    else {
      sayWhyNoneHere(plugin, parts);
      chooseAccount(plugin, parts, question, (account) => {
        run([account]);
      });
    }
  };
  attempt(texts.failures.listAccounts, parts.index.whenCurrent().then(choose));
}

/** The accounts to choose from are others than the open note's: said first, where it looks like a meeting's. */
function sayWhyNoneHere({ app }: Plugin, { index }: CommandParts): void {
  const why = whyUnplaced(app.workspace.getActiveFile()?.path ?? '', index.graph);
  if (why) new Notice(sayUnplaced(why), 10_000);
}

function sayUnplaced({ because, names }: Unplaced): string {
  if (because === 'no date') return texts.unplaced.noDate;
  if (because === 'no page') return texts.unplaced.noPage(names.join(', '));
  return names.length === 0 ? texts.unplaced.noAccount : texts.unplaced.unknownAccount(names.join(', '));
}

function forOneAccount(plugin: Plugin, parts: CommandParts, question: string, run: (account: Account) => void): void {
  const choose = () => {
    const [first, ...others] = parts.pages.accountsHere();
    if (first && others.length === 0) run(first);
    else chooseAccount(plugin, parts, question, run);
  };
  attempt(texts.failures.listAccounts, parts.index.whenCurrent().then(choose));
}

function chooseAccount(
  plugin: Plugin,
  { index, pages }: CommandParts,
  question: string,
  run: (account: Account) => void,
): void {
  const accounts = pages.accountsWithPage();
  if (accounts.length > 0) new ChoiceModal(plugin.app, question, accounts, ({ name }) => name, run).open();
  else new Notice(texts.rebuild.noPages(index.settings.accountFolders.join(', ')), 10_000);
}
