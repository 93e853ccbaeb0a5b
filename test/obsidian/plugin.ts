import type { CliFlags, CliHandler, HoverLinkSource, PluginManifest } from 'obsidian/obsidian.d.ts';
import type { App, SettingTabPort, ViewCreator } from './app.ts';
import type { Command } from './commands.ts';
import { Component } from './component.ts';
import { parentPath, type StoreChange } from './store.ts';

/** A plugin. What it registers is gone when it unloads. */
export abstract class Plugin extends Component {
  settings?: unknown;
  private lastSaved: string | null = null;

  constructor(
    readonly app: App,
    readonly manifest: PluginManifest,
  ) {
    super();
  }

  /** Loads the plugin and, from then on, tells it when another program or a sync changes its settings. */
  override async load(): Promise<void> {
    await super.load();
    this.register(
      this.app.store.watch((change) => {
        void this.settingsMayHaveChanged(change);
      }),
    );
  }

  /** Called by the host after `load` where a person has switched the plugin on, not where the app starts with it. */
  onUserEnable(): void {
    return undefined;
  }

  onExternalSettingsChange?(): unknown;

  /** The command gets the plugin's id and name in front of its own, and is handed back so. */
  addCommand(command: Command): Command {
    const own = { ...command };
    own.id = `${this.manifest.id}:${command.id}`;
    own.name = `${this.manifest.name}: ${command.name}`;
    this.app.commands.add(own);
    this.register(() => {
      this.app.commands.remove(own.id);
    });
    return own;
  }

  /** Takes the id as it was given to `addCommand`. */
  removeCommand(commandId: string): void {
    this.app.commands.remove(`${this.manifest.id}:${commandId}`);
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = this.app.host.addRibbonIcon(icon, title, callback);
    this.register(() => {
      el.remove();
    });
    return el;
  }

  addStatusBarItem(): HTMLElement {
    const el = this.app.host.addStatusBarItem();
    this.register(() => {
      el.remove();
    });
    return el;
  }

  addSettingTab(tab: SettingTabPort): void {
    this.register(this.app.host.addSettingTab(tab));
    // The app asks for the definitions once when the tab is added, so that its search knows them.
    tab.update();
  }

  /** When the plugin unloads its views are closed, but their leaves stay where a workspace can keep them. */
  registerView(type: string, creator: ViewCreator): void {
    const remove = this.app.views.add(type, creator);
    this.register(() => {
      const { workspace } = this.app;
      remove();
      if (workspace.viewTypeRemoved) workspace.viewTypeRemoved(type);
      else workspace.detachLeavesOfType(type);
    });
  }

  registerHoverLinkSource(id: string, info: HoverLinkSource): void {
    this.register(this.app.hoverLinkSources.add(id, info));
  }

  registerCliHandler(command: string, description: string, flags: CliFlags | null, handler: CliHandler): void {
    this.register(this.app.cliCommands.add(command, { description, flags, handler }));
  }

  /** The settings that are kept, or null where none were saved yet. */
  async loadData(): Promise<unknown> {
    if (!(await this.app.vault.adapter.exists(this.dataPath()))) return null;
    const text = await this.app.vault.adapter.read(this.dataPath());
    this.lastSaved = text;
    return JSON.parse(text) as unknown;
  }

  async saveData(data: unknown): Promise<void> {
    const text = JSON.stringify(data, null, 2);
    this.lastSaved = text;
    await this.makeFolder(parentPath(this.dataPath()));
    await this.app.vault.adapter.write(this.dataPath(), text);
  }

  private dataPath(): string {
    return `${this.app.vault.configDir}/plugins/${this.manifest.id}/data.json`;
  }

  private async makeFolder(path: string): Promise<void> {
    if (await this.app.vault.adapter.exists(path)) return;
    await this.makeFolder(parentPath(path));
    await this.app.vault.adapter.mkdir(path);
  }

  /** A store may report the plugin's own save, which is no news to it. */
  private async settingsMayHaveChanged({ path, entry }: StoreChange): Promise<void> {
    if (path !== this.dataPath() || !entry) return;
    const text = await this.app.vault.adapter.read(path);
    if (text === this.lastSaved) return;
    this.lastSaved = text;
    await this.onExternalSettingsChange?.();
  }
}
