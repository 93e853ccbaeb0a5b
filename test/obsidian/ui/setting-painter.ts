import type { SettingDefinition, SettingDefinitionGroup, SettingDefinitionItem, SettingDefinitionList } from 'obsidian';
import type { SettingTab } from './setting-tab.ts';
import { onPress } from './buttons.ts';
import { setIcon } from './icons.ts';
import { dressListRow } from './setting-list.ts';
import { openSettingPage, paintPageRow } from './setting-pages.ts';
import { paintControl } from './setting-controls.ts';
import { Setting, SettingGroup } from './setting.ts';

/** A predicate of a definition, as its author may write it. */
export type Predicate = boolean | (() => boolean) | undefined;

/** What a `visible` or `disabled` says now. */
export function holds(predicate: Predicate, otherwise: boolean): boolean {
  return typeof predicate === 'function' ? predicate() : (predicate ?? otherwise);
}

/** Draws setting definitions into an element, and keeps what it drew up to date. */
export class SettingPainter {
  private readonly cleanups: (() => void)[] = [];
  private refreshers: (() => void)[] = [];
  private readonly queries = new Map<string, string>();
  /** The definitions' page that is open in place of the tab's own rows. */
  openPage: string | null = null;

  constructor(
    readonly tab: SettingTab,
    private readonly containerEl: HTMLElement,
  ) {}

  paint(items: readonly SettingDefinitionItem[]): void {
    const { scrollTop } = this.containerEl;
    this.tearDown();
    if (this.openPage === null || !openSettingPage(this, this.containerEl, items))
      this.paintItems(items, this.containerEl);
    this.refresh();
    this.containerEl.scrollTop = scrollTop;
  }

  /** Rows that stand alone are drawn in a group of their own, as far as they follow each other. */
  paintItems(items: readonly SettingDefinitionItem[], parentEl: HTMLElement): void {
    let group: SettingGroup | null = null;
    items.forEach((item, index) => {
      if ('type' in item && item.type !== 'page') {
        group = null;
        this.paintGroup(item, parentEl);
        return;
      }
      group ??= new SettingGroup(parentEl);
      this.paintRow(item, group, index);
    });
  }

  refresh(): void {
    for (const refresher of this.refreshers) refresher();
  }

  whenRefreshed(refresher: () => void): void {
    this.refreshers.push(refresher);
  }

  tearDown(): void {
    for (const cleanup of this.cleanups.splice(0)) cleanup();
    this.refreshers = [];
    this.containerEl.empty();
  }

  private paintGroup(definition: SettingDefinitionGroup, parentEl: HTMLElement): void {
    const group = new SettingGroup(parentEl);
    const groupEl = group.listEl.parentElement ?? group.listEl;
    const items = definition.items ?? [];
    if (definition.cls !== undefined) group.addClass(definition.cls);
    if (definition.heading !== undefined) group.setHeading(definition.heading);
    for (const button of definition.extraButtons ?? []) group.addExtraButton(button);
    const rows = items.map((item, index) => this.paintRow(item, group, index));
    if (isList(definition)) this.paintList(definition, group, rows);
    if (definition.search) this.paintSearch(definition, group, rows);
    this.whenRefreshed(() => {
      groupEl.toggle(holds(definition.visible, true));
    });
  }

  private paintList(definition: SettingDefinitionList, group: SettingGroup, rows: readonly Setting[]): void {
    const { addItem, emptyState } = definition;
    if (addItem) {
      group.addExtraButton((button) => {
        button.setIcon('plus').setTooltip(addItem.name);
        button.onClick(() => {
          addItem.action(button.extraSettingsEl);
        });
      });
    }
    if (rows.length === 0 && emptyState !== undefined) {
      group.listEl.createDiv('setting-item-empty').setText(emptyState);
    }
    rows.forEach((row, index) => {
      dressListRow(row, index, rows.length, definition);
    });
  }

  private paintSearch(definition: SettingDefinitionGroup, group: SettingGroup, rows: readonly Setting[]): void {
    const { search } = definition;
    if (!search) return;
    const name = definition.heading ?? '';
    const filter = (query: string): void => {
      this.queries.set(name, query);
      definition.items?.forEach((item, index) => {
        if (!('type' in item))
          rows[index]?.settingEl.toggleClass('is-filtered', query !== '' && !search.match(item, query));
      });
    };
    group.addSearch((component) => {
      component.setPlaceholder(search.placeholder ?? '').setValue(this.queries.get(name) ?? '');
      component.onChange(filter);
    });
    filter(this.queries.get(name) ?? '');
  }

  private paintRow(item: SettingDefinitionItem, group: SettingGroup, index: number): Setting {
    const setting = new Setting(group.listEl);
    setting.setName('name' in item ? item.name : '');
    if ('desc' in item && item.desc !== undefined) setting.setDesc(copyOf(item.desc));
    if (!('type' in item)) this.paintDefinition(item, setting, group, index);
    else if (item.type === 'page') paintPageRow(this, item, setting);
    this.whenRefreshed(() => {
      setting.settingEl.toggle(holds(item.visible, true));
    });
    return setting;
  }

  private paintDefinition(item: SettingDefinition, setting: Setting, group: SettingGroup, index: number): void {
    if (item.control) paintControl(this, item.control, setting);
    else if (item.action) this.paintAction(item.action, item.disabled, setting, index);
    else if (item.render) {
      // A definition is written for the app's own Setting, which ours stands in for.
      const render = item.render as (setting: unknown, group: unknown) => unknown;
      const cleanup = render(setting, group);
      if (typeof cleanup === 'function') this.cleanups.push(() => void Reflect.apply(cleanup, undefined, []));
    }
  }

  private paintAction(
    action: (el: HTMLElement, index: number) => void,
    disabled: Predicate,
    setting: Setting,
    index: number,
  ): void {
    const { settingEl } = setting;
    settingEl.addClass('mod-action');
    settingEl.setAttrs({ role: 'button', tabindex: 0 });
    setIcon(setting.controlEl.createDiv('setting-item-chevron'), 'chevron-right');
    onPress(settingEl, () => {
      if (!settingEl.hasClass('is-disabled')) action(settingEl, index);
    });
    this.whenRefreshed(() => {
      setting.setDisabled(holds(disabled, false));
    });
  }
}

function isList(definition: SettingDefinitionGroup): definition is SettingDefinitionList {
  return definition.type === 'list';
}

/** A fragment is empty once it has been put somewhere, and definitions are drawn more than once. */
function copyOf(text: string | DocumentFragment): string | DocumentFragment {
  return typeof text === 'string' ? text : (text.cloneNode(true) as DocumentFragment);
}
