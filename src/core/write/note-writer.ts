import type { NotePath, VaultHost } from '../vault.ts';

/** What one run made of a note: all that is needed to take it back. */
export interface NoteChange {
  readonly path: NotePath;
  /** Names the run that made the change, as the host gave it; a later run's name sorts after an earlier one's. */
  readonly run: string;
  readonly before: string;
  readonly after: string;
}

/** Where a host keeps changes: outside the notes, one per note, the latest. */
export interface ChangeHistory {
  list(): Promise<readonly NoteChange[]>;
  /** The change that is kept for a note, if any. */
  latest(path: NotePath): Promise<NoteChange | null>;
  /** Resolves when the change is stored for good. */
  keep(change: NoteChange): Promise<void>;
  drop(path: NotePath): Promise<void>;
}

/** How often a note that somebody else keeps changing is worked out anew before giving up. */
const ATTEMPTS = 3;

/** Changes notes so that it can be taken back: what stood there is kept first. Only `undo` writes without it. */
export class NoteWriter {
  constructor(
    private readonly host: VaultHost,
    private readonly history: ChangeHistory | null,
  ) {}

  /**
   * Changes a note by `edit`, which gets its text and gives what becomes of it; nothing is written where that is the
   * same text. Resolves to the edit that was made. Rejects with the host's error, or where the note changes faster than
   * it can be worked out; then what an earlier run made of the note can still be taken back.
   */
  async change<Edit extends { readonly after: string }>(
    path: NotePath,
    run: string,
    edit: (text: string) => Edit,
  ): Promise<Edit> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const before = await this.host.current(path);
      const made = edit(before);
      if (made.after === before) return made;
      if (await this.write({ path, run, before, after: made.after })) return made;
    }
    throw new Error('another program kept changing it');
  }

  /** False where the note changed since it was read: nothing is written then. */
  private async write(change: NoteChange): Promise<boolean> {
    const { path, before, after } = change;
    const earlier = (await this.history?.latest(path)) ?? null;
    // Kept before it is written: whatever happens between the two, the text that stood there is not lost.
    await this.history?.keep(change);
    let isWritten = false;
    try {
      await this.host.process(path, (text) => {
        isWritten = text === before;
        return isWritten ? after : text;
      });
    } catch (error) {
      isWritten = false;
      throw error;
    } finally {
      if (!isWritten) await (earlier ? this.history?.keep(earlier) : this.history?.drop(path));
    }
    return isWritten;
  }
}
