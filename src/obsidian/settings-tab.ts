import { Notice, PluginSettingTab, type App, type Plugin, type SettingDefinitionItem } from 'obsidian';
import { reasonOf } from '../core/reason-of.ts';
import type { AccountIndex } from './account-index.ts';
import type { AutomaticRefresh, DeviceSwitch } from './automatic-refresh.ts';
import { texts } from './i18n/texts.ts';
import { attempt, type PageActions } from './page-actions.ts';
import { settingDefinitions, DEVICE_KEY } from './setting-definitions.ts';
import type { SettingsStore } from './settings-store.ts';

/** What the settings show and change. */
export interface SettingParts {
  readonly store: SettingsStore;
  readonly index: AccountIndex;
  readonly device: DeviceSwitch;
  readonly refresh: AutomaticRefresh;
  readonly pages: PageActions;
  /** Takes over settings that were changed. */
  readonly apply: () => void;
}

/** Who has typed within this time may go on. In milliseconds. */
const TYPES_ON = 3000;

/** The plugin's page of the settings. A list of names is edited as lines of text. */
export class AccountPagesSettingTab extends PluginSettingTab {
  private readonly stopListening: () => void;
  private typedAt = -TYPES_ON;
  private redrawing: number | null = null;

  constructor(
    app: App,
    plugin: Plugin,
    private readonly parts: SettingParts,
  ) {
    super(app, plugin);
    // What was found is shown beside the folders, and is known anew after each reading of the vault.
    this.stopListening = parts.index.onUpdate(({ atStart }) => {
      if (atStart) this.redrawSoon();
    });
  }

  /** The plugin unloads. */
  close(): void {
    this.stopListening();
    if (this.redrawing !== null) window.clearTimeout(this.redrawing);
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const { store, index, pages } = this.parts;
    return settingDefinitions(store, index, {
      moveSection: (order) => {
        this.change('sectionOrder', order);
      },
      showProblems: () => {
        attempt(texts.failures.showProblems, pages.showProblems());
      },
    });
  }

  override getControlValue(key: string): unknown {
    if (key === DEVICE_KEY) return this.parts.device.isOn;
    const value = this.parts.store.get(key);
    return Array.isArray(value) ? value.join('\n') : (value ?? '');
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const { store, device, refresh, apply } = this.parts;
    if (key === DEVICE_KEY) {
      device.set(value === true);
      refresh.catchUp();
      return;
    }
    if (typeof value === 'string') this.typedAt = Date.now();
    const isList = Array.isArray(store.get(key)) || key.startsWith('headings.');
    await store.set(key, isList && typeof value === 'string' ? linesOf(value) : value);
    apply();
    this.refreshDomState();
  }

  /** Drawing anew takes the cursor out of a field, so that it waits until nobody types. */
  private redrawSoon(): void {
    if (this.redrawing !== null) window.clearTimeout(this.redrawing);
    const wait = this.typedAt + TYPES_ON - Date.now();
    if (wait <= 0) {
      this.update();
      return;
    }
    this.redrawing = window.setTimeout(() => {
      this.redrawing = null;
      this.redrawSoon();
    }, wait);
  }

  private change(key: string, value: unknown): void {
    this.parts.store
      .set(key, value)
      .then(() => {
        this.parts.apply();
        this.update();
      })
      .catch((error: unknown) => new Notice(texts.failures.setting(reasonOf(error))));
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
