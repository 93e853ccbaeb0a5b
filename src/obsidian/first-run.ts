import { Notice, type App } from 'obsidian';
import type { AccountIndex } from './account-index.ts';
import { texts } from './i18n/texts.ts';
import { DEVICE_VALUES } from './storage/device-values.ts';

/** Says once what was found in a vault that the plugin is new to, and leads to the settings. Nothing is written yet. */
export function welcome(app: App, index: AccountIndex, openSettings: () => boolean): void {
  if (app.loadLocalStorage(DEVICE_VALUES.welcomed) !== null) return;
  app.saveLocalStorage(DEVICE_VALUES.welcomed, 'yes');
  const notice = new Notice('', 0);
  const { messageEl } = notice;
  for (const line of foundLines(index)) messageEl.createDiv({ text: line });
  const buttons = messageEl.createDiv({ cls: 'account-pages-notice-buttons' });
  buttons.createEl('button', { text: texts.buttons.openSettings, cls: 'mod-cta' }).addEventListener('click', () => {
    notice.hide();
    if (!openSettings()) new Notice(texts.welcome.settingsElsewhere);
  });
  buttons.createEl('button', { text: texts.buttons.later }).addEventListener('click', () => {
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
    return [texts.welcome.noAccounts(meetings), texts.welcome.lookedFor(settings.accountFolders.join(', '))];
  const without = accounts.length - withPage;
  return [
    texts.welcome.found(accounts.length, meetings, people),
    ...(without > 0 ? [texts.welcome.withoutPage(without)] : []),
    texts.welcome.nothingWritten,
  ];
}
