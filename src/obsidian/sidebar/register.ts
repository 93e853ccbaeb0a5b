import type { Plugin } from 'obsidian';
import type { AccountIndex } from '../account-index.ts';
import { texts } from '../i18n/texts.ts';
import { openSettings } from '../ui/open-settings.ts';
import { ACTIONS_ICON, ACTIONS_VIEW, AccountActionsView } from './actions-view.ts';

/** Adds the sidebar to the app: its view, the command and the icon that open it, and its page previews. */
export function registerSidebar(plugin: Plugin, index: AccountIndex): void {
  const open = () => {
    void plugin.app.workspace.ensureSideLeaf(ACTIONS_VIEW, 'right', { active: true, reveal: true });
  };
  const settings = () => {
    openSettings(plugin.app, plugin.manifest.id);
  };
  plugin.registerView(ACTIONS_VIEW, (leaf) => new AccountActionsView(leaf, index, settings));
  plugin.registerHoverLinkSource(ACTIONS_VIEW, { display: texts.sidebar.hoverSource, defaultMod: false });
  plugin.addRibbonIcon(ACTIONS_ICON, texts.commands.openActions, open);
  plugin.addCommand({ id: 'open-action-items', name: texts.commands.openActions, callback: open });
}
