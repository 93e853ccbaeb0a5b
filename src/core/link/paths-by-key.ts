import type { NotePath } from '../vault.ts';

/** Notes by a key that most notes have alone: only where several share one is a set made of them. */
export class PathsByKey {
  private readonly alone = new Map<string, NotePath>();
  private readonly shared = new Map<string, Set<NotePath>>();

  add(key: string, path: NotePath): void {
    const shared = this.shared.get(key);
    const other = this.alone.get(key);
    if (shared) shared.add(path);
    else if (other === undefined || other === path) this.alone.set(key, path);
    else {
      this.shared.set(key, new Set([other, path]));
      this.alone.delete(key);
    }
  }

  remove(key: string, path: NotePath): void {
    if (this.alone.get(key) === path) this.alone.delete(key);
    const shared = this.shared.get(key);
    shared?.delete(path);
    if (shared?.size === 0) this.shared.delete(key);
  }

  /** In no order. */
  get(key: string): Iterable<NotePath> {
    const alone = this.alone.get(key);
    return alone === undefined ? (this.shared.get(key) ?? []) : [alone];
  }

  count(key: string): number {
    return this.alone.has(key) ? 1 : (this.shared.get(key)?.size ?? 0);
  }
}
