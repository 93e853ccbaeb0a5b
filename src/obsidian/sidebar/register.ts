import type { Plugin } from 'obsidian';
import type { AccountIndex } from '../account-index.ts';
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
  plugin.registerHoverLinkSource(ACTIONS_VIEW, { display: 'Account Pages: action items', defaultMod: false });
  plugin.addRibbonIcon(ACTIONS_ICON, 'Open action items', open);
  plugin.addCommand({ id: 'open-action-items', name: 'Open action items', callback: open });
}
