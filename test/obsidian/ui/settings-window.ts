import type { App } from '../app.ts';
import { Modal } from './modal.ts';
import { PluginSettingTab, type SettingTab } from './setting-tab.ts';

/** The window with the settings of all plugins: their names on one side, one plugin's page on the other. */
export class SettingsWindow extends Modal {
  private readonly menuEl: HTMLElement;
  private readonly pageEl: HTMLElement;
  private readonly tabs: SettingTab[] = [];
  private active: SettingTab | null = null;

  constructor(app: App) {
    super(app);
    this.modalEl.addClass('mod-settings');
    this.modalEl.setAttr('aria-label', 'Settings');
    this.modalEl.removeAttribute('aria-labelledby');
    this.contentEl.addClass('vertical-tabs-container');
    this.menuEl = this.contentEl.createDiv({ cls: 'vertical-tab-header', attr: { role: 'tablist' } });
    this.pageEl = this.contentEl.createDiv('vertical-tab-content-container');
  }

  /** Takes a tab in. Its definitions are asked for once, as the app does to make them searchable. */
  addTab(tab: SettingTab): void {
    this.tabs.push(tab);
    tab.update();
  }

  removeTab(tab: SettingTab): void {
    const index = this.tabs.indexOf(tab);
    if (index >= 0) this.tabs.splice(index, 1);
    if (this.active === tab) this.show(this.tabs[0] ?? null);
  }

  /** Goes to the page of a plugin; null where there is none of that name. */
  openTabById(id: string): SettingTab | null {
    const isIts = (tab: SettingTab) => tab instanceof PluginSettingTab && tab.plugin.manifest.id === id;
    const tab = this.tabs.find(isIts) ?? null;
    if (tab) this.show(tab);
    return tab;
  }

  override onOpen(): void {
    this.show(this.active ?? this.tabs[0] ?? null);
  }

  override onClose(): void {
    this.active?.leave();
  }

  private show(tab: SettingTab | null): void {
    this.active?.leave();
    this.active = tab;
    this.drawMenu();
    this.pageEl.empty();
    if (!tab) {
      this.pageEl.createDiv({ cls: 'setting-item-empty', text: 'No plugin has settings.' });
      return;
    }
    this.pageEl.append(tab.containerEl);
    tab.show();
  }

  private drawMenu(): void {
    this.menuEl.empty();
    this.menuEl.createDiv({ cls: 'vertical-tab-header-group-title', text: 'Plugins' });
    for (const tab of this.tabs) {
      const entry = this.menuEl.createDiv({
        cls: 'vertical-tab-nav-item',
        text: tab.name,
        attr: { role: 'tab', tabindex: 0, 'aria-selected': tab === this.active },
      });
      entry.toggleClass('is-active', tab === this.active);
      entry.addEventListener('click', () => {
        this.show(tab);
      });
      entry.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') this.show(tab);
      });
    }
  }
}
