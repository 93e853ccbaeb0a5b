import { followedActions, type AccountActions } from '../../core/actions/account-actions.ts';
import { breather } from '../breather.ts';
import type { AccountIndex } from '../account-index.ts';

/**
 * What is open with every account, current with the index. Works in slices, and tells when there is something new. Only
 * the accounts whose notes have changed are looked at again.
 */
export class ActionFeed {
  private known: ReadonlyMap<string, AccountActions> = new Map();
  private readonly stops: (() => void)[];
  private isRunning = false;
  private isAsked = false;
  private isClosed = false;

  constructor(
    private readonly index: AccountIndex,
    private readonly tell: () => void,
  ) {
    this.stops = [
      index.onUpdate(() => {
        this.refresh();
      }),
      index.onProgress(tell),
    ];
    this.refresh();
  }

  get accounts(): readonly AccountActions[] {
    return [...this.known.values()];
  }

  close(): void {
    this.isClosed = true;
    for (const stop of this.stops.splice(0)) stop();
  }

  /** One run at a time; what changes meanwhile is seen by the next. While all notes are being read there is nothing to say. */
  private refresh(): void {
    this.isAsked = true;
    if (this.index.progress) return;
    if (!this.isRunning) void this.run();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    const pause = breather();
    while (this.isAsked && !this.isClosed) {
      this.isAsked = false;
      const steps = followedActions(this.known, this.index.graph, this.index.settings);
      let step = steps.next();
      for (; !step.done && !this.isClosed; step = steps.next()) await pause();
      if (!step.done) return;
      this.known = step.value;
      this.tell();
    }
    this.isRunning = false;
  }
}
