import type { SettingDefinitionItem } from 'obsidian';
import type { App } from '../app.ts';
import type { Plugin } from '../plugin.ts';
import { SettingPainter } from './setting-painter.ts';

/** A page of the settings window, drawn from definitions or, where there are none, by `display`. */
export abstract class SettingTab {
  icon = '';
  readonly containerEl: HTMLElement = createDiv('vertical-tab-content');
  settingItems: SettingDefinitionItem[] = [];
  /** What the list of tabs calls it. */
  name = '';
  #painter: SettingPainter | null = null;

  constructor(readonly app: App) {}

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  /** Asks for the definitions again, and draws them where the tab is shown. */
  update(): void {
    this.settingItems = this.getSettingDefinitions();
    this.#painter?.paint(this.settingItems);
  }

  getControlValue(key: string): unknown {
    throw new Error(`There is no setting “${key}” of the stand-in's own.`);
  }

  setControlValue(key: string, value: unknown): void | Promise<void> {
    throw new Error(`There is no setting “${key}” of the stand-in's own to make ${String(value)}.`);
  }

  /** Asks every `visible` and `disabled` again, without drawing anew. */
  refreshDomState(): void {
    this.#painter?.refresh();
  }

  display(): void {
    return undefined;
  }

  hide(): void {
    return undefined;
  }

  /** Called by the settings window. */
  show(): void {
    this.containerEl.empty();
    this.settingItems = this.getSettingDefinitions();
    if (this.settingItems.length === 0) {
      this.display();
      return;
    }
    this.#painter = new SettingPainter(this, this.containerEl);
    this.#painter.paint(this.settingItems);
  }

  /** Called by the settings window. */
  leave(): void {
    this.#painter?.tearDown();
    this.#painter = null;
    this.hide();
    this.containerEl.remove();
  }
}

/** A plugin's page of the settings window. Its controls read and write `plugin.settings`, which is saved each time. */
export abstract class PluginSettingTab extends SettingTab {
  constructor(
    app: App,
    readonly plugin: Plugin,
  ) {
    super(app);
    this.name = plugin.manifest.name;
  }

  override getControlValue(key: string): unknown {
    const { settings } = this.plugin;
    return isObject(settings) ? settings[key] : undefined;
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    if (!isObject(this.plugin.settings)) this.plugin.settings = {};
    if (isObject(this.plugin.settings)) this.plugin.settings[key] = value;
    await this.plugin.saveData(this.plugin.settings);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
