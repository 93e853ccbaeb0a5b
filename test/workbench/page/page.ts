import '../../obsidian/ui/dom.ts';
import type { PluginManifest } from 'obsidian';
import { setLanguage } from '../../obsidian/helpers.ts';
import { createMoment } from '../../obsidian/moment.ts';
import { PHONE, setPlatform } from '../../obsidian/platform.ts';
import { Plugin } from '../../obsidian/plugin.ts';
import * as obsidian from '../../obsidian/obsidian.ts';
import { Bench, showFailure, showTheme } from './bench.ts';
import { HttpStore } from './http-store.ts';
import { loadPluginCode, loadPluginStyles } from './plugin-loader.ts';

declare global {
  interface Window {
    /** For tests and for a look around from the browser's console. */
    workbench: {
      bench: Bench;
      app: Bench['app'];
      plugins: Map<string, Plugin>;
      load: (id: string) => Promise<void>;
      unload: (id: string) => void;
    };
  }
}

start().catch(showFailure);

async function start(): Promise<void> {
  const parameters = new URLSearchParams(window.location.search);
  const store = await HttpStore.open(parameters.get('token') ?? '');
  preparePlatform(parameters.has('phone'), store.served.mac);
  prepareLanguage(parameters.get('language') ?? 'en');
  document.title = `${store.name} – Workbench, a stand-in, not the app`;
  prepareClock(store.served.today);
  const bench = new Bench(store);
  prepareTheme(bench, parameters.get('theme'));
  const plugins = new Map<string, Plugin>();
  const unload = (id: string): void => {
    plugins.get(id)?.unload();
    plugins.delete(id);
  };
  const load = async (id: string): Promise<void> => {
    const manifest = bench.served.plugins.find((known) => known.id === id);
    if (manifest) await loadPlugin(bench, plugins, manifest);
  };
  window.workbench = { bench, app: bench.app, plugins, load, unload };
  await bench.start(() => loadPlugins(bench, plugins));
  document.body.addClass('is-ready');
}

async function loadPlugins(bench: Bench, plugins: Map<string, Plugin>): Promise<void> {
  // Where plugins look for each other, though the app's typings do not show it.
  Object.assign(bench.app, { plugins: { plugins: new Proxy({}, { get: (_, id) => plugins.get(String(id)) }) } });
  for (const manifest of bench.served.plugins) await loadPlugin(bench, plugins, manifest);
}

async function loadPlugin(bench: Bench, plugins: Map<string, Plugin>, manifest: PluginManifest): Promise<void> {
  const PluginClass = await loadPluginCode(manifest.id, obsidian);
  const plugin: unknown = Reflect.construct(PluginClass, [bench.app, manifest]);
  if (!(plugin instanceof Plugin)) throw new Error(`What “${manifest.id}” exports is no plugin.`);
  const dropStyles = await loadPluginStyles(manifest.id);
  await plugin.load();
  plugin.register(dropStyles);
  plugins.set(manifest.id, plugin);
  bench.app.workspace.onLayoutReady(() => {
    enableOnce(bench, plugin);
  });
}

/** Opening the workbench for the first time on a vault is what switching the plugin on is in the app. */
function enableOnce({ app }: Bench, plugin: Plugin): void {
  const key = `enabled/${plugin.manifest.id}`;
  if (app.loadLocalStorage(key) === true) return;
  app.saveLocalStorage(key, true);
  plugin.onUserEnable();
}

function preparePlatform(phone: boolean, isMacOS: boolean): void {
  setPlatform({ isMacOS, isLinux: !isMacOS });
  if (!phone) return;
  setPlatform(PHONE);
  document.body.addClass('is-mobile', 'is-phone');
}

/** The page itself stays English: only what plugins say is in the language. */
function prepareLanguage(language: string): void {
  setLanguage(language);
  document.documentElement.lang = language;
}

function prepareTheme({ app }: Bench, asked: string | null): void {
  const chosen = asked ?? app.loadLocalStorage('theme');
  const dark = chosen === null ? window.matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
  showTheme(dark);
}

/** The sample vault ends on a day, which is today for whoever looks at it. */
function prepareClock(today: string): void {
  const fixed = today === '' ? null : new Date(`${today}T12:00:00`);
  Object.assign(window, { moment: createMoment(() => fixed ?? new Date()) });
}
