import type { SettingControl } from 'obsidian';
import type { SettingPainter } from './setting-painter.ts';
import { holds } from './setting-painter.ts';
import { PathSuggest } from './path-suggest.ts';
import type { Setting } from './setting.ts';
import type { AbstractTextComponent } from './text-components.ts';
import type { TextComponent } from './text-components.ts';

/** Draws the control of one setting, and takes what a person sets to the tab. */
export function paintControl(painter: SettingPainter, control: SettingControl, setting: Setting): void {
  new ControlPainter(painter, control, setting).paint();
}

class ControlPainter {
  constructor(
    private readonly painter: SettingPainter,
    private readonly control: SettingControl,
    private readonly setting: Setting,
  ) {}

  paint(): void {
    this.paintKind();
    void this.check(this.value());
    this.painter.whenRefreshed(() => {
      this.setting.setDisabled(holds(this.control.disabled, false));
    });
  }

  private paintKind(): void {
    const { control, setting } = this;
    if (control.type === 'toggle') {
      setting.addToggle((toggle) => toggle.setValue(this.value() === true).onChange(this.changed));
    } else if (control.type === 'dropdown') {
      setting.addDropdown((menu) => menu.addOptions(control.options).setValue(this.text()).onChange(this.changed));
    } else if (control.type === 'slider') this.paintSlider(control);
    else if (control.type === 'color') {
      setting.addColorPicker((picker) => picker.setValue(this.text()).onChange(this.changed));
    } else if (control.type === 'number') this.paintNumber(control);
    else if (control.type === 'textarea') {
      setting.addTextArea((area) => {
        this.paintText(area, control.placeholder);
        if (control.rows !== undefined) area.inputEl.rows = control.rows;
      });
    } else if (control.type === 'text') setting.addText((field) => this.paintText(field, control.placeholder));
    else this.paintPath(control);
  }

  private paintText(
    field: AbstractTextComponent<HTMLInputElement> | AbstractTextComponent<HTMLTextAreaElement>,
    placeholder: string | undefined,
  ): void {
    field
      .setPlaceholder(placeholder ?? '')
      .setValue(this.text())
      .onChange(this.changed);
  }

  private paintSlider(control: SettingControl & { type: 'slider' }): void {
    this.setting.addSlider((slider) => {
      slider.setLimits(control.min, control.max, control.step).setValue(Number(this.value()));
      if (control.displayFormat) slider.setDisplayFormat(control.displayFormat);
      const shown = createSpan({ cls: 'slider-value', text: slider.getValuePretty() });
      slider.sliderEl.before(shown);
      slider.sliderEl.addEventListener('input', () => {
        shown.setText(slider.getValuePretty());
      });
      slider.onChange(this.changed);
    });
  }

  private paintNumber(control: SettingControl & { type: 'number' }): void {
    this.setting.addText((field) => {
      field.inputEl.type = 'number';
      field.inputEl.setAttrs({ min: control.min ?? null, max: control.max ?? null, step: control.step ?? null });
      field.setPlaceholder(control.placeholder ?? '').setValue(this.text());
      field.onChange(() => {
        const { valueAsNumber, validity, validationMessage } = field.inputEl;
        if (Number.isNaN(valueAsNumber) || !validity.valid)
          this.setting.setErrorMessage(validationMessage || 'Enter a number.');
        else this.changed(valueAsNumber);
      });
    });
  }

  private paintPath(control: SettingControl & { type: 'file' | 'folder' }): void {
    const { app } = this.painter.tab;
    this.setting.addText((field: TextComponent) => {
      this.paintText(field, control.placeholder);
      // A filter is written for the app's own files, which ours stand in for.
      const filter = (control.filter ?? all) as (file: unknown) => boolean;
      const paths = (): string[] => {
        if (control.type === 'file')
          return app.vault
            .getFiles()
            .filter(filter)
            .map(({ path }) => path);
        return app.vault
          .getAllFolders(control.includeRoot === true)
          .filter(filter)
          .map(({ path }) => path);
      };
      new PathSuggest(app, field.inputEl, paths).onSelect((path) => {
        field.setValue(path);
        this.changed(path);
      });
    });
  }

  private value(): unknown {
    return this.painter.tab.getControlValue(this.control.key) ?? this.control.defaultValue;
  }

  private text(): string {
    const value = this.value();
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  /** A value that does not pass is shown with what is wrong, and is not kept. */
  private readonly changed = (value: unknown): void => {
    void this.check(value).then(async (passes) => {
      if (!passes) return;
      await this.painter.tab.setControlValue(this.control.key, value);
      this.painter.refresh();
    });
  };

  private async check(value: unknown): Promise<boolean> {
    // Each control's own type of value went in, so the check of the same control takes it.
    const validate = this.control.validate as ((value: unknown) => string | void | Promise<string | void>) | undefined;
    const complaint = value === undefined ? undefined : await validate?.(value);
    this.setting.setErrorMessage(complaint === undefined || complaint === '' ? null : complaint);
    return complaint === undefined || complaint === '';
  }
}

function all(): boolean {
  return true;
}
