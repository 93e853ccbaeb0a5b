/** The line at the bottom of the window, to which plugins add short texts. */
export class StatusBar {
  readonly containerEl: HTMLElement = createDiv({ cls: 'status-bar', attr: { role: 'contentinfo' } });

  addItem(): HTMLElement {
    return this.containerEl.createDiv('status-bar-item');
  }
}
