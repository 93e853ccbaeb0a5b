import type { KeymapContext, KeymapEventHandler, KeymapEventListener, Modifier, PaneType, UserEvent } from 'obsidian';
import { Platform } from '../platform.ts';

interface Handler extends KeymapEventHandler {
  readonly func: KeymapEventListener;
}

/** Keys that mean something while a view, modal or menu is in front. */
export class Scope {
  private readonly handlers: Handler[] = [];

  constructor(readonly parent?: Scope) {}

  register(modifiers: Modifier[] | null, key: string | null, func: KeymapEventListener): KeymapEventHandler {
    const handler: Handler = { scope: this, modifiers: modifiers ? keyOf(modifiers) : null, key, func };
    this.handlers.push(handler);
    return handler;
  }

  unregister(handler: KeymapEventHandler): void {
    const index = this.handlers.findIndex((known) => known === handler);
    if (index >= 0) this.handlers.splice(index, 1);
  }

  /** Gives the key to the first handler that wants it, then to the parent. `false` from a handler stops the key. */
  handle(event: KeyboardEvent): boolean {
    const context: KeymapContext = { modifiers: keyOf(modifiersOf(event)), key: event.key, vkey: event.key };
    for (const { key, modifiers, func } of this.handlers) {
      if (key !== null && key.toLowerCase() !== event.key.toLowerCase()) continue;
      if (modifiers !== null && modifiers !== context.modifiers) continue;
      if (func(event, context) === false) event.preventDefault();
      return true;
    }
    return this.parent?.handle(event) ?? false;
  }
}

/** Hands keys to the scope on top. */
export class Keymap {
  private readonly scopes: Scope[] = [];

  constructor(private readonly root: Scope) {}

  pushScope(scope: Scope): void {
    this.scopes.push(scope);
  }

  popScope(scope: Scope): void {
    const index = this.scopes.lastIndexOf(scope);
    if (index >= 0) this.scopes.splice(index, 1);
  }

  /** Called by the host for every key that goes down in its window. */
  onKeyDown(event: KeyboardEvent): boolean {
    return (this.scopes.at(-1) ?? this.root).handle(event);
  }

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    if (modifier === 'Mod') return Platform.isMacOS ? event.metaKey : event.ctrlKey;
    if (modifier === 'Ctrl') return event.ctrlKey;
    if (modifier === 'Meta') return event.metaKey;
    return modifier === 'Shift' ? event.shiftKey : event.altKey;
  }

  /**
   * Where the event asks for its link to open: the middle button or Mod for a tab, with Alt for a split, with Alt and
   * Shift for a window (obsidian.d.ts, `Keymap.isModEvent`).
   */
  static isModEvent(event?: UserEvent | null): PaneType | boolean {
    if (!event) return false;
    if ('button' in event && event.button === 1) return 'tab';
    if (!Keymap.isModifier(event, 'Mod')) return false;
    if (!event.altKey) return 'tab';
    return event.shiftKey ? 'window' : 'split';
  }
}

function modifiersOf(event: KeyboardEvent): Modifier[] {
  return (['Ctrl', 'Meta', 'Shift', 'Alt'] as const).filter((modifier) => Keymap.isModifier(event, modifier));
}

/** Modifiers as one string, with Mod as what it is on this machine. */
function keyOf(modifiers: readonly Modifier[]): string {
  const mod = Platform.isMacOS ? 'Meta' : 'Ctrl';
  return modifiers
    .map((modifier) => (modifier === 'Mod' ? mod : modifier))
    .sort()
    .join(',');
}
