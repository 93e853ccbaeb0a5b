import type { App } from 'obsidian';

/** What is kept with the app's own `saveLocalStorage`, per vault and device. */
export const DEVICE_VALUES = {
  /** The name of this vault's database. */
  database: 'account-pages-database',
  /** Whether the first notice was shown. */
  welcomed: 'account-pages-welcomed',
  /** Whether this device refreshes pages by itself. */
  refresh: 'account-pages-refresh-here',
} as const;

export function forgetDeviceValues(app: App): void {
  for (const key of Object.values(DEVICE_VALUES)) app.saveLocalStorage(key, null);
}
