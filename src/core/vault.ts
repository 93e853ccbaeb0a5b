/** A note's place in the vault: folders and file name joined by `/`, without a leading slash, with `.md`. */
export type NotePath = string;

/** `Accounts/Norvane/README.md` → `README`. */
export function baseName(path: NotePath): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.toLowerCase().endsWith('.md') ? name.slice(0, -3) : name;
}

/** `Accounts/Norvane/README.md` → `Accounts/Norvane`; a note at the top of the vault lies in `''`. */
export function folderOf(path: NotePath): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** `Accounts/Norvane` → `Norvane`. */
export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `Accounts/Norvane/README.md` → `['Accounts', 'Norvane']`. */
export function foldersOf(path: NotePath): string[] {
  const folder = folderOf(path);
  return folder === '' ? [] : folder.split('/');
}

/** Orders strings by code unit, so that no device's language shows in a page. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The shorter path first, then by code unit: how every choice between notes is settled. */
export function comparePaths(a: NotePath, b: NotePath): number {
  return a.length - b.length || compareText(a, b);
}

/** What the pipeline needs of a host: the app, a folder on disk, or a test's memory. */
export interface VaultHost {
  /** Every Markdown note of the vault, in any order. */
  list(): Promise<readonly NotePath[]>;
  /** How large the note is as it is saved, in bytes, without reading it. */
  sizeOf(path: NotePath): Promise<number>;
  /** The note's text as it is saved; rejects where it cannot be read. */
  read(path: NotePath): Promise<string>;
  /** The note's text as `process` would hand it over now: where an editor shows something else, what that shows. */
  current(path: NotePath): Promise<string>;
  /**
   * The only way to change a note: `edit` gets the text as it stands now and gives the text to keep.
   * Nothing is written when both are the same. Resolves to the text that the note has afterwards.
   */
  process(path: NotePath, edit: (text: string) => string): Promise<string>;
}
