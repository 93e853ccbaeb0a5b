import * as z from 'zod/mini';
import type { Problem } from './problem.ts';
import { FAMILIES, foldHeading } from './families.ts';
import { stripInvisible } from './words.ts';

/** The sections that the plugin can keep current, in the order in which a new page has them. */
export const SECTION_IDS = [
  'recentContext',
  'keyFacts',
  'decisions',
  'blockers',
  'openQuestions',
  'topics',
  'opportunities',
  'keyContacts',
  'collaborators',
  'relatedPeople',
] as const;

export type SectionId = (typeof SECTION_IDS)[number];

export interface SectionSetting {
  readonly on: boolean;
  /** The heading that a new section gets. */
  readonly heading: string;
  /** How many lines at most, applied after sorting. */
  readonly limit: number;
}

const names = (defaults: string[]) => z.catch(z.array(z.string()), defaults);
const flag = (byDefault: boolean) => z.catch(z.boolean(), byDefault);

function section(on: boolean, heading: string, limit: number) {
  const shape = z.object({
    on: flag(on),
    heading: z.catch(z.string().check(z.refine((text) => isSectionHeading(text))), heading),
    limit: z.catch(z.int().check(z.minimum(1), z.maximum(500)), limit),
  });
  return z.catch(z._default(shape, { on, heading, limit }), { on, heading, limit });
}

/** What would end the line, hide or run: line ends, comments, formulas, HTML, code. */
const NO_HEADING = /[\r\n\u2028\u2029<`]|%%|\$\$/;
/** Closing marks, which are no part of a heading. */
const CLOSING_MARKS = /(?:^|\s)#+\s*$/;

/** Whether a text can stand as a section's heading on a page, and is known there again. */
export function isSectionHeading(text: string): boolean {
  if (text.length > 100 || NO_HEADING.test(text) || CLOSING_MARKS.test(text)) return false;
  return stripInvisible(text) === text && foldHeading(text) !== '';
}

const SECTIONS = {
  recentContext: section(true, 'Recent Context', 20),
  keyFacts: section(true, 'Key Facts', 15),
  decisions: section(true, 'Decisions', 15),
  blockers: section(true, 'Blockers', 10),
  openQuestions: section(false, 'Open Questions', 10),
  topics: section(false, 'Topics', 20),
  opportunities: section(false, 'Opportunities', 10),
  keyContacts: section(false, 'Key Contacts', 10),
  collaborators: section(true, 'Collaborators', 40),
  relatedPeople: section(false, 'Related People', 40),
} satisfies Record<SectionId, unknown>;

const SHAPE = {
  /** Names or paths of the folders whose subfolders are accounts. */
  accountFolders: names(['Accounts', 'Customers', 'Clients', 'Partners', 'Prospects', 'Customers and Partners']),
  peopleFolders: names(['People', 'Contacts']),
  /** Notes below a folder of this name are home to a project, as notes in a person's folder are to the person. */
  projectFolders: names(['Projects']),
  ignoredFolders: names(['_archive', 'Templates']),
  /**
   * Names or paths of folders with meeting notes outside the accounts', people's and projects' own. None: the whole vault
   * is looked through. Notes in no folder that is named here are not read.
   */
  meetingFolders: names([]),
  ownCompany: names([]),
  ownNames: names([]),
  /** Headings of one's own, per family, beside the default ones. */
  headings: z.catch(z.partialRecord(z.enum(FAMILIES), z.array(z.string())), {}),
  sections: z.catch(z.object(SECTIONS), z.parse(z.object(SECTIONS), {})),
  /** In which order a page gets its sections; those that are not named come last, as in `SECTION_IDS`. */
  sectionOrder: z.catch(z.array(z.enum(SECTION_IDS)), []),
  evidenceLinks: flag(true),
  mergeNearDuplicates: flag(true),
  /** Whether tasks with status `?` are open items. */
  proposedTasks: flag(true),
  /** Whether bullets without a checkbox below an action heading are action items. */
  plainBullets: flag(false),
  /** Whether pages follow their notes by themselves, on every device where that is not switched off. */
  automaticRefresh: flag(false),
  /** How long nobody may have typed or saved before a page is refreshed, in seconds. */
  refreshDelay: z.catch(z.int().check(z.minimum(1), z.maximum(60)), 2),
  /** Whether a page that the plugin never wrote is shown as it would be before it is. */
  previewFirst: flag(true),
  /** Path of the note that a new account page begins as; '' for the plugin's own. */
  pageTemplate: z.catch(z.string(), ''),
};

const SETTINGS = z.object(SHAPE);

/** The settings of someone who has set nothing. */
export const DEFAULT_SETTINGS = Object.freeze(z.parse(SETTINGS, {}));

/** Taken from the value, not from the schema: so it is published as it is, and whoever uses it needs no zod. */
export type Settings = typeof DEFAULT_SETTINGS;

/** All sections in the order in which a page gets them. */
export function orderedSections(settings: Settings): SectionId[] {
  return [...new Set([...settings.sectionOrder, ...SECTION_IDS])];
}

export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/**
 * Settings as they were saved → valid settings. A value that cannot be used falls back to its default, alone, and
 * is named in a problem; values that this version does not know are passed over.
 * `path` is the file that they come from, for the problem's text.
 */
export function readSettings(saved: unknown, path: string): ReadSettings {
  if (saved === null || saved === undefined) return { settings: DEFAULT_SETTINGS, problems: [] };
  if (typeof saved !== 'object' || Array.isArray(saved)) {
    return { settings: DEFAULT_SETTINGS, problems: [unusable(path, null)] };
  }
  const settings = z.parse(SETTINGS, saved);
  const problems = differences(saved, settings, '').map((key) => unusable(path, key));
  return { settings, problems };
}

/** The keys whose saved value is not the value that came out, so that it must have been repaired. */
function differences(saved: object, read: object, prefix: string): string[] {
  return Object.entries(saved).flatMap(([key, value]: [string, unknown]) => {
    if (!Object.hasOwn(read, key)) return [];
    const used: unknown = Object.entries(read).find(([name]) => name === key)?.[1];
    if (isRecord(value) && isRecord(used)) return differences(value, used, `${prefix}${key}.`);
    return JSON.stringify(value) === JSON.stringify(used) ? [] : [`${prefix}${key}`];
  });
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Settings of which nothing can be used, because they cannot be read. */
export function unreadableSettings(path: string, reason: string): Problem {
  return {
    path,
    line: null,
    code: 'setting-invalid',
    values: { path, key: null, reason },
    message: `The default settings are used, because the saved ones could not be read: ${reason}`,
    fix: `Mend ${path} or bring back an earlier copy of it; setting anything in the settings replaces it.`,
  };
}

function unusable(path: string, key: string | null): Problem {
  const what = key === null ? 'the settings' : `“${key}”`;
  return {
    path,
    line: null,
    code: 'setting-invalid',
    values: { path, key, reason: null },
    message: `The default is used for ${what}, because the saved value is not one that can be used.`,
    fix: `Set ${what} again in the settings, or remove it from ${path}.`,
  };
}
