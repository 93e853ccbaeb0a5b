/** How long a notice stays where nothing else is said, in milliseconds. */
const STAY = 5000;

/** A message in the corner. With a duration of 0 it stays until it is clicked or hidden. */
export class Notice {
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;
  readonly noticeEl: HTMLElement;

  constructor(message: string | DocumentFragment, duration = STAY) {
    this.containerEl = stackIn(activeDocument).createDiv({ cls: 'notice', attr: { role: 'status' } });
    this.noticeEl = this.containerEl;
    this.messageEl = this.containerEl.createDiv('notice-message');
    this.setMessage(message);
    this.containerEl.addEventListener('click', () => {
      this.hide();
    });
    if (duration > 0)
      window.setTimeout(() => {
        this.hide();
      }, duration);
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    const stack = this.containerEl.parentElement;
    this.containerEl.remove();
    if (stack?.childElementCount === 0) stack.remove();
  }
}

/** The pile of notices of a window. */
function stackIn(doc: Document): HTMLElement {
  return (
    doc.body.querySelector<HTMLElement>(':scope > .notice-container') ??
    doc.body.createDiv({ cls: 'notice-container', attr: { 'aria-live': 'polite' } })
  );
}
