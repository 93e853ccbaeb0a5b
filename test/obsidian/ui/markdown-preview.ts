import { diffLines } from 'diff';
import type { MarkdownView } from './markdown-view.ts';
import { Keymap } from './keymap.ts';
import { drawProperties } from './properties.ts';
import { frontMatterOf } from './markdown-source.ts';
import { MarkdownRenderer } from './markdown-renderer.ts';

/** How long lines that changed outside stay marked, in milliseconds. */
const MARKED = 4000;

/** A note as it is read. */
export class MarkdownPreview {
  readonly containerEl: HTMLElement;
  private readonly sizerEl: HTMLElement;
  private text = '';

  constructor(
    private readonly view: MarkdownView,
    parent: HTMLElement,
  ) {
    this.containerEl = parent.createDiv({ cls: 'markdown-reading-view' });
    this.sizerEl = this.containerEl
      .createDiv({ cls: 'markdown-preview-view markdown-rendered', attr: { tabindex: -1 } })
      .createDiv('markdown-preview-sizer');
    this.containerEl.addEventListener('click', (event) => {
      this.onClick(event);
    });
    this.containerEl.addEventListener('auxclick', (event) => {
      if (event.button === 1) this.onClick(event);
    });
    this.containerEl.addEventListener('mouseover', (event) => {
      this.onHover(event);
    });
  }

  get(): string {
    return this.text;
  }

  /** Draws the note. With `mark`, the lines that differ from what was shown before are marked for a moment. */
  set(text: string, mark = false): void {
    const before = this.text;
    const { scrollTop } = this.scroller();
    this.text = text;
    this.sizerEl.empty();
    this.drawHead();
    const { app, file } = this.view;
    void MarkdownRenderer.render(app, text, this.sizerEl, file?.path ?? '', this.view);
    this.scroller().scrollTop = scrollTop;
    if (mark) this.markLines(changedLines(before, text));
  }

  clear(): void {
    this.text = '';
    this.sizerEl.empty();
  }

  rerender(): void {
    this.set(this.text);
  }

  getScroll(): number {
    return this.scroller().scrollTop;
  }

  applyScroll(scroll: number): void {
    this.scroller().scrollTop = scroll;
  }

  /** Brings a line of the note's text into sight. */
  showLine(line: number): void {
    const target = this.elementsOf(line)[0];
    target?.scrollIntoView({ block: 'center' });
    if (target) this.flash([target]);
  }

  private scroller(): HTMLElement {
    return this.sizerEl.parentElement ?? this.sizerEl;
  }

  private drawHead(): void {
    this.sizerEl.createDiv({ cls: 'inline-title', text: this.view.getDisplayText(), attr: { dir: 'auto' } });
    const properties = frontMatterOf(this.text);
    if (properties !== '') drawProperties(this.view.app, properties, this.sizerEl, this.view.file?.path ?? '');
  }

  private markLines(lines: readonly number[]): void {
    this.flash([...new Set(lines.flatMap((line) => this.elementsOf(line)))]);
  }

  private flash(elements: readonly HTMLElement[]): void {
    for (const element of elements) element.addClass('is-flashing');
    window.setTimeout(() => {
      for (const element of elements) element.removeClass('is-flashing');
    }, MARKED);
  }

  /** The smallest pieces that show a line; a line of the front matter is shown by the table of properties. */
  private elementsOf(line: number): HTMLElement[] {
    const all = this.sizerEl.findAll('[data-line]');
    const around = all.filter(
      (el) => Number(el.getAttr('data-line')) <= line && line <= Number(el.getAttr('data-end')),
    );
    const smallest = around.filter((el) => !around.some((other) => other !== el && el.contains(other)));
    if (smallest.length > 0) return smallest;
    return line < frontMatterOf(this.text).split('\n').length ? this.sizerEl.findAll('.metadata-container') : [];
  }

  private onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest('a.internal-link');
    if (link) {
      event.preventDefault();
      void this.view.app.workspace.openLinkText(
        link.getAttribute('data-href') ?? '',
        this.view.file?.path ?? '',
        Keymap.isModEvent(event),
      );
    } else if (target?.closest('a.tag')) event.preventDefault();
    else if (target?.matches('.task-list-item-checkbox')) this.toggleTask(target);
  }

  private toggleTask(box: Element): void {
    const line = Number(box.closest('[data-line]')?.getAttribute('data-line') ?? -1);
    const source = this.text.split('\n')[line];
    if (source === undefined) return;
    const toggled = source.replace(/\[(.)\]/u, (_box, status: string) => (status === ' ' ? '[x]' : '[ ]'));
    this.view.changeLine(line, toggled.replace(/\r$/, ''));
  }

  private onHover(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a.internal-link') : null;
    if (!link?.instanceOf(HTMLElement)) return;
    this.view.app.workspace.trigger('hover-link', {
      event,
      source: 'preview',
      hoverParent: this.view,
      targetEl: link,
      linktext: link.getAttr('data-href') ?? '',
      sourcePath: this.view.file?.path ?? '',
    });
  }
}

/** The lines of a text that another text does not have at that place, from 0. */
function changedLines(before: string, now: string): number[] {
  const lines: number[] = [];
  let at = 0;
  for (const { count, added, removed } of diffLines(before, now)) {
    if (removed) continue;
    if (added) for (let line = at; line < at + count; line++) lines.push(line);
    at += count;
  }
  return lines;
}
