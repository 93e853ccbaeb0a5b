import { baseName, type StoreEntry } from './store.ts';
import type { Vault } from './vault.ts';

export interface FileStats {
  ctime: number;
  mtime: number;
  size: number;
}

/** A file or folder of a vault's tree. The same object stays the same file through a rename. */
export abstract class TAbstractFile {
  path: string;
  name: string;

  constructor(
    readonly vault: Vault,
    path: string,
    public parent: TFolder | null,
  ) {
    this.path = path;
    this.name = path === '/' ? '' : baseName(path);
  }

  /** Used by the vault alone, when the file has moved. */
  moveTo(path: string, parent: TFolder | null): void {
    this.path = path;
    this.name = baseName(path);
    this.parent = parent;
  }
}

export class TFile extends TAbstractFile {
  basename = '';
  extension = '';
  stat: FileStats;

  constructor(vault: Vault, entry: StoreEntry, parent: TFolder) {
    super(vault, entry.path, parent);
    this.stat = { ctime: entry.ctime, mtime: entry.mtime, size: entry.size };
    this.nameParts();
  }

  override moveTo(path: string, parent: TFolder | null): void {
    super.moveTo(path, parent);
    this.nameParts();
  }

  /** `Acme.v2.md` is `Acme.v2` with extension `md`; a name without a dot has none. */
  private nameParts(): void {
    const dot = this.name.lastIndexOf('.');
    this.basename = dot < 0 ? this.name : this.name.slice(0, dot);
    this.extension = dot < 0 ? '' : this.name.slice(dot + 1).toLowerCase();
  }
}

export class TFolder extends TAbstractFile {
  children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === '/';
  }
}
