import { reasonOf } from '../reason-of.ts';
import { changedLines } from '../text-edit.ts';
import { compareText, type NotePath, type VaultHost } from '../vault.ts';
import type { ChangeHistory, NoteChange } from './note-writer.ts';

/** What became of taking back the change of one note. */
export interface Undone {
  readonly path: NotePath;
  readonly run: string;
  /** `undone`: the earlier text stands again. `declined`: nothing was written. */
  readonly outcome: 'undone' | 'declined';
  /** Why it was declined; '' where it was not. */
  readonly reason: string;
}

/**
 * Takes back the last run; with `paths` the last change of each of these notes, whichever run made it. A note that
 * was changed since is left as it stands, for the reason that `sayChanged` makes of the lines. Nothing of what is
 * declined is forgotten.
 */
export async function undo(
  host: VaultHost,
  history: ChangeHistory,
  paths: readonly NotePath[] | null,
  sayChanged = changedSince,
): Promise<Undone[]> {
  const changes = await history.list();
  const last = changes.reduce((latest, { run }) => (run > latest ? run : latest), '');
  const wanted = changes.filter(({ path, run }) => (paths ? paths.includes(path) : run === last));
  const undone: Undone[] = [];
  for (const change of [...wanted].sort((a, b) => compareText(a.path, b.path))) {
    const reason = await takeBack(host, change, sayChanged);
    if (reason === '') await history.drop(change.path);
    undone.push({ path: change.path, run: change.run, outcome: reason === '' ? 'undone' : 'declined', reason });
  }
  return undone;
}

/** '' where the note has its earlier text again, else why not. */
async function takeBack(
  host: VaultHost,
  { path, before, after }: NoteChange,
  sayChanged: typeof changedSince,
): Promise<string> {
  let reason = '';
  try {
    await host.process(path, (text) => {
      if (text === after || text === before) return before;
      const { first, last } = changedLines(after, text);
      reason = sayChanged(first, last);
      return text;
    });
  } catch (error) {
    reason = reasonOf(error);
  }
  return reason;
}

/** `it was changed since, at lines 3 to 5` */
export function changedSince(first: number, last: number): string {
  const lines = first === last ? `line ${String(first)}` : `lines ${String(first)} to ${String(last)}`;
  return `it was changed since, at ${lines}`;
}
