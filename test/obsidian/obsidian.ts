/**
 * The stand-in's module `obsidian` for the workbench: what a plugin gets for `import … from 'obsidian'` in a page. Unit
 * tests get `headless.ts` instead.
 */
export * from './core.ts';

// The visible half: these build elements when they are made, and nothing when they are loaded.
export { BaseComponent, ValueComponent } from './ui/base-component.ts';
export { ButtonComponent, ExtraButtonComponent } from './ui/buttons.ts';
export { HoverPopover } from './ui/hover.ts';
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './ui/icons.ts';
export { Keymap, Scope } from './ui/keymap.ts';
export { MarkdownRenderChild, MarkdownRenderer } from './ui/markdown-renderer.ts';
export { MenuItem } from './ui/menu-item.ts';
export { Menu, MenuSeparator } from './ui/menu.ts';
export { ConfirmationModal, Modal } from './ui/modal.ts';
export { Notice } from './ui/notice.ts';
export { SettingPage } from './ui/setting-pages.ts';
export { PluginSettingTab, SettingTab } from './ui/setting-tab.ts';
export { Setting, SettingGroup } from './ui/setting.ts';
export { FuzzySuggestModal, SuggestModal, renderMatches } from './ui/suggest-modal.ts';
export { AbstractInputSuggest, PopoverSuggest } from './ui/suggest.ts';
export {
  AbstractTextComponent,
  MomentFormatComponent,
  SearchComponent,
  TextAreaComponent,
  TextComponent,
} from './ui/text-components.ts';
export { displayTooltip, setTooltip } from './ui/tooltip.ts';
export {
  ColorComponent,
  DropdownComponent,
  ProgressBarComponent,
  SliderComponent,
  ToggleComponent,
} from './ui/value-components.ts';
export { WorkspaceLeaf } from './ui/leaf.ts';
export { MarkdownView } from './ui/markdown-view.ts';
export { EditableFileView, FileView, TextFileView } from './ui/text-file-view.ts';
export { ItemView, View } from './ui/view.ts';
export { Workspace } from './ui/workspace.ts';
export {
  WorkspaceItem,
  WorkspaceMobileDrawer,
  WorkspaceParent,
  WorkspaceRibbon,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
  WorkspaceTabs,
} from './ui/workspace-items.ts';
