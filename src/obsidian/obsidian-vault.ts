import { MarkdownView, TFile, TFolder, type App, type Editor } from 'obsidian';
import { isConflictCopy, isSkippedFolder, isSkippedPath } from '../core/parse/read-note.ts';
import type { Settings } from '../core/settings.ts';
import type { NotePath, VaultHost } from '../core/vault.ts';
import { changeLines } from './editor-lines.ts';
import { texts } from './i18n/texts.ts';

/** What the index needs of a file to know whether it has changed. */
export interface NoteFile {
  readonly path: NotePath;
  /** In milliseconds since 1970. */
  readonly mtime: number;
  readonly size: number;
}

/** The vault that is open in the app. */
export class ObsidianVault implements VaultHost {
  constructor(
    private readonly app: App,
    private readonly settings: Settings,
  ) {}

  list(): Promise<readonly NotePath[]> {
    return Promise.resolve(this.files().map(({ path }) => path));
  }

  /** The notes in the folders that the settings leave to be read. Other folders are not gone into. */
  files(): NoteFile[] {
    const files: NoteFile[] = [];
    const folders = [this.app.vault.getRoot()];
    for (let folder = folders.pop(); folder; folder = folders.pop()) {
      // Asked once for each folder: a vault has tens of thousands of notes.
      const isSkipped = isSkippedFolder(folder.isRoot() ? '' : folder.path, this.settings);
      for (const child of folder.children) {
        if (child instanceof TFolder && !/^[._]/.test(child.name)) folders.push(child);
        else if (!isSkipped && child instanceof TFile && isNote(child) && !isConflictCopy(child.path))
          files.push({ path: child.path, mtime: child.stat.mtime, size: child.stat.size });
      }
    }
    return files;
  }

  reads(file: TFile): boolean {
    return isNote(file) && !isSkippedPath(file.path, this.settings);
  }

  stat(path: NotePath): NoteFile | null {
    const file = this.app.vault.getFileByPath(path);
    return file && { path, mtime: file.stat.mtime, size: file.stat.size };
  }

  sizeOf(path: NotePath): Promise<number> {
    return Promise.resolve(this.stat(path)?.size ?? 0);
  }

  async read(path: NotePath): Promise<string> {
    return this.app.vault.cachedRead(this.file(path));
  }

  async current(path: NotePath): Promise<string> {
    return this.editorOf(path)?.getValue() ?? this.app.vault.read(this.file(path));
  }

  /**
   * A note that is open in an editor is changed there, in one step that undo takes back, so that the cursor, the
   * selection and what is being typed stay; every other in the file.
   */
  async process(path: NotePath, edit: (text: string) => string): Promise<string> {
    const editor = this.editorOf(path);
    if (!editor) return this.app.vault.process(this.file(path), edit);
    const before = editor.getValue();
    const after = edit(before);
    if (after === before) return before;
    changeLines(editor, before, after);
    if (editor.getValue() !== after) throw new Error(texts.reasons.editorRefused);
    return after;
  }

  /** The editor in which somebody can type into the note; null where none is open, or it is only read. */
  editorOf(path: NotePath): Editor | null {
    let editor: Editor | null = null;
    this.app.workspace.iterateAllLeaves(({ view }) => {
      if (!(view instanceof MarkdownView) || view.file?.path !== path) return;
      // Also behind the reading view there is an editor, which follows the file.
      if (view.getMode() === 'source') editor = view.editor;
    });
    return editor;
  }

  private file(path: NotePath): TFile {
    const file = this.app.vault.getFileByPath(path);
    if (!file) throw new Error(texts.reasons.noteGone);
    return file;
  }
}

function isNote(file: TFile): boolean {
  return file.extension.toLowerCase() === 'md';
}
