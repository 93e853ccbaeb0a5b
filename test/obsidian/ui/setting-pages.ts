import type { SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';
import type { SettingPainter } from './setting-painter.ts';
import { onPress } from './buttons.ts';
import { setIcon } from './icons.ts';
import type { Setting } from './setting.ts';

/** A page below a setting tab that its plugin draws itself. */
export abstract class SettingPage {
  readonly rootEl: HTMLElement = createDiv('setting-page');
  readonly titlebarEl: HTMLElement = this.rootEl.createDiv('setting-page-titlebar');
  readonly containerEl: HTMLElement = this.rootEl.createDiv('setting-page-content');
  title = '';

  abstract display(): void;

  hide(): void {
    return undefined;
  }
}

/** The row that leads to a page. */
export function paintPageRow(painter: SettingPainter, page: SettingDefinitionPage, setting: Setting): void {
  const value = typeof page.displayValue === 'function' ? page.displayValue() : page.displayValue;
  const status = typeof page.status === 'function' ? page.status() : page.status;
  setting.settingEl.addClass('mod-action');
  setting.settingEl.setAttrs({ role: 'button', tabindex: 0 });
  if (value !== undefined) setting.controlEl.createDiv({ cls: 'setting-item-value', text: value });
  if (status === 'warning') setIcon(setting.controlEl.createDiv('setting-item-status mod-warning'), 'triangle-alert');
  setIcon(setting.controlEl.createDiv('setting-item-chevron'), 'chevron-right');
  onPress(setting.settingEl, () => {
    painter.openPage = page.name;
    painter.tab.update();
  });
}

/** Draws the page that is open, with a way back. False where the definitions have no such page any more. */
export function openSettingPage(
  painter: SettingPainter,
  containerEl: HTMLElement,
  items: readonly SettingDefinitionItem[],
): boolean {
  const page = findPage(items, painter.openPage);
  if (!page) return false;
  const bar = containerEl.createDiv('setting-page-bar');
  const back = bar.createDiv({ cls: 'clickable-icon', attr: { role: 'button', tabindex: 0, 'aria-label': 'Back' } });
  setIcon(back, 'chevron-left');
  bar.createSpan({ cls: 'setting-page-title', text: page.name });
  onPress(back, () => {
    painter.openPage = null;
    painter.tab.update();
  });
  const own = page.page?.();
  if (own) {
    own.display();
    containerEl.append(own.rootEl);
  } else painter.paintItems(page.items ?? [], containerEl);
  return true;
}

function findPage(items: readonly SettingDefinitionItem[], name: string | null): SettingDefinitionPage | null {
  for (const item of items) {
    if (!('type' in item)) continue;
    if (item.type === 'page' && item.name === name) return item;
    const below = findPage(item.items ?? [], name);
    if (below) return below;
  }
  return null;
}
