import { baseName, folderOf, type NotePath } from '../vault.ts';
import { PathsByKey } from './paths-by-key.ts';

/** Which file names a vault has, to write the shortest wikilink that leads to one note only. */
export class NoteNames {
  private readonly byName = new PathsByKey();

  add(path: NotePath): void {
    this.byName.add(baseName(path).toLowerCase(), path);
  }

  remove(path: NotePath): void {
    this.byName.remove(baseName(path).toLowerCase(), path);
  }

  /**
   * The file name where no other note has it, else the path; without `.md`. A name that is only a date or README is
   * always written with its path, because another note of that name comes sooner or later.
   */
  linkTarget(path: NotePath): string {
    const name = baseName(path);
    const whole = path.replace(/\.md$/i, '');
    const tooCommon = /^\d{4}-\d{1,2}(?:-\d{1,2})?$|^(?:readme|index)$/i.test(name) && folderOf(path) !== '';
    return tooCommon || this.byName.count(name.toLowerCase()) > 1 ? whole : name;
  }

  /** The note that a link's target leads to, as the app resolves it: by path, else by name, the shortest path first. */
  resolve(target: string): NotePath | null {
    const bare = target
      .replace(/\.md$/i, '')
      .replace(/^\.?\//, '')
      .toLowerCase();
    const candidates = [...this.byName.get(bare.slice(bare.lastIndexOf('/') + 1))];
    const fitting = candidates.filter((path) => `/${path.toLowerCase()}`.endsWith(`/${bare}.md`));
    return fitting.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? null;
  }
}
