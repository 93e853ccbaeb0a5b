import type { FuzzyMatch, SearchResult, SettingDefinitionItem } from 'obsidian/obsidian.d.ts';
import type { App } from './app.ts';
import { prepareFuzzySearch } from './helpers.ts';
import { inertElement } from './inert-element.ts';
import type { Plugin } from './plugin.ts';

/** A notice that is on show until it is hidden; its time is not kept. `Notice.shown` is what a person would read. */
export class Notice {
  static readonly shown: Notice[] = [];
  readonly messageEl: HTMLElement = inertElement('messageEl');
  readonly containerEl: HTMLElement = inertElement('containerEl');

  constructor(
    public message: string | DocumentFragment,
    readonly duration?: number,
  ) {
    Notice.shown.push(this);
  }

  setMessage(message: string | DocumentFragment): this {
    this.message = message;
    return this;
  }

  hide(): void {
    const index = Notice.shown.indexOf(this);
    if (index >= 0) Notice.shown.splice(index, 1);
  }
}

/** A modal that is open or not. A test finds the open ones in `Modal.opened`. */
export class Modal {
  static readonly opened: Modal[] = [];
  readonly containerEl: HTMLElement = inertElement('containerEl');
  readonly modalEl: HTMLElement = inertElement('modalEl');
  readonly titleEl: HTMLElement = inertElement('titleEl');
  readonly contentEl: HTMLElement = inertElement('contentEl');

  constructor(readonly app: App) {}

  open(): void {
    Modal.opened.push(this);
    void this.onOpen();
  }

  close(): void {
    const index = Modal.opened.indexOf(this);
    if (index < 0) return;
    Modal.opened.splice(index, 1);
    this.onClose();
  }

  onOpen(): Promise<void> | void {
    return undefined;
  }

  onClose(): void {
    return undefined;
  }

  setTitle(_title: string): this {
    return this;
  }
}

/** Choosing among items by letters of their names. `choose` does what a person's choice does. */
export abstract class FuzzySuggestModal<T> extends Modal {
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;

  setPlaceholder(_placeholder: string): void {
    return undefined;
  }

  getSuggestions(query: string): FuzzyMatch<T>[] {
    const search = prepareFuzzySearch(query);
    const found = this.getItems().map((item) => ({ item, match: search(this.getItemText(item)) }));
    return found
      .filter((entry): entry is { item: T; match: SearchResult } => entry.match !== null)
      .sort((a, b) => b.match.score - a.match.score);
  }

  choose(item: T, event: KeyboardEvent): void {
    this.close();
    this.onChooseItem(item, event);
  }
}

/** Definitions of settings that nobody draws. */
export abstract class SettingTab {
  readonly containerEl: HTMLElement = inertElement('containerEl');
  settingItems: SettingDefinitionItem[] = [];
  icon = '';

  constructor(readonly app: App) {}

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  update(): void {
    this.settingItems = this.getSettingDefinitions();
  }

  refreshDomState(): void {
    return undefined;
  }

  hide(): void {
    return undefined;
  }
}

/** A plugin's settings, and the values that their controls would read and write. */
export abstract class PluginSettingTab extends SettingTab {
  constructor(
    app: App,
    readonly plugin: Plugin,
  ) {
    super(app);
  }

  getControlValue(key: string): unknown {
    return isRecord(this.plugin.settings) ? this.plugin.settings[key] : undefined;
  }

  async setControlValue(key: string, value: unknown): Promise<void> {
    this.plugin.settings = { ...(isRecord(this.plugin.settings) ? this.plugin.settings : {}), [key]: value };
    await this.plugin.saveData(this.plugin.settings);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nothing is drawn without a page. */
export function setIcon(_parent: HTMLElement, _icon: string): void {
  return undefined;
}

export function setTooltip(_element: HTMLElement, _tooltip: string): void {
  return undefined;
}
