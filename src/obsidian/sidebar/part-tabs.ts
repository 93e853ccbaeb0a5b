import type { Component } from 'obsidian';
import { texts } from '../i18n/texts.ts';
import { PARTS, type SidebarState } from './view-state.ts';

type Part = SidebarState['part'];

/** Switches between the parts of the sidebar. Arrow keys go from one to the other (ARIA Authoring Practices, “Tabs”). */
export class PartTabs {
  private readonly tabs: ReadonlyMap<Part, HTMLElement>;

  constructor(parent: HTMLElement, component: Component, choose: (part: Part) => void) {
    const row = parent.createDiv({ cls: 'account-pages-tabs', attr: { role: 'tablist' } });
    this.tabs = new Map(
      PARTS.map((part) => [
        part,
        row.createEl('button', {
          cls: 'clickable-icon account-pages-tab',
          text: texts.sidebar.tabs[part],
          attr: { role: 'tab' },
        }),
      ]),
    );
    for (const [part, tab] of this.tabs) {
      component.registerDomEvent(tab, 'click', () => {
        choose(part);
      });
    }
    component.registerDomEvent(row, 'keydown', (event) => {
      if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
      event.preventDefault();
      const other = PARTS.find((part) => this.tabs.get(part)?.getAttr('aria-selected') === 'false') ?? 'items';
      choose(other);
      this.tabs.get(other)?.focus();
    });
  }

  update(chosen: Part): void {
    for (const [part, tab] of this.tabs) {
      tab.setAttrs({ 'aria-selected': String(part === chosen), tabindex: part === chosen ? 0 : -1 });
      tab.toggleClass('is-active', part === chosen);
    }
  }
}
