import { Menu, SearchComponent, setIcon, setTooltip, type Component } from 'obsidian';
import {
  DEFAULT_OPTIONS,
  DUE_FILTERS,
  GROUPINGS,
  OWNER_FILTERS,
  PROPOSED_FILTERS,
  SORTINGS,
  type ListOptions,
} from '../../core/actions/action-list.ts';
import { texts } from '../i18n/texts.ts';

const WORDS = texts.sidebar;

/** What the bar asks of the view. */
export interface BarHost {
  readonly options: () => ListOptions;
  readonly choose: (change: Partial<ListOptions>) => void;
  readonly foldAll: () => void;
  /** The person is done typing and goes on in the list. */
  readonly enterList: () => void;
}

/** The search field and the buttons above the list. */
export class ChoicesBar {
  readonly search: SearchComponent;
  private readonly chips: HTMLElement;
  private readonly filterButton: HTMLElement;

  constructor(
    parent: HTMLElement,
    component: Component,
    private readonly host: BarHost,
  ) {
    const bar = parent.createDiv('account-pages-bar');
    this.search = new SearchComponent(bar.createDiv('account-pages-search'));
    this.search.setPlaceholder(WORDS.search).onChange((text) => {
      host.choose({ text });
    });
    component.registerDomEvent(this.search.inputEl, 'keydown', (event) => {
      this.onSearchKey(event);
    });
    const buttons = bar.createDiv('account-pages-buttons');
    this.addButton(buttons, component, 'layers', WORDS.groupBy, (menu) => {
      this.addGroupings(menu);
    });
    this.addButton(buttons, component, 'arrow-up-narrow-wide', WORDS.sortBy, (menu) => {
      this.addSortings(menu);
    });
    this.filterButton = this.addButton(buttons, component, 'filter', WORDS.filterBy, (menu) => {
      this.addFilters(menu);
    });
    const fold = iconButton(buttons, 'chevrons-down-up', WORDS.foldAll);
    component.registerDomEvent(fold, 'click', () => {
      host.foldAll();
    });
    this.chips = parent.createDiv('account-pages-chips');
    component.registerDomEvent(this.chips, 'click', (event) => {
      this.onChip(event);
    });
  }

  /** Shows what is chosen now. */
  update(): void {
    const options = this.host.options();
    if (this.search.getValue() !== options.text) this.search.setValue(options.text);
    const chosen = chosenFilters(options);
    this.filterButton.toggleClass('is-active', chosen.length > 0);
    this.chips.empty();
    this.chips.toggle(chosen.length > 0);
    for (const [filter, name] of chosen) {
      const chip = this.chips.createEl('button', {
        cls: 'clickable-icon account-pages-chip',
        attr: { 'data-filter': filter, 'aria-label': WORDS.removeFilter(name) },
      });
      chip.createSpan({ text: name });
      setIcon(chip.createSpan('account-pages-chip-icon'), 'x');
    }
  }

  private addButton(
    parent: HTMLElement,
    component: Component,
    icon: string,
    name: string,
    fill: (menu: Menu) => void,
  ): HTMLElement {
    const button = iconButton(parent, icon, name);
    button.setAttr('aria-haspopup', 'menu');
    component.registerDomEvent(button, 'click', () => {
      const menu = new Menu();
      fill(menu);
      const { left, bottom } = button.getBoundingClientRect();
      menu.showAtPosition({ x: left, y: bottom }, button.doc);
    });
    return button;
  }

  private addGroupings(menu: Menu): void {
    const { groupBy } = this.host.options();
    for (const choice of GROUPINGS) {
      this.addChoice(menu, 'group', WORDS.groupings[choice], groupBy === choice, { groupBy: choice });
    }
  }

  private addSortings(menu: Menu): void {
    const { sortBy } = this.host.options();
    for (const choice of SORTINGS) {
      this.addChoice(menu, 'sort', WORDS.sortings[choice], sortBy === choice, { sortBy: choice });
    }
  }

  private addFilters(menu: Menu): void {
    const { owner, due, proposed } = this.host.options();
    for (const choice of OWNER_FILTERS) {
      this.addChoice(menu, 'owner', WORDS.owners[choice], owner === choice, { owner: choice });
    }
    for (const choice of DUE_FILTERS) this.addChoice(menu, 'due', WORDS.dues[choice], due === choice, { due: choice });
    for (const choice of PROPOSED_FILTERS) {
      this.addChoice(menu, 'proposed', WORDS.proposals[choice], proposed === choice, { proposed: choice });
    }
  }

  private addChoice(menu: Menu, section: string, name: string, isChosen: boolean, change: Partial<ListOptions>): void {
    menu.addItem((item) =>
      item
        .setTitle(name)
        .setSection(section)
        .setChecked(isChosen)
        .onClick(() => {
          this.host.choose(change);
        }),
    );
  }

  private onSearchKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'Enter') this.host.enterList();
    else if (event.key === 'Escape' && this.search.getValue() !== '') this.host.choose({ text: '' });
    else if (event.key === 'Escape') this.host.enterList();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private onChip({ target }: MouseEvent): void {
    if (!(target as Node | null)?.instanceOf(Element)) return;
    const filter = (target as Element).closest('[data-filter]')?.getAttr('data-filter');
    if (filter === 'owner') this.host.choose({ owner: DEFAULT_OPTIONS.owner });
    if (filter === 'due') this.host.choose({ due: DEFAULT_OPTIONS.due });
    if (filter === 'proposed') this.host.choose({ proposed: DEFAULT_OPTIONS.proposed });
  }
}

function iconButton(parent: HTMLElement, icon: string, name: string): HTMLElement {
  const button = parent.createEl('button', { cls: 'clickable-icon account-pages-button' });
  setIcon(button, icon);
  setTooltip(button, name);
  button.setAttr('aria-label', name);
  return button;
}

/** The filters that leave something out, beside the text, with their names. */
function chosenFilters({ owner, due, proposed }: ListOptions): [string, string][] {
  return [
    ...(owner === 'anyone' ? [] : [['owner', WORDS.owners[owner]] as [string, string]]),
    ...(due === 'any' ? [] : [['due', WORDS.dues[due]] as [string, string]]),
    ...(proposed === 'any' ? [] : [['proposed', WORDS.proposals[proposed]] as [string, string]]),
  ];
}
