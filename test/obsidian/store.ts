/** What a store knows of one file or folder without opening it. Paths are vault paths: `Accounts/Acme.md`, root `/`. */
export interface StoreEntry {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly ctime: number;
  readonly mtime: number;
  /** In bytes; 0 for a folder. */
  readonly size: number;
}

/** Something that changed behind the vault's back; `entry` is null where it is gone. */
export interface StoreChange {
  readonly path: string;
  readonly entry: StoreEntry | null;
}

/**
 * What a vault stands on: a folder on disk behind a server, or a map in memory. Every path is normalized. Operations on
 * what is not there reject, and so does writing into a folder that is not there, as on a disk.
 */
export interface Store {
  /** The vault's name: its folder's. */
  readonly name: string;
  /** Everything below the root, hidden files and folders included, in no particular order. */
  list(): Promise<readonly StoreEntry[]>;
  stat(path: string): Promise<StoreEntry | null>;
  read(path: string): Promise<string>;
  /** Creates the file or replaces its whole text at once. */
  write(path: string, text: string): Promise<StoreEntry>;
  mkdir(path: string): Promise<StoreEntry>;
  /** Moves a file, or a folder with all that is in it. */
  rename(path: string, newPath: string): Promise<void>;
  /** Removes a file, or a folder with all that is in it. */
  remove(path: string): Promise<void>;
  /**
   * Tells of changes that did not come through this store. A store which cannot tell its own writes apart may report
   * these too: whoever listens compares with what it knows. Returns how to stop.
   */
  watch(listener: (change: StoreChange) => void): () => void;
}

/** The folder that a path lies in; `/` at the top. */
export function parentPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function joinPath(folder: string, name: string): string {
  return folder === '/' || folder === '' ? name : `${folder}/${name}`;
}

/** True for `path` itself and everything below it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}

/** Files and folders whose name begins with a dot are no part of a vault's tree, though an adapter reads them. */
export function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.'));
}
