/**
 * The stand-in's module `obsidian` for unit tests, which run without a page. Views, modals and notices are there, but
 * nothing is drawn.
 */
export * from './core.ts';

export {
  AbstractTextComponent,
  HoverPopover,
  MarkdownRenderer,
  Menu,
  MenuItem,
  SearchComponent,
} from './headless-controls.ts';
export { WorkspaceLeaf } from './headless-leaf.ts';
export { FuzzySuggestModal, Modal, Notice, PluginSettingTab, SettingTab, setIcon, setTooltip } from './headless-ui.ts';
export { ItemView, MarkdownView, View } from './headless-views.ts';
export { HeadlessWorkspace as Workspace } from './headless-workspace.ts';
export { Keymap, Scope } from './ui/keymap.ts';
