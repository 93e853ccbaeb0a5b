import { Notice, type App } from 'obsidian';
import type { OpenItem } from '../../core/actions/account-actions.ts';
import type { AccountIndex } from '../account-index.ts';
import { texts } from '../i18n/texts.ts';
import { changedLineCount, changeItem, currentItem, undoItemChange, type ItemChange } from './item-changes.ts';
import { tickByTasksPlugin } from './tasks-plugin.ts';

/** How long a ticked item stays in its place with the way back beside it, in milliseconds. */
const UNDO_TIME = 8_000;

interface Ticked {
  readonly open: OpenItem;
  /** null while the notes are being written. */
  change: ItemChange | null;
  timer: number;
}

/** Items that were ticked a moment ago: they stay where they are, done, until the time to take it back is over. */
export class Ticking {
  private readonly ticked = new Map<string, Ticked>();
  private isClosed = false;

  /** `changed` is told when what is ticked has changed, `said` what a screen reader is to say. */
  constructor(
    private readonly app: App,
    private readonly index: AccountIndex,
    private readonly changed: () => void,
    private readonly said: (words: string) => void,
  ) {}

  /** By key, the last one last. */
  get items(): ReadonlyMap<string, OpenItem> {
    return new Map([...this.ticked].map(([key, { open }]) => [key, open]));
  }

  /** Ticks every copy of an item. A second tick while the first is still there does nothing. */
  async tick(open: OpenItem): Promise<void> {
    if (this.ticked.has(open.key)) return;
    const ticked: Ticked = { open, change: null, timer: 0 };
    this.ticked.set(open.key, ticked);
    this.changed();
    const { host } = this.index;
    const tickerFor = (path: string) => tickByTasksPlugin(this.app, path);
    const current = await currentItem(this.index, open);
    const change = await changeItem(host, current, { kind: 'tick' }, this.index.today(), tickerFor);
    if (change.refused.length > 0) new Notice(texts.changes.notTicked(change.refused.join(' ')));
    if (change.notes.length === 0) {
      this.forget(open.key);
      return;
    }
    // Nobody is there any more to take it back.
    if (this.isClosed) return;
    ticked.change = change;
    ticked.timer = window.setTimeout(() => {
      this.forget(open.key);
    }, UNDO_TIME);
    this.tellOf(current, change);
  }

  /** Takes back a tick: of the item with this key, or the last one. */
  async undo(key: string | null = null): Promise<void> {
    const last = [...this.ticked].filter(([, { change }]) => change !== null).pop()?.[0];
    const wanted = key ?? last;
    const ticked = wanted === undefined ? undefined : this.ticked.get(wanted);
    if (wanted === undefined || !ticked?.change) return;
    const { change } = ticked;
    this.forget(wanted);
    const back = await undoItemChange(this.index.host, change);
    if (back.refused.length > 0) new Notice(texts.changes.notUndone(back.refused.join(' ')));
    else this.said(texts.changes.openAgain(ticked.open.item.text));
  }

  close(): void {
    this.isClosed = true;
    for (const { timer } of this.ticked.values()) window.clearTimeout(timer);
    this.ticked.clear();
  }

  private forget(key: string): void {
    window.clearTimeout(this.ticked.get(key)?.timer);
    this.ticked.delete(key);
    this.changed();
  }

  private tellOf({ item }: OpenItem, change: ItemChange): void {
    const lines = changedLineCount(change);
    const notes = change.notes.length;
    this.said(texts.changes.done(item.text, lines, notes));
    if (lines > 1) new Notice(texts.changes.tickedSeveral(lines, notes));
    if (item.recurrence !== null && !tickByTasksPlugin(this.app, item.places[0].path)) {
      new Notice(texts.changes.repeatsOnlyWithTasks(item.text));
    }
  }
}
