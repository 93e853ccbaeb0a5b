import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { CachedMetadata } from 'obsidian/obsidian.d.ts';
import { z } from 'zod';
import { readMetadata } from './metadata/read-metadata.ts';

/** A note, and the metadata that it is to have. */
export interface Recording {
  readonly name: string;
  readonly filePath: string;
  readonly fileContents: string;
  readonly cachedMetadata: Readonly<Record<string, unknown>>;
}

export const FIELDS = [
  'headings',
  'sections',
  'listItems',
  'links',
  'embeds',
  'tags',
  'blocks',
  'frontmatter',
  'frontmatterPosition',
  'frontmatterLinks',
] as const satisfies readonly (keyof CachedMetadata)[];

export type LinkCounts = Record<string, Record<string, number>>;

const NOTE = z.object({
  filePath: z.string(),
  fileContents: z.string(),
  cachedMetadata: z.record(z.string(), z.unknown()),
});
const LINKS = z.record(z.string(), z.record(z.string(), z.number()));
const LINKS_FILE = 'resolvedLinks.json';

/** Reads a folder of recordings: one JSON file a note, and the links of the whole vault that they are from. */
export function readRecordings(folder: string): { notes: Recording[]; links: LinkCounts } {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== LINKS_FILE);
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown;
  return {
    notes: names.sort().map((name) => ({ name, ...NOTE.parse(read(name)) })),
    links: LINKS.parse(read(LINKS_FILE)),
  };
}

/** The fields in which a note's metadata differ from the recording; none where all are equal. */
export function differingFields({ fileContents, cachedMetadata }: Recording): string[] {
  const read: Readonly<Record<string, unknown>> = { ...readMetadata(fileContents) };
  const names = new Set([...FIELDS, ...Object.keys(read), ...Object.keys(cachedMetadata)]);
  return [...names].filter((name) => !isDeepStrictEqual(read[name], cachedMetadata[name]));
}

/** How many notes are equal in each field, counted over the notes that have it. */
export function equalPerField(notes: readonly Recording[]): string[] {
  const differing = new Map(notes.map((note) => [note.name, differingFields(note)]));
  return FIELDS.map((field) => {
    const having = notes.filter(({ cachedMetadata }) => field in cachedMetadata);
    const equal = having.filter(({ name }) => differing.get(name)?.includes(field) !== true);
    return `${field} ${String(equal.length)}/${String(having.length)}`;
  });
}
