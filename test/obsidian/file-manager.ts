import type { DataWriteOptions } from 'obsidian/obsidian.d.ts';
import type { TAbstractFile, TFile, TFolder } from './files.ts';
import { getFrontMatterInfo } from './front-matter.ts';
import type { MetadataCache } from './metadata/metadata-cache.ts';
import { rewriteLinks } from './metadata/rewrite-links.ts';
import { isWithin } from './store.ts';
import type { Vault } from './vault.ts';
import { parseYaml, stringifyYaml } from './yaml.ts';

/** What a person chooses in the app's settings under Files and links, with the app's defaults where they are known. */
export interface FilePreferences {
  markdownLinks: boolean;
  /** Whether links are rewritten when a file moves. */
  updateLinks: boolean;
}

export class FileManager {
  readonly preferences: FilePreferences = { markdownLinks: false, updateLinks: true };

  constructor(
    private readonly vault: Vault,
    private readonly metadata: MetadataCache,
  ) {}

  /** New notes go to the vault's top. */
  getNewFileParent(_sourcePath: string, _newFilePath?: string): TFolder {
    return this.vault.getRoot();
  }

  /** Moves to the vault's own trash. */
  trashFile(file: TAbstractFile): Promise<void> {
    return this.vault.adapter.trashLocal(file.path);
  }

  /** A wikilink, or a Markdown link where a person prefers these. */
  generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias = ''): string {
    if (this.preferences.markdownLinks) {
      const path = this.metadata.fileToLinktext(file, sourcePath, false);
      const text = alias === '' ? file.basename : alias;
      return `[${text}](${encodeSpaces(path + subpath)})`;
    }
    const target = this.metadata.fileToLinktext(file, sourcePath) + subpath;
    return alias === '' || alias === target ? `[[${target}]]` : `[[${target}|${alias}]]`;
  }

  /** Moves a file or folder, then rewrites in every note the links that would no longer lead to what moved. */
  async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    const before = this.linksInto(file.path);
    await this.vault.rename(file, newPath);
    if (!this.preferences.updateLinks) return;
    for (const [note, targets] of before) {
      const rewrite = (text: string): string => rewriteLinks(text, note.path, targets, this.metadata);
      const text = await this.vault.read(note);
      if (rewrite(text) !== text) await this.vault.process(note, rewrite);
    }
  }

  /**
   * Lets `edit` change the properties and writes the front matter anew. Rejects, and writes nothing, where the YAML
   * cannot be read or `edit` throws. Without any property left the front matter goes.
   */
  async processFrontMatter(
    file: TFile,
    edit: (properties: Record<string, unknown>) => void,
    options?: DataWriteOptions,
  ): Promise<void> {
    await this.vault.process(
      file,
      (text) => {
        const { frontmatter, contentStart } = getFrontMatterInfo(text);
        const properties = propertiesOf(frontmatter);
        edit(properties);
        const rest = text.slice(contentStart);
        return Object.keys(properties).length === 0 ? rest : `---\n${stringifyYaml(properties)}---\n${rest}`;
      },
      options,
    );
  }

  /** By note, each link's path as it is written there and the file in `path` that it leads to. */
  private linksInto(path: string): Map<TFile, Map<string, TFile>> {
    const notes = new Map<TFile, Map<string, TFile>>();
    for (const note of this.vault.getMarkdownFiles()) {
      const { links = [], embeds = [], frontmatterLinks = [] } = this.metadata.getFileCache(note) ?? {};
      const targets = new Map<string, TFile>();
      for (const { link } of [...links, ...embeds, ...frontmatterLinks]) {
        const linkpath = link.split('#')[0] ?? '';
        const target = linkpath === '' ? null : this.metadata.getFirstLinkpathDest(linkpath, note.path);
        if (target && isWithin(target.path, path)) targets.set(linkpath, target);
      }
      if (targets.size > 0) notes.set(note, targets);
    }
    return notes;
  }
}

function propertiesOf(yaml: string): Record<string, unknown> {
  const value = yaml.trim() === '' ? {} : parseYaml(yaml);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('The front matter is no list of properties.');
  }
  return { ...value };
}

function encodeSpaces(path: string): string {
  return path.replace(/ /g, '%20');
}
