import type { Command as AppCommand } from 'obsidian/obsidian.d.ts';
import type { Editor } from './editor.ts';
import { Platform } from './platform.ts';
import type { EditedNote } from './workspace-port.ts';

/** A command as obsidian.d.ts describes it, with the stand-in's editor. */
export interface Command extends Omit<AppCommand, 'editorCallback' | 'editorCheckCallback'> {
  editorCallback?(editor: Editor, note: EditedNote): unknown;
  editorCheckCallback?(checking: boolean, editor: Editor, note: EditedNote): boolean | void;
}

/**
 * All commands. Of a command's callbacks the first counts that it has, in this order: `editorCheckCallback`,
 * `editorCallback`, `checkCallback`, `callback`. The editor's are there only while a note is being edited.
 */
export class Commands {
  private readonly commands = new Map<string, Command>();

  constructor(private readonly editedNote: () => EditedNote | null) {}

  add(command: Command): void {
    this.commands.set(command.id, command);
  }

  remove(id: string): void {
    this.commands.delete(id);
  }

  find(id: string): Command | null {
    return this.commands.get(id) ?? null;
  }

  list(): Command[] {
    return [...this.commands.values()];
  }

  /** What the palette offers now, in the order of the names. */
  available(): Command[] {
    return this.list()
      .filter((command) => this.run(command, true))
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  /** Does what choosing the command in the palette does. False where it is not there or not available. */
  execute(id: string): boolean {
    const command = this.find(id);
    return command !== null && this.run(command, true) && this.run(command, false);
  }

  private run(command: Command, checking: boolean): boolean {
    if (command.mobileOnly === true && !Platform.isMobile) return false;
    if (command.editorCheckCallback || command.editorCallback) return this.runInEditor(command, checking);
    if (command.checkCallback) return command.checkCallback(checking) === true || !checking;
    if (!checking) command.callback?.();
    return command.callback !== undefined;
  }

  private runInEditor(command: Command, checking: boolean): boolean {
    const note = this.editedNote();
    if (!note) return false;
    if (command.editorCheckCallback) {
      return command.editorCheckCallback(checking, note.editor, note) === true || !checking;
    }
    if (!checking) command.editorCallback?.(note.editor, note);
    return true;
  }
}
