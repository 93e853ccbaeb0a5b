import { Notice, Plugin, parseYaml } from 'obsidian';
import { readSettings } from './core/settings.ts';
import { AccountVault } from './core/write/account-vault.ts';
import { ObsidianVault } from './obsidian/obsidian-vault.ts';

/** The plugin's life cycle: what the app calls, and nothing else. */
export default class AccountPagesPlugin extends Plugin {
  override onload(): void {
    this.addCommand({
      id: 'rebuild-all',
      name: 'Rebuild all pages',
      callback: () => {
        this.rebuildAll().catch((error: unknown) => {
          new Notice(`The pages could not be rebuilt: ${error instanceof Error ? error.message : String(error)}`);
        });
      },
    });
  }

  private async rebuildAll(): Promise<void> {
    const { settings } = readSettings(await this.loadData(), 'the plugin’s settings');
    const vault = new AccountVault(new ObsidianVault(this.app, settings), settings, (yaml): unknown => parseYaml(yaml));
    await vault.readAll();
    const { pages } = await vault.rebuild(
      vault.graph.accounts(),
      window.moment().format('YYYY-MM-DD'),
      new Date().toISOString(),
    );
    const changed = pages.filter((page) => page.changed).length;
    new Notice(`${String(changed)} of ${String(pages.length)} account pages changed.`);
  }
}
