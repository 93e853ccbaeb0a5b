import { actionsOf, type OpenItem } from '../../core/actions/account-actions.ts';
import {
  changeTasks,
  takeBackChanges,
  type ChangedLine,
  type NoteEdit,
  type TaskChange,
  type TickLine,
} from '../../core/actions/change-note.ts';
import type { TaskPlace } from '../../core/compose/action-items.ts';
import { addTo } from '../../core/grouping.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { AccountIndex } from '../account-index.ts';
import { texts } from '../i18n/texts.ts';
import { reasonOf } from '../../core/reason-of.ts';
import { baseName, type NotePath, type VaultHost } from '../../core/vault.ts';

/** Lines of one note that were changed. */
interface ChangedNote {
  readonly path: NotePath;
  readonly lines: readonly ChangedLine[];
}

/** What became of a change to all copies of an item. */
export interface ItemChange {
  readonly notes: readonly ChangedNote[];
  /** Why copies stand as they were, one sentence for each. */
  readonly refused: readonly string[];
}

/** How a host ticks lines of a note; null leaves it to the plain tick. */
export type TickerFor = (path: NotePath) => TickLine | null;

/** The item as the notes have it by now, because a change of a moment ago may not be read yet; else as it was seen. */
export async function currentItem(index: AccountIndex, open: OpenItem): Promise<OpenItem> {
  if (index.progress) return open;
  await index.whenCurrent();
  const account = index.graph.accounts().find(({ id }) => id === open.item.account.id);
  if (!account) return open;
  return actionsOf(account, index.graph, index.settings).items.find(({ key }) => key === open.key) ?? open;
}

/** Changes every open copy of an item in its note. Never rejects: what could not be written is told. */
export async function changeItem(
  host: VaultHost,
  { item }: OpenItem,
  change: TaskChange,
  today: PlainDate,
  tickerFor: TickerFor,
): Promise<ItemChange> {
  const places = new Map<NotePath, TaskPlace[]>();
  // An item with a ticked copy would not be open.
  for (const place of item.places) addTo(places, place.path, place);
  return inNotes(host, [...places], (path, text, tasks) => {
    const ticker = change.kind === 'tick' ? tickerFor(path) : null;
    const wanted = tasks.map(({ task }) => task);
    return changeTasks(text, wanted, change, today, ticker ?? undefined);
  });
}

/** Puts the lines back as they were, where they are as the change left them. */
export async function undoItemChange(host: VaultHost, { notes }: ItemChange): Promise<ItemChange> {
  const lines = notes.map(({ path, lines: changed }): [NotePath, readonly ChangedLine[]] => [path, changed]);
  return inNotes(host, lines, (_path, text, changed) => takeBackChanges(text, changed));
}

export function changedLineCount({ notes }: ItemChange): number {
  return notes.reduce((lines, note) => lines + note.lines.length, 0);
}

async function inNotes<T>(
  host: VaultHost,
  notes: readonly (readonly [NotePath, readonly T[]])[],
  edit: (path: NotePath, text: string, wanted: readonly T[]) => NoteEdit,
): Promise<ItemChange> {
  const changed: ChangedNote[] = [];
  const refused: string[] = [];
  for (const [path, wanted] of notes) {
    let result: NoteEdit | null = null;
    try {
      await host.process(path, (text) => {
        const edited = edit(path, text, wanted);
        result = edited;
        return edited.text;
      });
    } catch (error) {
      refused.push(texts.changes.notWritten(baseName(path), reasonOf(error)));
      continue;
    }
    const { lines, reasons } = outcomeOf(result, path);
    if (lines.length > 0) changed.push({ path, lines });
    refused.push(...reasons);
  }
  return { notes: changed, refused };
}

function outcomeOf(result: NoteEdit | null, path: NotePath): { lines: readonly ChangedLine[]; reasons: string[] } {
  if (!result) return { lines: [], reasons: [] };
  return {
    lines: result.changed,
    reasons: result.refused.map((refusal) => texts.changes.refusals[refusal](baseName(path))),
  };
}
