import { Notice, type Plugin } from 'obsidian';
import type { Account } from '../core/link/directory.ts';
import type { AccountIndex } from './account-index.ts';
import type { AutomaticRefresh, DeviceSwitch } from './automatic-refresh.ts';
import { attempt, type PageActions } from './page-actions.ts';
import type { TakeBackActions } from './take-back-actions.ts';
import { ChoiceModal } from './ui/choice-modal.ts';
import { count } from './wording.ts';

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
    forAccountsHere(plugin, parts, 'Rebuild which account page?', (accounts) => {
      attempt('The page was not rebuilt', pages.rebuild(accounts));
    });
  };
  const hasPages = () => pages.accountsWithPage().length > 0;

  plugin.addRibbonIcon('refresh-cw', 'Rebuild account page', rebuildHere);
  plugin.addCommand({ id: 'rebuild-page', name: 'Rebuild account page', callback: rebuildHere });
  plugin.addCommand({
    id: 'rebuild-all',
    name: 'Rebuild all pages',
    checkCallback: where(hasPages, () => {
      attempt('The pages were not rebuilt', pages.rebuildAll());
    }),
  });
  plugin.addCommand({
    id: 'preview-rebuild',
    name: 'Preview rebuild',
    checkCallback: where(hasPages, () => {
      forAccountsHere(plugin, parts, 'Preview which account page?', (accounts) => {
        attempt('The preview could not be made', pages.preview(accounts));
      });
    }),
  });
  plugin.addCommand({
    id: 'undo-rebuild',
    name: 'Undo last rebuild',
    callback: () => {
      const file = plugin.app.workspace.getActiveFile();
      attempt('The rebuild was not undone', takeBack.undoLast(file ? [file.path] : []));
    },
  });
  plugin.addCommand({
    id: 'restore-lines',
    name: 'Restore removed lines',
    checkCallback: where(hasPages, () => {
      forOneAccount(plugin, parts, 'Restore lines of which account?', (account) => {
        attempt('No line was restored', takeBack.restoreLine(account));
      });
    }),
  });
  plugin.addCommand({
    id: 'create-page',
    name: 'Create account page',
    checkCallback: where(
      () => pages.missingPages().length > 0,
      () => {
        const choices = pages.missingPages();
        new ChoiceModal(
          plugin.app,
          'Create a page for which account?',
          choices,
          ({ name, notes }) => `${name} (${count(notes.length, 'note')})`,
          (missing) => {
            attempt(`No page was created for ${missing.name}`, pages.createPage(missing));
          },
        ).open();
      },
    ),
  });
  plugin.addCommand({
    id: 'show-problems',
    name: 'Show problems',
    callback: () => {
      attempt('The problems could not be listed', pages.showProblems());
    },
  });
  plugin.addCommand({
    id: 'repair-encoding',
    name: 'Repair text encoding of this note',
    checkCallback: (checking) => {
      const path = plugin.app.workspace.getActiveFile()?.path;
      const problems = path === undefined ? [] : (index.graph.get(path)?.content.problems ?? []);
      if (path === undefined || !problems.some(({ code }) => code === 'encoding-repaired')) return false;
      if (!checking) attempt('The note was not repaired', takeBack.repairEncoding(path));
      return true;
    },
  });
  plugin.addCommand({
    id: 'remove-records',
    name: 'Remove the plugin’s record from all pages',
    checkCallback: where(hasPages, () => {
      attempt('The records were not removed', takeBack.eject(pages.accountsWithPage()));
    }),
  });
  plugin.addCommand({
    id: 'switch-refresh',
    name: 'Switch automatic refresh on this device on or off',
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
  new Notice(device.isOn ? 'Pages are refreshed on this device.' : 'Pages are no longer refreshed on this device.');
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
    else
      chooseAccount(plugin, parts, question, (account) => {
        run([account]);
      });
  };
  attempt('The accounts could not be listed', parts.index.whenCurrent().then(choose));
}

function forOneAccount(plugin: Plugin, parts: CommandParts, question: string, run: (account: Account) => void): void {
  const choose = () => {
    const [first, ...others] = parts.pages.accountsHere();
    if (first && others.length === 0) run(first);
    else chooseAccount(plugin, parts, question, run);
  };
  attempt('The accounts could not be listed', parts.index.whenCurrent().then(choose));
}

function chooseAccount(
  plugin: Plugin,
  { index, pages }: CommandParts,
  question: string,
  run: (account: Account) => void,
): void {
  const accounts = pages.accountsWithPage();
  if (accounts.length > 0) new ChoiceModal(plugin.app, question, accounts, ({ name }) => name, run).open();
  else
    new Notice(
      `No account pages were found. They lie in folders named ${index.settings.accountFolders.join(', ')}, or have the property “type: customer”.`,
      10_000,
    );
}
