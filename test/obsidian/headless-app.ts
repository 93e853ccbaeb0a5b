import type { PluginManifest } from 'obsidian/obsidian.d.ts';
import { App, type SettingTabPort } from './app.ts';
import { HeadlessWorkspace } from './headless-workspace.ts';
import { inertElement } from './inert-element.ts';
import type { Plugin } from './plugin.ts';
import type { Store } from './store.ts';

export interface RibbonIcon {
  readonly icon: string;
  readonly title: string;
  click(): void;
}

/** An app without a screen, for unit tests. */
export class HeadlessApp extends App<HeadlessWorkspace> {
  readonly ribbonIcons: RibbonIcon[];
  readonly settingTabs: Set<SettingTabPort>;
  private readonly stops: (() => void)[] = [];
  private readonly loaded: Plugin[] = [];

  constructor(store: Store) {
    const ribbonIcons: RibbonIcon[] = [];
    const settingTabs = new Set<SettingTabPort>();
    super(store, {
      createWorkspace: (app) => new HeadlessWorkspace(app),
      addRibbonIcon: (icon, title, callback) => addRibbonIcon(ribbonIcons, icon, title, callback),
      addStatusBarItem: () => inertElement('status bar item'),
      addSettingTab: (tab) => {
        settingTabs.add(tab);
        return () => {
          settingTabs.delete(tab);
        };
      },
    });
    this.ribbonIcons = ribbonIcons;
    this.settingTabs = settingTabs;
  }

  /**
   * Starts as the app does with its plugins switched on: plugins load, the vault is read (which tells `create` for each
   * file), the layout is ready, the notes' metadata are read. `warm` is a start with metadata kept from the last time.
   */
  async start(
    makers: readonly ((app: HeadlessApp) => Plugin)[] = [],
    { warm = true }: { readonly warm?: boolean } = {},
  ): Promise<void> {
    for (const make of makers) await this.load(make(this));
    this.stops.push(await this.vault.load());
    this.workspace.setLayoutReady();
    this.stops.push(await this.metadataCache.begin(warm));
  }

  /** A person switches a plugin on while the app runs. */
  async enable(make: (app: HeadlessApp) => Plugin): Promise<Plugin> {
    const plugin = await this.load(make(this));
    plugin.onUserEnable();
    return plugin;
  }

  /** Says that the app is about to quit, and lets go of the store and of every plugin. */
  quit(): void {
    this.workspace.trigger('quit');
    for (const plugin of this.loaded.splice(0).reverse()) plugin.unload();
    for (const stop of this.stops.splice(0)) stop();
  }

  private async load(plugin: Plugin): Promise<Plugin> {
    await plugin.load();
    this.loaded.push(plugin);
    return plugin;
  }
}

export function manifest(id: string, name: string): PluginManifest {
  return { id, name, author: 'Test', version: '1.0.0', minAppVersion: '1.13.0', description: 'A plugin of a test.' };
}

/** An element that takes the icon away when it is removed, as the plugin does when it unloads. */
function addRibbonIcon(
  icons: RibbonIcon[],
  icon: string,
  title: string,
  callback: (event: MouseEvent) => unknown,
): HTMLElement {
  const added: RibbonIcon = {
    icon,
    title,
    click: () => {
      Reflect.apply(callback, undefined, [{ type: 'click' }]);
    },
  };
  icons.push(added);
  return inertElement(`ribbon icon ${icon}`, () => {
    icons.splice(icons.indexOf(added), 1);
  });
}
