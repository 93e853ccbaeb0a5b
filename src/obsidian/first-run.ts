import { Notice, type App } from 'obsidian';
import type { AccountIndex } from './account-index.ts';
import { count } from './wording.ts';

const TOLD_KEY = 'account-pages-welcomed';

/** Says once what was found in a vault that the plugin is new to, and leads to the settings. Nothing is written yet. */
export function welcome(app: App, index: AccountIndex, openSettings: () => boolean): void {
  if (app.loadLocalStorage(TOLD_KEY) !== null) return;
  app.saveLocalStorage(TOLD_KEY, 'yes');
  const notice = new Notice('', 0);
  const { messageEl } = notice;
  for (const line of foundLines(index)) messageEl.createDiv({ text: line });
  const buttons = messageEl.createDiv({ cls: 'account-pages-notice-buttons' });
  buttons.createEl('button', { text: 'Open settings', cls: 'mod-cta' }).addEventListener('click', () => {
    notice.hide();
    if (!openSettings()) new Notice('Open the app’s settings: the plugin is listed there among the community plugins.');
  });
  buttons.createEl('button', { text: 'Later' }).addEventListener('click', () => {
    notice.hide();
  });
}

/** What was found in the vault, and where nothing was, what to do about it. */
export function foundLines({ graph, settings, host }: AccountIndex): string[] {
  const accounts = graph.accounts();
  const withPage = accounts.filter(({ path }) => path !== null).length;
  const meetings = host.files().filter(({ path }) => graph.get(path)?.kind === 'meeting').length;
  const people = graph.directory().people.length;
  if (accounts.length === 0)
    return [
      `Account Pages found no accounts in this vault, and ${count(meetings, 'meeting note')}.`,
      `It looked for folders named ${settings.accountFolders.join(', ')}, and for notes with the property “type: customer”. Say in the settings where your accounts lie.`,
    ];
  const without = accounts.length - withPage;
  return [
    `Account Pages found ${count(accounts.length, 'account')}, ${count(meetings, 'meeting note')} and ${count(people, 'person note')}.`,
    ...(without > 0
      ? [`${count(without, 'account')} without a page: “Create account page” in the command palette makes one.`]
      : []),
    'Nothing was written. Open a customer’s page and run “Rebuild account page”; you see what changes before it does.',
  ];
}
