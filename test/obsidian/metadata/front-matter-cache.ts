import type { CachedMetadata, FrontmatterLinkCache } from 'obsidian/obsidian.d.ts';
import { getFrontMatterInfo } from '../front-matter.ts';
import { parseYaml } from '../yaml.ts';
import type { Positions } from './positions.ts';
import { findWikilinks } from './wikilinks.ts';

export interface ReadFrontMatter {
  /** Where the closing `---` ends, without its line's end; null without front matter. */
  readonly end: number | null;
  readonly cache: Pick<CachedMetadata, 'frontmatter' | 'frontmatterPosition' | 'frontmatterLinks'>;
}

/** Reads the properties. Front matter that is empty, no YAML or no list of properties counts as none but hides itself. */
export function readFrontMatter(text: string, positions: Positions): ReadFrontMatter {
  const info = getFrontMatterInfo(text);
  if (!info.exists) return { end: null, cache: {} };
  const end = text.slice(0, info.contentStart).replace(/\s+$/, '').length;
  const properties = readProperties(info.frontmatter);
  if (!properties) return { end, cache: {} };
  return {
    end,
    cache: {
      frontmatter: properties,
      frontmatterPosition: positions.span(0, end),
      // The list is there, empty, wherever there is front matter.
      frontmatterLinks: linksOf(properties, ''),
    },
  };
}

function readProperties(yaml: string): Record<string, unknown> | null {
  try {
    const value = parseYaml(yaml);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** The key of a link inside a list or a nested property is its path: `customers.0`. */
function linksOf(value: unknown, key: string): FrontmatterLinkCache[] {
  if (typeof value === 'string') return findWikilinks(value).map(({ link }) => ({ key, ...link }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => linksOf(inner, key === '' ? name : `${key}.${name}`));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
