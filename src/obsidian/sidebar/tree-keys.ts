import type { ActionRow, HeadRow } from './rows.ts';
import type { WindowList } from './window-list.ts';

/** What keys do to rows. */
export interface KeyActions {
  readonly press: (row: ActionRow, event: KeyboardEvent) => void;
  readonly tick: (row: ActionRow) => void;
  readonly fold: (row: HeadRow, unfold: boolean) => void;
  readonly menu: (row: ActionRow, el: HTMLElement) => void;
  readonly undo: () => void;
  readonly type: () => void;
}

/** The keys of a tree, as the ARIA Authoring Practices have them (“Tree View Pattern”), with Space for the tick. */
export class TreeKeys {
  constructor(
    private readonly rows: WindowList<ActionRow>,
    private readonly actions: KeyActions,
  ) {}

  onKey(event: KeyboardEvent): void {
    const row = this.rows.activeRow;
    if (!row || event.isComposing || event.defaultPrevented) return;
    const isModified = event.ctrlKey || event.metaKey || event.altKey;
    if (isUndo(event)) this.actions.undo();
    else if (event.key === 'Enter') this.actions.press(row, event);
    else if (event.key === 'F10' && event.shiftKey) this.showMenu(row);
    else if (isModified) return;
    else if (!this.move(event, row) && !this.act(event, row)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private act(event: KeyboardEvent, row: ActionRow): boolean {
    if (event.key === ' ') this.actions.tick(row);
    else if (event.key === 'ContextMenu') this.showMenu(row);
    else {
      // The key itself is to arrive in the field that gets the focus now.
      if (event.key.length === 1) this.actions.type();
      return false;
    }
    return true;
  }

  private move(event: KeyboardEvent, row: ActionRow): boolean {
    const at = this.rows.activeIndex;
    const target: Partial<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: this.rows.length - 1,
      PageDown: at + this.rows.pageSize(),
      PageUp: at - this.rows.pageSize(),
    };
    const next = target[event.key];
    if (next !== undefined) this.rows.focusRow(next);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') this.sideways(event, row, at);
    else return false;
    return true;
  }

  /** Towards the end of the line unfolds and goes in, towards its beginning folds and goes out. */
  private sideways({ key, target }: KeyboardEvent, row: ActionRow, at: number): void {
    const el = target as Element | null;
    const isRightToLeft = el !== null && el.win.getComputedStyle(el).direction === 'rtl';
    const isInwards = (key === 'ArrowRight') !== isRightToLeft;
    if (row.kind === 'head' && row.isUnfolded !== isInwards) this.actions.fold(row, isInwards);
    else if (row.kind === 'head' && isInwards) this.rows.focusRow(at + 1);
    else if (row.kind !== 'head' && !isInwards) this.rows.focusRow(at - row.position);
  }

  private showMenu(row: ActionRow): void {
    const el = this.rows.elementOf(row.key);
    if (el) this.actions.menu(row, el);
  }
}

function isUndo(event: KeyboardEvent): boolean {
  return event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
}
