import type { App } from '../app.ts';
import { ButtonComponent, onPress } from './buttons.ts';
import { setIcon } from './icons.ts';
import { Scope } from './keymap.ts';

const FOCUSABLE = 'button, [href], input, select, textarea, [tabindex]:not([tabindex="-1"])';

/** A window in front of the others, which holds the keyboard until it is closed. */
export class Modal {
  scope: Scope = new Scope();
  readonly containerEl: HTMLElement;
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  shouldRestoreSelection = true;
  #opened = false;
  #focusedBefore: Element | null = null;
  #closed: () => unknown = () => undefined;

  constructor(readonly app: App) {
    this.containerEl = createDiv('modal-container mod-dim');
    const background = this.containerEl.createDiv('modal-bg');
    this.modalEl = this.containerEl.createDiv({
      cls: 'modal',
      attr: { role: 'dialog', 'aria-modal': true, tabindex: -1 },
    });
    const button = this.modalEl.createDiv({
      cls: 'modal-close-button clickable-icon',
      attr: { role: 'button', tabindex: 0, 'aria-label': 'Close' },
    });
    setIcon(button, 'x');
    const header = this.modalEl.createDiv('modal-header');
    this.titleEl = header.createDiv({ cls: 'modal-title', attr: { id: `modal-${crypto.randomUUID()}` } });
    this.contentEl = this.modalEl.createDiv('modal-content');
    this.modalEl.setAttr('aria-labelledby', this.titleEl.id);
    onPress(button, () => {
      this.close();
    });
    background.addEventListener('click', () => {
      this.close();
    });
    this.containerEl.addEventListener('keydown', (event) => {
      if (event.key === 'Tab') this.#keepFocus(event);
    });
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  open(): void {
    if (this.#opened) return;
    this.#opened = true;
    this.#focusedBefore = activeDocument.activeElement;
    activeDocument.body.append(this.containerEl);
    this.app.keymap.pushScope(this.scope);
    void this.onOpen();
    if (!this.containerEl.contains(activeDocument.activeElement)) this.firstFocus().focus();
  }

  close(): void {
    if (!this.#opened) return;
    this.#opened = false;
    this.app.keymap.popScope(this.scope);
    this.containerEl.remove();
    if (this.shouldRestoreSelection && this.#focusedBefore?.instanceOf(HTMLElement)) this.#focusedBefore.focus();
    this.onClose();
    this.#closed();
  }

  onOpen(): Promise<void> | void {
    return undefined;
  }

  onClose(): void {
    return undefined;
  }

  onHistoryBack(): void {
    this.close();
  }

  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.#closed = callback;
    return this;
  }

  /** What has the keyboard when the modal opens: the first control, and never the button that closes it. */
  protected firstFocus(): HTMLElement {
    return this.#focusable().find((el) => !el.hasClass('modal-close-button')) ?? this.modalEl;
  }

  #focusable(): HTMLElement[] {
    return this.modalEl.findAll(FOCUSABLE).filter((el) => el.isShown() && !el.matches(':disabled'));
  }

  #keepFocus(event: KeyboardEvent): void {
    const stops = this.#focusable();
    const [first, last] = [stops[0], stops.at(-1)];
    const at = activeDocument.activeElement;
    const leaving = event.shiftKey ? at === first || at === this.modalEl : at === last;
    if (!leaving || !first || !last) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}

/** A button of a confirmation: closes it when its handler is done, unless the handler gives `false`. */
export class ConfirmationButton extends ButtonComponent {
  constructor(
    containerEl: HTMLElement,
    private readonly modal: ConfirmationModal,
  ) {
    super(containerEl);
    this.buttonEl.addEventListener('click', (event) => {
      this.#press(event);
    });
  }

  #handler: (event: MouseEvent) => unknown = () => undefined;

  override onClick(handler: (event: MouseEvent) => unknown): this {
    this.#handler = handler;
    return this;
  }

  setInitialFocus(): this {
    this.modal.initialFocus = this.buttonEl;
    return this;
  }

  setSecondary(): this {
    this.buttonEl.addClass('mod-secondary');
    return this;
  }

  setCancel(): this {
    this.buttonEl.addClass('mod-cancel');
    return this;
  }

  #press(event: MouseEvent): void {
    this.buttonEl.disabled = true;
    void Promise.resolve(this.#handler(event))
      .then((result) => {
        if (result !== false) this.modal.close();
      })
      .finally(() => {
        this.buttonEl.disabled = false;
      });
  }
}

/** Asks before something is done. */
export class ConfirmationModal extends Modal {
  readonly buttonContainerEl: HTMLElement;
  initialFocus: HTMLElement | null = null;

  constructor(app: App) {
    super(app);
    this.modalEl.addClass('mod-confirmation');
    this.buttonContainerEl = this.modalEl.createDiv('modal-button-container');
  }

  addClass(cls: string): this {
    this.modalEl.addClass(cls);
    return this;
  }

  addCheckbox(label: string, callback: (value: boolean) => unknown): this {
    const labelEl = this.buttonContainerEl.createEl('label', 'mod-checkbox');
    const checkbox = labelEl.createEl('input', { type: 'checkbox' });
    labelEl.appendText(label);
    checkbox.addEventListener('change', () => void callback(checkbox.checked));
    return this;
  }

  addButton(callback: (button: ConfirmationButton) => unknown): this {
    callback(new ConfirmationButton(this.buttonContainerEl, this));
    return this;
  }

  addCancelButton(text = 'Cancel'): this {
    return this.addButton((button) => button.setButtonText(text).setCancel());
  }

  protected override firstFocus(): HTMLElement {
    return this.initialFocus ?? this.buttonContainerEl.querySelector('button') ?? super.firstFocus();
  }
}
