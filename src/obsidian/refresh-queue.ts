/** How long to wait, in milliseconds. */
export interface RefreshTiming {
  /** How long nobody may have typed or saved. */
  readonly quiet: number;
  /** After this a refresh is done although somebody types. */
  readonly longest: number;
}

/** How many refreshes of one page a minute are taken for two devices that answer each other. */
const MOST_A_MINUTE = 5;
const MINUTE = 60_000;

/**
 * Says when which pages are refreshed: one run at a time, once it has been quiet for a while, everything that waits at
 * once. What is refreshed again and again, without anybody typing here, is paused.
 */
export class RefreshQueue<Id> {
  private readonly waiting = new Set<Id>();
  private readonly paused = new Set<Id>();
  private readonly refreshed = new Map<Id, number[]>();
  private firstAt = 0;
  private silentUntil = Infinity;
  private timer: number | null = null;
  private isRunning = false;
  private isClosed = false;

  /** `refresh` gets all that waits, and resolves to those that it wrote. `onPause` hears of each that is paused. */
  constructor(
    private readonly timing: () => RefreshTiming,
    private readonly refresh: (ids: readonly Id[]) => Promise<readonly Id[]>,
    private readonly onPause: (id: Id) => void,
  ) {}

  /** Nothing is refreshed before this has been called and `milliseconds` have passed: a sync may be catching up. */
  openAfter(milliseconds: number): void {
    this.silentUntil = Date.now() + milliseconds;
    this.schedule(milliseconds);
  }

  /** Something that `ids` show has changed. `byHand`: somebody typed it here, which is never two devices at odds. */
  add(ids: Iterable<Id>, byHand: boolean): void {
    const now = Date.now();
    for (const id of ids) {
      if (byHand) this.resume(id);
      if (this.paused.has(id)) continue;
      if (this.waiting.size === 0) this.firstAt = now;
      this.waiting.add(id);
    }
    this.waitForQuiet();
  }

  /** Somebody types: what waits waits on. */
  stir(): void {
    this.waitForQuiet();
  }

  /** Takes one out that was brought up to date otherwise, and off the brake. */
  settle(id: Id): void {
    this.waiting.delete(id);
    this.resume(id);
  }

  close(): void {
    this.isClosed = true;
    this.waiting.clear();
    if (this.timer !== null) window.clearTimeout(this.timer);
  }

  private resume(id: Id): void {
    this.paused.delete(id);
    this.refreshed.delete(id);
  }

  private waitForQuiet(): void {
    if (this.waiting.size === 0) return;
    const { quiet, longest } = this.timing();
    const latest = this.firstAt + Math.max(quiet, longest) - Date.now();
    this.schedule(Math.max(0, Math.min(quiet, latest)));
  }

  private schedule(wait: number): void {
    if (this.isClosed || this.silentUntil === Infinity) return;
    if (this.timer !== null) window.clearTimeout(this.timer);
    const silence = this.silentUntil - Date.now();
    this.timer = window.setTimeout(
      () => {
        this.timer = null;
        void this.run();
      },
      Math.max(wait, silence),
    );
  }

  private async run(): Promise<void> {
    if (this.isRunning || this.isClosed || this.waiting.size === 0) return;
    this.isRunning = true;
    const ids = [...this.waiting];
    this.waiting.clear();
    try {
      for (const id of await this.refresh(ids)) this.countRefresh(id);
    } finally {
      this.isRunning = false;
      this.firstAt = Date.now();
      this.waitForQuiet();
    }
  }

  private countRefresh(id: Id): void {
    const now = Date.now();
    const times = [...(this.refreshed.get(id) ?? []).filter((time) => now - time < MINUTE), now];
    this.refreshed.set(id, times);
    if (times.length <= MOST_A_MINUTE || this.paused.has(id)) return;
    this.paused.add(id);
    this.waiting.delete(id);
    this.onPause(id);
  }
}
