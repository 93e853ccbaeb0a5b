import type { TooltipOptions } from 'obsidian';
import { BaseComponent } from './base-component.ts';
import { setIcon } from './icons.ts';
import { setTooltip } from './tooltip.ts';

/** A button with words or an icon on it. */
export class ButtonComponent extends BaseComponent {
  readonly buttonEl: HTMLButtonElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.buttonEl = containerEl.createEl('button', { type: 'button' });
  }

  override setDisabled(disabled: boolean): this {
    this.buttonEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  setCta(): this {
    this.buttonEl.addClass('mod-cta');
    return this;
  }

  removeCta(): this {
    this.buttonEl.removeClass('mod-cta');
    return this;
  }

  setWarning(): this {
    return this.setDestructive();
  }

  setDestructive(): this {
    this.buttonEl.addClass('mod-warning');
    return this;
  }

  removeDestructive(): this {
    this.buttonEl.removeClass('mod-warning');
    return this;
  }

  setTooltip(tooltip: string, options?: TooltipOptions): this {
    setTooltip(this.buttonEl, tooltip, options);
    return this;
  }

  setButtonText(name: string): this {
    this.buttonEl.removeClass('clickable-icon');
    this.buttonEl.setText(name);
    return this;
  }

  setIcon(icon: string): this {
    this.buttonEl.addClass('clickable-icon');
    setIcon(this.buttonEl, icon);
    return this;
  }

  setClass(cls: string): this {
    this.buttonEl.addClass(cls);
    return this;
  }

  /** While the promise of a callback is open, the button shows that it is busy, and takes no second click. */
  onClick(callback: (event: MouseEvent) => unknown): this {
    this.buttonEl.addEventListener('click', (event) => {
      const result = callback(event);
      if (!(result instanceof Promise)) return;
      this.setBusy(true);
      void result.finally(() => {
        this.setBusy(false);
      });
    });
    return this;
  }

  private setBusy(busy: boolean): void {
    this.buttonEl.toggleClass('mod-loading', busy);
    this.buttonEl.disabled = busy || this.disabled;
  }
}

/** A small icon beside a setting. */
export class ExtraButtonComponent extends BaseComponent {
  readonly extraSettingsEl: HTMLElement;
  private changed: () => unknown = () => undefined;

  constructor(containerEl: HTMLElement) {
    super();
    this.extraSettingsEl = containerEl.createDiv({
      cls: 'clickable-icon extra-setting-button',
      attr: { role: 'button', tabindex: 0 },
    });
    setIcon(this.extraSettingsEl, 'settings');
    onPress(this.extraSettingsEl, () => {
      if (!this.disabled) this.changed();
    });
  }

  override setDisabled(disabled: boolean): this {
    this.extraSettingsEl.toggleClass('is-disabled', disabled);
    this.extraSettingsEl.setAttr('aria-disabled', disabled);
    return super.setDisabled(disabled);
  }

  setTooltip(tooltip: string, options?: TooltipOptions): this {
    setTooltip(this.extraSettingsEl, tooltip, options);
    return this;
  }

  setIcon(icon: string): this {
    setIcon(this.extraSettingsEl, icon);
    return this;
  }

  onClick(callback: () => unknown): this {
    this.changed = callback;
    return this;
  }
}

/** Calls back on a click and, as a button does, on Enter and Space. */
export function onPress(el: HTMLElement, callback: (event: MouseEvent | KeyboardEvent) => unknown): void {
  el.addEventListener('click', callback);
  el.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    callback(event);
  });
}
