import type { TFile } from '../files.ts';
import { getFrontMatterInfo } from '../front-matter.ts';
import { parseLinktext } from '../helpers.ts';
import type { MetadataCache } from './metadata-cache.ts';
import { readMetadata } from './read-metadata.ts';

/**
 * A note's text with the links to moved files leading to them again. `targets` has the file that each link's path led
 * to before. What stands behind `#` and `|` stays, and so does a link that still leads there.
 */
export function rewriteLinks(
  text: string,
  sourcePath: string,
  targets: ReadonlyMap<string, TFile>,
  metadata: MetadataCache,
): string {
  const { links = [], embeds = [], frontmatterLinks = [] } = readMetadata(text);
  const rewritten = (link: string, original: string): string => {
    const { path, subpath } = parseLinktext(link);
    const target = targets.get(path);
    if (!target || metadata.getFirstLinkpathDest(path, sourcePath) === target) return original;
    return original.startsWith('[[') || original.startsWith('![[')
      ? inWikilink(original, metadata.fileToLinktext(target, sourcePath) + subpath)
      : inMarkdownLink(original, metadata.fileToLinktext(target, sourcePath, false) + subpath);
  };
  let result = text;
  const references = [...links, ...embeds].sort((a, b) => b.position.start.offset - a.position.start.offset);
  for (const { link, original, position } of references) {
    result = result.slice(0, position.start.offset) + rewritten(link, original) + result.slice(position.end.offset);
  }
  // A property's link has no place of its own, so every such link in the front matter is rewritten.
  const { to } = getFrontMatterInfo(result);
  const properties = frontmatterLinks.reduce(
    (yaml, { link, original }) => yaml.replaceAll(original, () => rewritten(link, original)),
    result.slice(0, to),
  );
  return properties + result.slice(to);
}

function inWikilink(original: string, target: string): string {
  return original.replace(/\[\[[^|\]]*?(?=\\?\||\]\])/, () => `[[${target}`);
}

function inMarkdownLink(original: string, target: string): string {
  return original.replace(/\]\([^)]*\)$/, () => `](${target.replace(/ /g, '%20')})`);
}
