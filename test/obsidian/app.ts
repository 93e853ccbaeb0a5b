import type { CliFlags, CliHandler, HoverLinkSource, UserEvent } from 'obsidian/obsidian.d.ts';
import { Commands } from './commands.ts';
import { FileManager } from './file-manager.ts';
import { MetadataCache } from './metadata/metadata-cache.ts';
import { Registry } from './registry.ts';
import type { Store } from './store.ts';
import { Keymap, Scope } from './ui/keymap.ts';
import { Vault } from './vault.ts';
import type { ViewPort, WorkspacePort } from './workspace-port.ts';

export interface CliCommand {
  readonly description: string;
  readonly flags: CliFlags | null;
  readonly handler: CliHandler;
}

/** A view's maker takes whatever leaf its workspace has. */
export type ViewCreator = (leaf: never) => ViewPort;

/** What a plugin's settings tab is to the app. */
export interface SettingTabPort {
  update(): void;
}

/** What a host, with a page or without, puts in for the app. */
export interface AppHost<W extends WorkspacePort> {
  createWorkspace(app: App): W;
  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement;
  addStatusBarItem(): HTMLElement;
  /** Returns how to take the tab out of the settings again. */
  addSettingTab(tab: SettingTabPort): () => void;
}

/**
 * The app as plugins see it, and the registries in which they leave their parts. `workspace` is the host's; `W` is its
 * type for hosts that need more of it than plugins do.
 */
export class App<W extends WorkspacePort = WorkspacePort> {
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly workspace: W;
  readonly scope = new Scope();
  readonly keymap = new Keymap(this.scope);
  readonly commands = new Commands(() => this.workspace.getEditedNote());
  readonly views = new Registry<ViewCreator>('view');
  readonly hoverLinkSources = new Registry<HoverLinkSource>('hover link source');
  readonly cliCommands = new Registry<CliCommand>('command line command');
  lastEvent: UserEvent | null = null;

  constructor(
    readonly store: Store,
    readonly host: AppHost<W>,
  ) {
    this.vault = new Vault(store);
    this.metadataCache = new MetadataCache(this.vault);
    this.fileManager = new FileManager(this.vault, this.metadataCache);
    this.workspace = host.createWorkspace(this);
  }

  /** What was saved under the key on this device for this vault; null where nothing was. */
  loadLocalStorage(key: string): unknown {
    const text = window.localStorage.getItem(this.storageKey(key));
    return text === null ? null : (JSON.parse(text) as unknown);
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null) window.localStorage.removeItem(this.storageKey(key));
    else window.localStorage.setItem(this.storageKey(key), JSON.stringify(data));
  }

  private storageKey(key: string): string {
    return `stand-in/${this.vault.getName()}/${key}`;
  }
}
