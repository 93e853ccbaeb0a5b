import type { EventRef } from './events.ts';

/** What `registerDomEvent` needs of a window, a document or an element. */
interface DomEventSource {
  addEventListener(type: string, listener: (event: Event) => void, options?: boolean | AddEventListenerOptions): void;
  removeEventListener(type: string, listener: (event: Event) => void, options?: boolean | EventListenerOptions): void;
}

/** Something with a life: what it registers while loaded is undone when it unloads, children first. */
export class Component {
  private loaded = false;
  private readonly children: Component[] = [];
  private readonly cleanups: (() => unknown)[] = [];

  /** Loads this component, then its children. Hands on what `onload` returns, so that a host can wait for it. */
  load(): void | Promise<void> {
    if (this.loaded) return undefined;
    this.loaded = true;
    const pending = this.onload();
    for (const child of [...this.children]) void child.load();
    return pending;
  }

  onload(): void | Promise<void> {
    return undefined;
  }

  unload(): void {
    if (!this.loaded) return;
    this.loaded = false;
    for (const child of this.children.splice(0).reverse()) child.unload();
    for (const cleanup of this.cleanups.splice(0).reverse()) cleanup();
    this.onunload();
  }

  onunload(): void {
    return undefined;
  }

  /** Takes a child in, which is loaded at once where this component is, and otherwise with it. */
  addChild<T extends Component>(child: T): T {
    this.children.push(child);
    if (this.loaded) void child.load();
    return child;
  }

  removeChild<T extends Component>(child: T): T {
    const index = this.children.indexOf(child);
    if (index >= 0) {
      this.children.splice(index, 1);
      child.unload();
    }
    return child;
  }

  register(cleanup: () => unknown): void {
    this.cleanups.push(cleanup);
  }

  registerEvent(ref: EventRef): void {
    this.register(() => {
      ref.source.offref(ref);
    });
  }

  registerDomEvent<K extends keyof WindowEventMap>(
    source: Window,
    type: K,
    listener: (this: HTMLElement, event: WindowEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  registerDomEvent<K extends keyof DocumentEventMap>(
    source: Document,
    type: K,
    listener: (this: HTMLElement, event: DocumentEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  registerDomEvent<K extends keyof HTMLElementEventMap>(
    source: HTMLElement,
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  registerDomEvent(
    source: DomEventSource,
    type: string,
    listener: (event: never) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const call = (event: Event): void => {
      Reflect.apply(listener, source, [event]);
    };
    source.addEventListener(type, call, options);
    this.register(() => {
      source.removeEventListener(type, call, options);
    });
  }

  registerInterval(id: number): number {
    this.register(() => {
      window.clearInterval(id);
    });
    return id;
  }
}
