import type { SettingDefinitionList } from 'obsidian';
import type { Setting } from './setting.ts';

/** Gives one row of a list what its list allows: to be removed, and to be moved by dragging or with Alt and an arrow. */
export function dressListRow(setting: Setting, index: number, count: number, definition: SettingDefinitionList): void {
  const { onDelete, onReorder } = definition;
  const { settingEl } = setting;
  if (onReorder) {
    addHandle(setting, index, count, onReorder);
    acceptDrop(settingEl, index, onReorder);
  }
  if (!onDelete) return;
  settingEl.setAttr('tabindex', 0);
  settingEl.addEventListener('keydown', (event) => {
    if (event.target !== settingEl || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
    event.preventDefault();
    onDelete(index);
  });
  setting.addExtraButton((button) => {
    button.setIcon('trash-2').setTooltip('Delete');
    button.onClick(() => {
      onDelete(index);
    });
  });
}

function addHandle(setting: Setting, index: number, count: number, move: (from: number, to: number) => void): void {
  setting.settingEl.draggable = true;
  setting.settingEl.addEventListener('dragstart', (event) => {
    event.dataTransfer?.setData('text/plain', String(index));
  });
  setting.addExtraButton((button) => {
    button.setIcon('grip-vertical').setTooltip('Drag to reorder');
    button.extraSettingsEl.addEventListener('keydown', (event) => {
      const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : -1;
      if (to < 0 || to >= count) return;
      event.preventDefault();
      move(index, to);
    });
  });
}

function acceptDrop(row: HTMLElement, index: number, move: (from: number, to: number) => void): void {
  row.addEventListener('dragover', (event) => {
    event.preventDefault();
  });
  row.addEventListener('drop', (event) => {
    event.preventDefault();
    const from = Number(event.dataTransfer?.getData('text/plain') ?? '');
    if (Number.isInteger(from) && from !== index) move(from, index);
  });
}
