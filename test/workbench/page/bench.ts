import { App } from '../../obsidian/app.ts';
import type { AppHost, SettingTabPort } from '../../obsidian/app.ts';
import { Platform } from '../../obsidian/platform.ts';
import { FILE_EXPLORER, FileExplorer } from '../../obsidian/ui/file-explorer.ts';
import { watchHoverLinks } from '../../obsidian/ui/hover.ts';
import { setIcon } from '../../obsidian/ui/icons.ts';
import { Notice } from '../../obsidian/ui/notice.ts';
import { CommandPalette, QuickSwitcher } from '../../obsidian/ui/palette.ts';
import { SettingTab } from '../../obsidian/ui/setting-tab.ts';
import { SettingsWindow } from '../../obsidian/ui/settings-window.ts';
import { StatusBar } from '../../obsidian/ui/status-bar.ts';
import { setTooltip, watchTooltips } from '../../obsidian/ui/tooltip.ts';
import type { VisibleApp } from '../../obsidian/ui/visible-app.ts';
import { Workspace } from '../../obsidian/ui/workspace.ts';
import type { HttpStore, ServedVault } from './http-store.ts';

/** The sentence that nobody may overlook. */
const WHAT_THIS_IS = 'Workbench – a stand-in, not the app';

/** An icon of the page's own in the ribbon. */
interface Tool {
  readonly icon: string;
  readonly title: string;
  readonly use: () => void;
}

/** The page around the app: its ribbon, sidebars, status line, settings, and the keys that open its windows. */
export class Bench implements AppHost<Workspace> {
  readonly app: VisibleApp;
  readonly settings: SettingsWindow;
  private readonly status = new StatusBar();

  constructor(private readonly store: HttpStore) {
    this.app = new App<Workspace>(store, this);
    this.settings = new SettingsWindow(this.app);
    // The app has it, and plugins use it, although `obsidian.d.ts` does not declare it.
    Object.assign(this.app, { setting: this.settings });
    this.layOut();
    this.registerKeys();
    watchTooltips(document);
    watchHoverLinks(this.app, (source) => this.app.hoverLinkSources.get(source)?.defaultMod ?? false);
  }

  get served(): ServedVault {
    return this.store.served;
  }

  createWorkspace(app: App): Workspace {
    return new Workspace(app as VisibleApp);
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    return this.app.workspace.leftRibbon.addIcon(icon, title, callback);
  }

  addStatusBarItem(): HTMLElement {
    return this.status.addItem();
  }

  addSettingTab(tab: SettingTabPort): () => void {
    if (!(tab instanceof SettingTab)) throw new TypeError('addSettingTab needs a SettingTab.');
    this.settings.addTab(tab);
    return () => {
      this.settings.removeTab(tab);
    };
  }

  openPalette(): void {
    new CommandPalette(
      this.app,
      () => this.app.commands.available(),
      ({ id }) => this.app.commands.execute(id),
    ).open();
  }

  /** Reads the vault, then lays out what was open. Plugins are loaded between the two, by `loadPlugins`. */
  async start(loadPlugins: () => Promise<void>): Promise<void> {
    await this.app.vault.load();
    await this.app.metadataCache.begin(false);
    this.app.views.add(FILE_EXPLORER, (leaf: never) => new FileExplorer(leaf));
    await loadPlugins();
    const { workspace } = this.app;
    await workspace.start();
    await workspace.ensureSideLeaf(FILE_EXPLORER, 'left', { reveal: !Platform.isPhone });
    const home = this.app.vault.getFileByPath('Home.md');
    if (home && !workspace.getActiveFile()) await workspace.getLeaf().openFile(home);
  }

  private layOut(): void {
    const { workspace } = this.app;
    document.body.append(workspace.containerEl, this.status.containerEl);
    this.addBanner();
    const top: Tool[] = [
      {
        icon: 'panel-left',
        title: 'Left sidebar',
        use: () => {
          workspace.leftSplit.toggle();
        },
      },
      {
        icon: 'search',
        title: 'Find a note',
        use: () => {
          new QuickSwitcher(this.app).open();
        },
      },
      {
        icon: 'terminal',
        title: 'Open command palette',
        use: () => {
          this.openPalette();
        },
      },
    ];
    for (const { icon, title, use } of top) workspace.leftRibbon.addIcon(icon, title, use);
    for (const { icon, title, use } of this.toolsAtEnd()) workspace.leftRibbon.addIcon(icon, title, use, true);
  }

  private toolsAtEnd(): Tool[] {
    const device = Platform.isPhone ? 'As on a desk' : 'As on a phone';
    return [
      {
        icon: 'sun-moon',
        title: 'Light or dark',
        use: () => {
          this.switchTheme();
        },
      },
      {
        icon: 'smartphone',
        title: device,
        use: () => {
          this.switchDevice();
        },
      },
      {
        icon: 'panel-right',
        title: 'Right sidebar',
        use: () => {
          this.app.workspace.rightSplit.toggle();
        },
      },
      {
        icon: 'settings',
        title: 'Settings',
        use: () => {
          this.settings.open();
        },
      },
    ];
  }

  private addBanner(): void {
    const banner = this.status.addItem();
    banner.addClass('workbench-banner');
    setIcon(banner.createSpan('workbench-banner-icon'), 'hammer');
    banner.createSpan({ text: WHAT_THIS_IS });
    setTooltip(banner, 'This page imitates the app far enough to try the plugin. It is not made by its makers.');
    if (this.store.served.writable) return;
    const readOnly = this.status.addItem();
    readOnly.addClass('workbench-read-only');
    readOnly.setText('Read-only');
  }

  private registerKeys(): void {
    const { scope, keymap } = this.app;
    const keys: Record<string, () => void> = {
      p: () => {
        this.openPalette();
      },
      o: () => {
        new QuickSwitcher(this.app).open();
      },
      ',': () => {
        this.settings.open();
      },
    };
    for (const [key, action] of Object.entries(keys)) {
      scope.register(['Mod'], key, () => {
        action();
        return false;
      });
    }
    document.addEventListener('keydown', (event) => {
      this.app.lastEvent = event;
      keymap.onKeyDown(event);
    });
    document.addEventListener(
      'pointerdown',
      (event) => {
        this.app.lastEvent = event;
      },
      true,
    );
  }

  private switchTheme(): void {
    const dark = !document.body.hasClass('theme-dark');
    showTheme(dark);
    this.app.saveLocalStorage('theme', dark ? 'dark' : 'light');
    this.app.workspace.trigger('css-change');
  }

  private switchDevice(): void {
    const url = new URL(window.location.href);
    if (Platform.isPhone) url.searchParams.delete('phone');
    else url.searchParams.set('phone', '');
    window.location.assign(url);
  }
}

/** Says on the page what went wrong while it started, since nobody looks into the console. */
export function showFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  new Notice(`The workbench could not be started: ${message}`, 0);
  console.error(error);
}

export function showTheme(dark: boolean): void {
  document.body.toggleClass('theme-dark', dark);
  document.body.toggleClass('theme-light', !dark);
}
