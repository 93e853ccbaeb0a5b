import './window.ts';
import type { SettingDefinitionItem } from 'obsidian/obsidian.d.ts';
import { describe, expect, it } from 'vitest';
import { HeadlessApp, manifest } from './headless-app.ts';
import { Notice, PluginSettingTab } from './headless-ui.ts';
import { ItemView } from './headless-views.ts';
import { MemoryStore } from './memory-store.ts';
import { Platform, setPlatform } from './platform.ts';
import { Plugin } from './plugin.ts';

const DATA = '.obsidian/plugins/sample/data.json';

class SampleView extends ItemView {
  getViewType(): string {
    return 'sample';
  }

  getDisplayText(): string {
    return 'Sample';
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.createDiv('list').setText('Nothing to do.');
    return Promise.resolve();
  }
}

class SampleTab extends PluginSettingTab {
  override getSettingDefinitions(): SettingDefinitionItem[] {
    return [{ name: 'Folder', control: { type: 'text', key: 'folder' } }];
  }
}

/** Registers one of each and writes down what is asked of it. */
class SamplePlugin extends Plugin {
  override settings: unknown = null;
  readonly told: string[] = [];

  override async onload(): Promise<void> {
    this.settings = await this.loadData();
    this.told.push(`onload ${JSON.stringify(this.settings)}`);
    this.addRibbonIcon('users', 'Sample', () => this.told.push('ribbon'));
    this.addCommand({ id: 'plain', name: 'Plain', callback: () => this.told.push('plain') });
    this.addCommand({
      id: 'editor',
      name: 'In the editor',
      editorCallback: (editor, note) => this.told.push(`${editor.getValue()} of ${note.file?.path ?? 'none'}`),
    });
    this.addCommand({ id: 'phone', name: 'On a phone', mobileOnly: true, callback: () => undefined });
    this.addCommand({
      id: 'checked',
      name: 'Checked',
      checkCallback: (checking) => {
        if (!checking) this.told.push('checked');
        return this.app.workspace.getActiveFile() !== null;
      },
    });
    this.registerView('sample', (leaf) => new SampleView(leaf));
    this.registerHoverLinkSource('sample', { display: 'Sample', defaultMod: true });
    this.registerCliHandler('sample', 'Says something.', null, () => 'something');
    this.registerEvent(this.app.vault.on('create', ({ path }) => this.told.push(`create ${path}`)));
    this.addSettingTab(new SampleTab(this.app, this));
    this.app.workspace.onLayoutReady(() => this.told.push('layout ready'));
  }

  override onUserEnable(): void {
    new Notice('Welcome.');
  }

  override onExternalSettingsChange(): void {
    this.told.push('settings changed');
  }

  override onunload(): void {
    this.told.push('onunload');
  }
}

async function started(files: Record<string, string>) {
  const store = new MemoryStore(files);
  const app = new HeadlessApp(store);
  const plugin = new SamplePlugin(app, manifest('sample', 'Sample'));
  await app.start([() => plugin]);
  return { app, store, plugin };
}

describe('a plugin’s life', () => {
  it('is loaded before the vault is read and the layout is ready', async () => {
    const { plugin } = await started({ 'a.md': '', [DATA]: '{"a":1}' });
    expect(plugin.told).toEqual(['onload {"a":1}', 'create a.md', 'layout ready']);
  });

  it('hears that a person has switched it on only where one has', async () => {
    const app = new HeadlessApp(new MemoryStore());
    await app.start([() => new SamplePlugin(app, manifest('one', 'One'))].slice(1));
    await app.enable(() => new SamplePlugin(app, manifest('sample', 'Sample')));
    expect(Notice.shown.map(({ message }) => message)).toEqual(['Welcome.']);
    Notice.shown[0]?.hide();
  });

  it('leaves nothing behind', async () => {
    const { app, plugin } = await started({ 'a.md': 'a' });
    await app.workspace.ensureSideLeaf('sample', 'right');
    const listeners = app.vault.listenerCount();
    plugin.unload();
    expect({
      commands: app.commands.list(),
      views: app.views.ids(),
      leaves: app.workspace.getLeavesOfType('sample').map(({ isDeferred }) => isDeferred),
      sources: app.hoverLinkSources.ids(),
      cli: app.cliCommands.ids(),
      icons: app.ribbonIcons,
      tabs: app.settingTabs.size,
      listeners: listeners - app.vault.listenerCount(),
      last: plugin.told.at(-1),
    }).toEqual({
      commands: [],
      views: [],
      leaves: [true],
      sources: [],
      cli: [],
      icons: [],
      tabs: 0,
      listeners: 1,
      last: 'onunload',
    });
  });
});

describe('its parts', () => {
  it('has commands under its own id and name, of which the palette offers what is possible now', async () => {
    const { app, plugin } = await started({ 'a.md': 'text' });
    const offered = (): string[] => app.commands.available().map(({ name }) => name);
    expect(offered()).toEqual(['Sample: Plain']);
    expect([app.commands.execute('sample:checked'), app.commands.execute('sample:editor')]).toEqual([false, false]);
    await app.workspace.openLinkText('a', '');
    expect(offered()).toEqual(['Sample: Checked', 'Sample: In the editor', 'Sample: Plain']);
    plugin.told.length = 0;
    for (const id of ['plain', 'editor', 'checked', 'gone']) app.commands.execute(`sample:${id}`);
    expect(plugin.told).toEqual(['plain', 'text of a.md', 'checked']);
    plugin.removeCommand('plain');
    expect(app.commands.find('sample:plain')).toBeNull();
  });

  it('has a command for phones on a phone', async () => {
    const { app } = await started({});
    const setBack = setPlatform({ isMobile: true });
    expect(app.commands.available().map(({ id }) => id)).toEqual(['sample:phone', 'sample:plain']);
    setBack();
    expect(Platform.isMobile).toBe(false);
  });

  it('has an icon, a view and a command line command', async () => {
    const { app, plugin } = await started({});
    app.ribbonIcons[0]?.click();
    const leaf = await app.workspace.ensureSideLeaf('sample', 'right');
    expect([plugin.told.at(-1), leaf.view instanceof SampleView]).toEqual(['ribbon', true]);
    expect(app.cliCommands.get('sample')?.handler({})).toBe('something');
    expect(() => {
      plugin.registerCliHandler('sample', '', null, () => '');
    }).toThrow('There is a command line command “sample” already.');
  });
});

describe('its data', () => {
  it('is null at first, then what was saved', async () => {
    const { store, plugin } = await started({});
    expect(plugin.told[0]).toBe('onload null');
    await plugin.saveData({ folder: 'Accounts' });
    expect(store.textOf(DATA)).toBe('{\n  "folder": "Accounts"\n}');
    expect(await plugin.loadData()).toEqual({ folder: 'Accounts' });
  });

  it('tells of a change from outside, and of none that is its own', async () => {
    const { app, store, plugin } = await started({});
    await plugin.saveData({ a: 1 });
    plugin.told.length = 0;
    store.writeFromOutside(DATA, store.textOf(DATA) ?? '');
    store.writeFromOutside(DATA, '{"a":2}');
    await app.vault.adapter.read(DATA);
    await app.vault.adapter.read(DATA);
    expect(plugin.told).toEqual(['settings changed']);
  });

  it('keeps per vault and device what is not to be synced', async () => {
    const { app } = await started({});
    app.saveLocalStorage('auto', { on: true });
    const other = new HeadlessApp(new MemoryStore({}, 'Another'));
    expect([app.loadLocalStorage('auto'), other.loadLocalStorage('auto')]).toEqual([{ on: true }, null]);
    app.saveLocalStorage('auto', null);
    expect(app.loadLocalStorage('auto')).toBeNull();
  });
});
