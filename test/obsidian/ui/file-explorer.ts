import { debounce } from '../helpers.ts';
import { TFile, TFolder, type TAbstractFile } from '../files.ts';
import { Keymap } from './keymap.ts';
import { setIcon } from './icons.ts';
import type { WorkspaceLeaf } from './leaf.ts';
import { Menu } from './menu.ts';
import { ItemView } from './view.ts';

export const FILE_EXPLORER = 'file-explorer';

/** The vault's folders and files as a tree. */
export class FileExplorer extends ItemView {
  override icon = 'folder-closed';
  private readonly opened = new Set<string>(['/']);
  private readonly treeEl: HTMLElement;
  private readonly drawSoon = debounce(() => {
    this.draw();
  }, 30);

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.contentEl.addClass('nav-files-container');
    this.treeEl = this.contentEl.createDiv({ attr: { role: 'tree', 'aria-label': 'Files' } });
    this.register(() => {
      this.drawSoon.cancel();
    });
  }

  getViewType(): string {
    return FILE_EXPLORER;
  }

  getDisplayText(): string {
    return 'Files';
  }

  protected override onOpen(): Promise<void> {
    const { vault, workspace } = this.app;
    this.registerEvent(vault.on('create', this.drawSoon));
    this.registerEvent(vault.on('delete', this.drawSoon));
    this.registerEvent(vault.on('rename', this.drawSoon));
    this.registerEvent(
      workspace.on('file-open', (file: TFile | null) => {
        this.reveal(file);
      }),
    );
    this.draw();
    return Promise.resolve();
  }

  private reveal(file: TFile | null): void {
    for (let folder = file?.parent ?? null; folder; folder = folder.parent) this.opened.add(folder.path);
    this.draw();
    this.treeEl.querySelector('.is-active')?.scrollIntoView({ block: 'nearest' });
  }

  private draw(): void {
    this.treeEl.empty();
    this.drawChildren(this.app.vault.getRoot(), this.treeEl, 0);
  }

  private drawChildren(folder: TFolder, parentEl: HTMLElement, depth: number): void {
    const children = [...folder.children].sort(inListOrder);
    for (const child of children) {
      if (child instanceof TFolder) this.drawFolder(child, parentEl, depth);
      else if (child instanceof TFile) this.drawFile(child, parentEl, depth);
    }
  }

  private drawFolder(folder: TFolder, parentEl: HTMLElement, depth: number): void {
    const frame = parentEl.createDiv('nav-folder');
    const title = this.drawTitle(folder, frame, depth, 'nav-folder-title', folder.name);
    const isOpen = this.opened.has(folder.path);
    const arrow = createDiv('nav-folder-collapse-indicator');
    setIcon(arrow, 'chevron-right');
    title.prepend(arrow);
    title.setAttr('aria-expanded', isOpen);
    frame.toggleClass('is-collapsed', !isOpen);
    title.addEventListener('click', () => {
      if (isOpen) this.opened.delete(folder.path);
      else this.opened.add(folder.path);
      this.draw();
    });
    if (isOpen) this.drawChildren(folder, frame.createDiv('nav-folder-children'), depth + 1);
  }

  private drawFile(file: TFile, parentEl: HTMLElement, depth: number): void {
    const name = file.extension === 'md' ? file.basename : file.name;
    const title = this.drawTitle(file, parentEl.createDiv('nav-file'), depth, 'nav-file-title', name);
    title.toggleClass('is-active', file === this.app.workspace.getActiveFile());
    if (file.extension !== 'md') title.createDiv({ cls: 'nav-file-tag', text: file.extension });
    const show = (event: MouseEvent): void => {
      if (file.extension === 'md') void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
    };
    title.addEventListener('click', show);
    title.addEventListener('auxclick', (event) => {
      if (event.button === 1) show(event);
    });
    title.addEventListener('mouseover', (event) => {
      this.app.workspace.trigger('hover-link', {
        event,
        source: FILE_EXPLORER,
        hoverParent: this.leaf,
        targetEl: title,
        linktext: file.path,
      });
    });
  }

  private drawTitle(file: TAbstractFile, frame: HTMLElement, depth: number, cls: string, name: string): HTMLElement {
    const title = frame.createDiv({ cls, attr: { role: 'treeitem', tabindex: 0, 'data-path': file.path } });
    title.setCssProps({ '--depth': String(depth) });
    title.createDiv({ cls: `${cls}-content`, text: name, attr: { dir: 'auto' } });
    title.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') title.click();
    });
    title.addEventListener('contextmenu', (event) => {
      this.showFileMenu(event, file);
    });
    return title;
  }

  private showFileMenu(event: MouseEvent, file: TAbstractFile): void {
    event.preventDefault();
    const menu = new Menu();
    if (file instanceof TFile) {
      menu.addItem((item) =>
        item
          .setTitle('Open in new tab')
          .setIcon('file-plus')
          .setSection('open')
          .onClick(() => void this.app.workspace.getLeaf('tab').openFile(file)),
      );
    }
    menu.addItem((item) =>
      item
        .setTitle('Delete')
        .setIcon('trash-2')
        .setSection('danger')
        .setWarning(true)
        .onClick(() => void this.app.fileManager.trashFile(file)),
    );
    this.app.workspace.trigger('file-menu', menu, file, 'file-explorer-context-menu', this.leaf);
    menu.showAtMouseEvent(event);
  }
}

/** Folders first, then by name as people count: 2 before 10. */
function inListOrder(a: TAbstractFile, b: TAbstractFile): number {
  const folders = Number(b instanceof TFolder) - Number(a instanceof TFolder);
  return folders || a.name.localeCompare(b.name, 'en', { numeric: true });
}
