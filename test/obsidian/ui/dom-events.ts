type Listener = (event: Event, target: HTMLElement) => unknown;

interface Registered {
  readonly type: string;
  readonly selector: string;
  readonly listener: Listener;
  readonly native: (event: Event) => void;
}

/** Listeners on one element for events of what lies below it and matches a selector. */
export class DelegatedListeners {
  private readonly registered: Registered[] = [];

  constructor(private readonly host: HTMLElement | Document) {}

  add(type: string, selector: string, listener: Listener, options?: boolean): void {
    const native = (event: Event): void => {
      const target = event.target instanceof Element ? event.target.matchParent(selector, this.element()) : null;
      if (target instanceof HTMLElement) listener.call(this.host, event, target);
    };
    this.registered.push({ type, selector, listener, native });
    this.host.addEventListener(type, native, options);
  }

  remove(type: string, selector: string, listener: Listener, options?: boolean): void {
    const at = this.registered.findIndex(
      (entry) => entry.type === type && entry.selector === selector && entry.listener === listener,
    );
    const [found] = at < 0 ? [] : this.registered.splice(at, 1);
    if (found) this.host.removeEventListener(type, found.native, options);
  }

  private element(): Element {
    return this.host instanceof Document ? this.host.documentElement : this.host;
  }
}

const delegated = new WeakMap<HTMLElement | Document, DelegatedListeners>();

/** The delegated listeners of an element; the same for every call. */
export function listenersOf(host: HTMLElement | Document): DelegatedListeners {
  const known = delegated.get(host);
  if (known) return known;
  const fresh = new DelegatedListeners(host);
  delegated.set(host, fresh);
  return fresh;
}
