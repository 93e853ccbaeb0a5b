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
  /** Resolves when the change is stored for good. */
  keep(change: NoteChange): Promise<void>;
  drop(path: NotePath): Promise<void>;
}

/** How often a note that somebody else keeps changing is worked out anew before giving up. */
const ATTEMPTS = 3;

/** The one way in which the core changes a note: what stood there is kept first, so that it can be had back. */
export class NoteWriter {
  constructor(
    private readonly host: VaultHost,
    private readonly history: ChangeHistory | null,
  ) {}

  /**
   * Changes a note by `edit`, which gets its text and gives the text to keep; nothing is written when both are the
   * same. Rejects with the host's error, or where the note changes faster than it can be worked out.
   */
  async change(path: NotePath, run: string, edit: (text: string) => string): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const before = await this.host.read(path);
      const after = edit(before);
      if (after === before) return;
      // Kept before it is written: whatever happens between the two, the text that stood there is not lost.
      await this.history?.keep({ path, run, before, after });
      let isCurrent = false;
      await this.host.process(path, (text) => {
        isCurrent = text === before;
        return isCurrent ? after : text;
      });
      if (isCurrent) return;
    }
    throw new Error('another program kept changing it');
  }
}
