/**
 * What both entries of the stand-in export: `obsidian.ts`, which adds what is drawn, and `headless.ts`, which adds
 * stand-ins for that without a page. Every type of obsidian.d.ts is there under its name; what is listed takes the place
 * of the type of that name, and a value that is listed nowhere does not compile: the stand-in lacks it.
 */
export type * from 'obsidian/obsidian.d.ts';

export { TAbstractFile, TFile, TFolder } from './files.ts';
export { App } from './app.ts';
export type { Command } from './commands.ts';
export { Component } from './component.ts';
export { Editor } from './editor.ts';
export { Events, type EventRef } from './events.ts';
export { FileManager } from './file-manager.ts';
export { getFrontMatterInfo } from './front-matter.ts';
export {
  apiVersion,
  debounce,
  getLanguage,
  getLinkpath,
  normalizePath,
  parseLinktext,
  prepareFuzzySearch,
  prepareSimpleSearch,
  requireApiVersion,
  stripHeading,
  type Debouncer,
} from './helpers.ts';
export { MetadataCache } from './metadata/metadata-cache.ts';
export { Platform } from './platform.ts';
export { Plugin } from './plugin.ts';
export { Vault } from './vault.ts';
export { parseYaml, stringifyYaml } from './yaml.ts';
