import type { App } from 'obsidian';

/**
 * Opens the plugin's page of the settings. The app's types say nothing of how, so that it is tried with care; false
 * where this app does it otherwise.
 */
export function openSettings(app: App, pluginId: string): boolean {
  const settings: unknown = Reflect.get(app, 'setting');
  if (typeof settings !== 'object' || settings === null) return false;
  const open: unknown = Reflect.get(settings, 'open');
  const openTab: unknown = Reflect.get(settings, 'openTabById');
  if (typeof open !== 'function' || typeof openTab !== 'function') return false;
  Reflect.apply(open, settings, []);
  Reflect.apply(openTab, settings, [pluginId]);
  return true;
}
