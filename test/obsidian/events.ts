type Listener = (...data: never[]) => unknown;

/** One listener's subscription, as `on` hands it out and `offref` takes it back. */
export interface EventRef {
  readonly source: Events;
  readonly name: string;
  readonly call: (...data: unknown[]) => unknown;
  readonly listener: Listener;
}

/** The events of obsidian.d.ts: listeners are called in the order in which they were added. */
export class Events {
  private readonly refs: EventRef[] = [];

  on(name: string, listener: (...data: unknown[]) => unknown, context?: unknown): EventRef {
    return this.listen(name, listener, context);
  }

  /** For the `on` of a class that names its events: a listener states what it takes, and the name vouches for it. */
  protected listen(name: string, listener: Listener, context?: unknown): EventRef {
    const call = (...data: unknown[]): unknown => Reflect.apply(listener, context, data);
    const ref: EventRef = { source: this, name, call, listener };
    this.refs.push(ref);
    return ref;
  }

  off(name: string, listener: Listener): void {
    for (const ref of this.refs.filter((known) => known.name === name && known.listener === listener)) this.offref(ref);
  }

  offref(ref: EventRef): void {
    const index = this.refs.indexOf(ref);
    if (index >= 0) this.refs.splice(index, 1);
  }

  /** Calls every listener of the event. One that throws does not keep the others from hearing it. */
  trigger(name: string, ...data: unknown[]): void {
    for (const ref of this.refs.filter((known) => known.name === name)) this.tryTrigger(ref, data);
  }

  tryTrigger(ref: EventRef, data: unknown[]): void {
    try {
      ref.call(...data);
    } catch (error) {
      reportLater(error);
    }
  }

  /** How many listeners there are, so that a test can see whether an unloaded plugin left any behind. */
  listenerCount(): number {
    return this.refs.length;
  }
}

/** Throws outside the caller's stack, where the page or the test runner reports it as an error nobody caught. */
export function reportLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
