/** The module `obsidian` as the workbench gives it to a plugin. */
type ModuleNames = Readonly<Record<string, unknown>>;
type PluginCode = (module: { exports: unknown }, exports: unknown, require: (name: string) => unknown) => void;

declare global {
  interface Window {
    /** Where the code of the plugin that is being loaded registers itself. */
    workbenchPlugin?: PluginCode | undefined;
  }
}

/** What a plugin exports: its class, as `export default` or as the whole module. */
export type PluginClass = new (...args: never[]) => unknown;

/**
 * Runs a plugin's built `main.js`, unchanged, as the app does: a function of `module`, `exports` and `require`. It comes
 * as a script of its own, so that it is not evaluated from a text and its errors name its lines.
 */
export async function loadPluginCode(id: string, obsidian: ModuleNames): Promise<PluginClass> {
  const response = await window.fetch(`/plugin/${id}/main.js`);
  if (!response.ok) throw new Error(`The plugin “${id}” has no main.js: build it first.`);
  const code = await runScript(id, await response.text());
  const module: { exports: unknown } = { exports: {} };
  const named = failing(obsidian);
  code(module, module.exports, (name) => {
    if (name === 'obsidian') return named;
    throw new Error(`The plugin asks for the module “${name}”, which the workbench does not have.`);
  });
  return classOf(module.exports, id);
}

/** Puts the plugin's stylesheet on the page. Returns how to take it off the page. */
export async function loadPluginStyles(id: string): Promise<() => void> {
  const response = await window.fetch(`/plugin/${id}/styles.css`);
  const sheet = new CSSStyleSheet();
  await sheet.replace(await response.text());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

async function runScript(id: string, source: string): Promise<PluginCode> {
  const wrapped = ['window.workbenchPlugin = function (module, exports, require) {', source, '\n};'];
  const url = URL.createObjectURL(new Blob([...wrapped, `\n//# sourceURL=plugin:${id}`], { type: 'text/javascript' }));
  const script = document.head.createEl('script', { attr: { src: url } });
  await new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => {
      resolve();
    });
    script.addEventListener('error', () => {
      reject(new Error(`The code of the plugin “${id}” could not be loaded.`));
    });
  });
  URL.revokeObjectURL(url);
  script.remove();
  const code = window.workbenchPlugin;
  window.workbenchPlugin = undefined;
  if (!code) throw new Error(`The code of the plugin “${id}” is not valid.`);
  return code;
}

/** What the stand-in lacks fails with its name, where a plain module would give `undefined`. */
function failing(obsidian: ModuleNames): ModuleNames {
  return new Proxy(obsidian, {
    get: (target, name) => {
      if (typeof name === 'symbol' || name === '__esModule' || name === 'then')
        return Reflect.get(target, name) as unknown;
      if (!(name in target)) throw new Error(`The stand-in has no “${name}” in its module “obsidian”.`);
      return target[name];
    },
  });
}

function classOf(exported: unknown, id: string): PluginClass {
  const plugin: unknown =
    typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : exported;
  if (typeof plugin !== 'function') throw new Error(`The plugin “${id}” exports no class.`);
  return plugin as PluginClass;
}
