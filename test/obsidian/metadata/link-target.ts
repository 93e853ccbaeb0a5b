import type { TFile } from '../files.ts';
import { baseName, joinPath, parentPath } from '../store.ts';

/** The files of a vault by their names, to find what links mean. */
export class LinkTargets {
  private readonly byName = new Map<string, TFile[]>();

  constructor(files: readonly TFile[]) {
    for (const file of files) {
      const name = file.name.toLowerCase();
      this.byName.set(name, [...(this.byName.get(name) ?? []), file]);
    }
  }

  /** How many files have the name, whatever their folders and the case of its letters. */
  count(name: string): number {
    return this.byName.get(name.toLowerCase())?.length ?? 0;
  }

  /**
   * The file that a link's path means, or null. Letters count without case, and `.md` may be left out. In this order:
   * the path from the vault's top or, with `./` or `../`, from the note; the file beside the note; the one nearest to
   * the top whose path ends with the link's path. An empty path is the note itself.
   */
  find(linkpath: string, sourcePath: string): TFile | null {
    if (linkpath === '') return this.matches(sourcePath).find(({ path }) => path === sourcePath) ?? null;
    const wanted = absolute(linkpath, sourcePath).normalize('NFC').toLowerCase();
    const matches = [...this.matches(wanted), ...this.matches(`${wanted}.md`)];
    const fromTop = matches.find(({ path }) => [wanted, `${wanted}.md`].includes(path.toLowerCase()));
    if (fromTop || /^\.{0,2}\//.test(linkpath)) return fromTop ?? null;
    const beside = matches.find(({ path }) => parentPath(path) === parentPath(sourcePath));
    const nearest = [...matches].sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
    return beside ?? nearest[0] ?? null;
  }

  /** The files whose path is `path` or ends with it, behind a slash. */
  private matches(path: string): TFile[] {
    const wanted = path.toLowerCase();
    const named = this.byName.get(baseName(wanted)) ?? [];
    return named.filter((file) => `/${file.path.toLowerCase()}`.endsWith(`/${wanted}`));
  }
}

/** `../People/Jane` in `Accounts/Acme.md` is `People/Jane`. */
function absolute(linkpath: string, sourcePath: string): string {
  if (!/^\.{1,2}\//.test(linkpath)) return linkpath.replace(/^\//, '');
  return linkpath.split('/').reduce((folder, name) => {
    if (name === '.') return folder;
    return name === '..' ? parentPath(folder) : joinPath(folder, name);
  }, parentPath(sourcePath));
}
