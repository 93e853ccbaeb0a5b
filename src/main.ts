import { Notice, Plugin } from 'obsidian';
import { rulesOf } from './core/parse/rules.ts';
import { reasonOf } from './core/reason-of.ts';
import type { Settings } from './core/settings.ts';
import { AccountIndex, type IndexStorage } from './obsidian/account-index.ts';
import { AutomaticRefresh, DeviceSwitch } from './obsidian/automatic-refresh.ts';
import { addCliHandlers } from './obsidian/app-command-line.ts';
import { addCommands } from './obsidian/commands.ts';
import { welcome } from './obsidian/first-run.ts';
import { texts } from './obsidian/i18n/texts.ts';
import { OfferedApi } from './obsidian/offered-api.ts';
import { PageActions } from './obsidian/page-actions.ts';
import type { AccountPagesApi } from './obsidian/plugin-api.ts';
import { registerSidebar } from './obsidian/sidebar/register.ts';
import { SettingsStore } from './obsidian/settings-store.ts';
import { AccountPagesSettingTab } from './obsidian/settings-tab.ts';
import { deleteDatabase, openDatabase, type Database } from './obsidian/storage/database.ts';
import { forgetDeviceValues } from './obsidian/storage/device-values.ts';
import { DatabaseNoteCache } from './obsidian/storage/note-cache.ts';
import { DatabaseHistory, SessionHistory } from './obsidian/storage/page-history.ts';
import { TakeBackActions } from './obsidian/take-back-actions.ts';
import { openSettings } from './obsidian/ui/open-settings.ts';
import { ProgressNotice } from './obsidian/ui/progress-notice.ts';
import { followVault } from './obsidian/vault-events.ts';

/** Somebody who types a folder’s name changes the settings with each letter; the vault is read anew after the last. */
const SETTLED_AFTER = 800;

/** The plugin's life cycle: what the app calls, and what is made of what. */
export default class AccountPagesPlugin extends Plugin {
  private offered: OfferedApi | null = null;

  /** For other plugins; see docs/api.md. null while the plugin is not loaded. */
  get api(): AccountPagesApi | null {
    return this.offered?.api ?? null;
  }

  override async onload(): Promise<void> {
    const store = new SettingsStore(this);
    await store.load();
    const database = new OpenedOnce(() => openDatabase(this.app));
    const sessionHistory = new SessionHistory();
    const index = new AccountIndex(this.app, store.settings, async (settings) =>
      storageIn(await database.get(), sessionHistory, settings),
    );
    const device = new DeviceSwitch(this.app);
    const refresh = new AutomaticRefresh(index, device);
    const pages = new PageActions(this.app, index, store, refresh);
    const apply = this.applier(store, index, refresh);
    const forget = () => this.forget(database, index);

    addCommands(this, { index, pages, takeBack: new TakeBackActions(this.app, index, forget), refresh, device });
    addCliHandlers(this, index, pages);
    registerSidebar(this, index);
    const offered = new OfferedApi(index);
    this.offered = offered;
    const tab = new AccountPagesSettingTab(this.app, this, { store, index, device, refresh, pages, apply });
    this.addSettingTab(tab);
    this.onExternalSettingsChange = async () => {
      await store.load();
      tab.update();
      apply();
    };
    this.register(() => {
      this.offered = null;
      offered.close();
      tab.close();
      refresh.close();
      index.close();
      void database.close();
    });
    this.app.workspace.onLayoutReady(() => {
      followVault(this, index, refresh);
      this.begin(store, index, refresh);
    });
  }

  private begin(store: SettingsStore, index: AccountIndex, refresh: AutomaticRefresh): void {
    const progress = new ProgressNotice(null);
    const stop = index.onProgress(() => {
      if (!index.progress) {
        progress.close();
        return;
      }
      const { done, all } = index.progress;
      progress.set(texts.reading.progress(done, all));
    });
    index
      .start()
      .then(() => {
        refresh.begin();
        if (store.problems.length > 0) new Notice(texts.reading.someSettingsUnusable, 10_000);
        if (store.isNew) welcome(this.app, index, () => openSettings(this.app, this.manifest.id));
      })
      .catch((error: unknown) => {
        new Notice(texts.reading.failed(reasonOf(error)), 0);
      })
      .finally(() => {
        stop();
        progress.close();
      });
  }

  /** Leaves nothing of the notes on this device; until its next start the plugin does without. */
  private async forget(database: OpenedOnce, index: AccountIndex): Promise<void> {
    const opened = await database.giveUp();
    await index.start();
    if (opened) await deleteDatabase(opened);
    forgetDeviceValues(this.app);
  }

  /** Takes over changed settings once they have settled: the vault is read anew by them, and pages that are kept follow. */
  private applier(store: SettingsStore, index: AccountIndex, refresh: AutomaticRefresh): () => void {
    let timer: number | null = null;
    this.register(() => {
      if (timer !== null) window.clearTimeout(timer);
    });
    return () => {
      if (timer !== null) window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        timer = null;
        if (JSON.stringify(index.settings) === JSON.stringify(store.settings)) return;
        index
          .start(store.settings)
          .then(() => {
            refresh.catchUp();
          })
          .catch((error: unknown) => {
            new Notice(texts.reading.failedAgain(reasonOf(error)));
          });
      }, SETTLED_AFTER);
    };
  }
}

/** Something that is opened when it is first asked for. */
class OpenedOnce {
  private opening: Promise<Database | null> | null = null;

  constructor(private readonly open: () => Promise<Database | null>) {}

  get(): Promise<Database | null> {
    return (this.opening ??= this.open());
  }

  /** What was opened, which is the caller's from now on; whoever asks later gets none. */
  async giveUp(): Promise<Database | null> {
    const opened = await this.opening;
    this.opening = Promise.resolve(null);
    return opened;
  }

  async close(): Promise<void> {
    (await this.opening)?.close();
  }
}

function storageIn(database: Database | null, sessionHistory: SessionHistory, settings: Settings): IndexStorage {
  if (!database) return { cache: null, history: sessionHistory };
  return {
    cache: new DatabaseNoteCache(database, rulesOf(settings)),
    history: new DatabaseHistory(database),
  };
}
