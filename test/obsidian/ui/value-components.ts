import type { HSL, RGB, TooltipOptions } from 'obsidian';
import { ValueComponent } from './base-component.ts';
import { hexOf, hslOf, rgbOf, rgbOfHsl } from './colors.ts';
import { onPress } from './buttons.ts';
import { displayTooltip, setTooltip } from './tooltip.ts';

/** A switch. */
export class ToggleComponent extends ValueComponent<boolean> {
  readonly toggleEl: HTMLElement;
  private on = false;
  private changed: (value: boolean) => unknown = () => undefined;

  constructor(containerEl: HTMLElement) {
    super();
    this.toggleEl = containerEl.createDiv({
      cls: 'checkbox-container',
      attr: { role: 'switch', tabindex: 0, 'aria-checked': false },
    });
    onPress(this.toggleEl, () => {
      this.onClick();
    });
  }

  override setDisabled(disabled: boolean): this {
    this.toggleEl.toggleClass('is-disabled', disabled);
    this.toggleEl.setAttr('aria-disabled', disabled);
    return super.setDisabled(disabled);
  }

  getValue(): boolean {
    return this.on;
  }

  setValue(on: boolean): this {
    const differs = on !== this.on;
    this.on = on;
    this.toggleEl.toggleClass('is-enabled', on);
    this.toggleEl.setAttr('aria-checked', on);
    if (differs) this.changed(on);
    return this;
  }

  setTooltip(tooltip: string, options?: TooltipOptions): this {
    setTooltip(this.toggleEl, tooltip, options);
    return this;
  }

  onClick(): void {
    if (!this.disabled) this.setValue(!this.on);
  }

  onChange(callback: (value: boolean) => unknown): this {
    this.changed = callback;
    return this;
  }
}

/** A choice of one out of a few. */
export class DropdownComponent extends ValueComponent<string> {
  readonly selectEl: HTMLSelectElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.selectEl = containerEl.createEl('select', 'dropdown');
  }

  override setDisabled(disabled: boolean): this {
    this.selectEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  addOption(value: string, display: string): this {
    this.selectEl.createEl('option', { value, text: display });
    return this;
  }

  addOptions(options: Record<string, string>): this {
    for (const [value, display] of Object.entries(options)) this.addOption(value, display);
    return this;
  }

  getValue(): string {
    return this.selectEl.value;
  }

  setValue(value: string): this {
    this.selectEl.value = value;
    return this;
  }

  onChange(callback: (value: string) => unknown): this {
    this.selectEl.addEventListener('change', () => {
      callback(this.getValue());
    });
    return this;
  }
}

/** A number between two others. */
export class SliderComponent extends ValueComponent<number> {
  readonly sliderEl: HTMLInputElement;
  private format: (value: number) => string = String;
  private changed: (value: number) => unknown = () => undefined;
  private instant = false;

  constructor(containerEl: HTMLElement) {
    super();
    this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
    this.setLimits(0, 100, 1);
    this.sliderEl.addEventListener('input', () => {
      if (this.instant) this.changed(this.getValue());
    });
    this.sliderEl.addEventListener('change', () => {
      if (!this.instant) this.changed(this.getValue());
    });
  }

  override setDisabled(disabled: boolean): this {
    this.sliderEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  setInstant(instant: boolean): this {
    this.instant = instant;
    return this;
  }

  setLimits(min: number | null, max: number | null, step: number | 'any'): this {
    this.sliderEl.setAttrs({ min, max, step });
    return this;
  }

  getValue(): number {
    return this.sliderEl.valueAsNumber;
  }

  setValue(value: number): this {
    this.sliderEl.valueAsNumber = value;
    return this;
  }

  getValuePretty(): string {
    return this.format(this.getValue());
  }

  setDisplayFormat(format: (value: number) => string): this {
    this.format = format;
    return this;
  }

  setDynamicTooltip(): this {
    this.sliderEl.addEventListener('input', () => {
      displayTooltip(this.sliderEl, this.getValuePretty(), { placement: 'top' });
    });
    return this;
  }

  onChange(callback: (value: number) => unknown): this {
    this.changed = callback;
    return this;
  }
}

/** A colour, as `#rrggbb`. */
export class ColorComponent extends ValueComponent<string> {
  private readonly pickerEl: HTMLInputElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.pickerEl = containerEl.createEl('input', { type: 'color' });
  }

  override setDisabled(disabled: boolean): this {
    this.pickerEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): string {
    return this.pickerEl.value;
  }

  getValueRgb(): RGB {
    return rgbOf(this.getValue());
  }

  getValueHsl(): HSL {
    return hslOf(this.getValueRgb());
  }

  setValue(value: string): this {
    this.pickerEl.value = value;
    return this;
  }

  setValueRgb(rgb: RGB): this {
    return this.setValue(hexOf(rgb));
  }

  setValueHsl(hsl: HSL): this {
    return this.setValueRgb(rgbOfHsl(hsl));
  }

  onChange(callback: (value: string) => unknown): this {
    this.pickerEl.addEventListener('input', () => {
      callback(this.getValue());
    });
    return this;
  }
}

/** How far something has come, in percent. */
export class ProgressBarComponent extends ValueComponent<number> {
  private readonly barEl: HTMLElement;
  private value = 0;

  constructor(containerEl: HTMLElement) {
    super();
    this.barEl = containerEl.createDiv({ cls: 'setting-progress-bar', attr: { role: 'progressbar' } }).createDiv();
  }

  getValue(): number {
    return this.value;
  }

  setValue(value: number): this {
    this.value = value;
    this.barEl.setCssStyles({ width: `${String(value)}%` });
    this.barEl.parentElement?.setAttr('aria-valuenow', value);
    return this;
  }
}
