import { Component, MarkdownRenderer, type App } from 'obsidian';
import { itemMarkdown } from '../../core/actions/item-text.ts';
import type { ItemRow } from './rows.ts';

/** Draws the words of items. What the app's renderer makes of their Markdown lives as long as the row does. */
export class ItemWords {
  private readonly rendered = new Map<string, Component>();

  /** `grown` is told when a row has its words, because they may come later than the row. */
  constructor(
    private readonly app: App,
    private readonly grown: (key: string) => void,
  ) {}

  draw({ key, open }: ItemRow, el: HTMLElement): void {
    this.forget(key);
    const [{ task, path }] = open.item.places;
    const markdown = itemMarkdown(task);
    // Most items are plain words, for which nothing need be rendered.
    if (markdown === open.item.text) {
      el.setText(markdown);
      return;
    }
    const component = new Component();
    component.load();
    this.rendered.set(key, component);
    MarkdownRenderer.render(this.app, markdown, el, path, component).then(
      () => {
        this.grown(key);
      },
      () => {
        el.setText(open.item.text);
      },
    );
  }

  forget(key: string): void {
    this.rendered.get(key)?.unload();
    this.rendered.delete(key);
  }
}
