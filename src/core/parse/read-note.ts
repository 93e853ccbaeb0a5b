import { headingLookup } from '../families.ts';
import { findDay, findLeadingMonth, type PlainDate } from '../plain-date.ts';
import type { ParseYaml } from '../read/front-matter.ts';
import type { Settings } from '../settings.ts';
import { baseName, folderOf, foldersOf, lastSegment, type NotePath } from '../vault.ts';
import { hash16, slug } from '../words.ts';
import type { Note, NoteContent, NoteKind } from './note.ts';
import { readContent, type TextRules } from './read-content.ts';
import type { SettingsOfPlace } from './rules.ts';

const PAGE_TYPES = new Set(['customer', 'account', 'partner', 'prospect', 'client']);
const PERSON_TYPES = new Set(['person', 'people', 'contact']);
/** `Norvane (Conflicted copy laptop 202601051200)`, as Obsidian Sync names a copy that it could not merge. */
const CONFLICT_COPY = /\(conflicted copy [^)]*\)|\.sync-conflict-/i;

/** What reading a note needs beside its path and text; made once from the settings. */
export interface ReadingRules extends TextRules {
  readonly settings: Settings;
}

/** The rules by which every note of a vault is read. */
export function readingRules(settings: Settings, parseYaml: ParseYaml): ReadingRules {
  return { settings, parseYaml, familyOf: headingLookup(settings.headings) };
}

/** A note's path and text → what the plugin knows of it. Never throws on what the note holds. */
export function readNote(path: NotePath, text: string, rules: ReadingRules): Note {
  return placeNote(path, isSkippedPath(path, rules.settings) ? NOTHING : readContent(text, rules), rules.settings);
}

/** Tells whether a text is still the one that was parsed: 64 bits, so that no two texts of a vault share them. */
export function textHash(text: string): string {
  return hash16(text);
}

/** The same content at a path: what changes when a note is renamed or moved. */
export function placeNote(path: NotePath, content: NoteContent, settings: Settings): Note {
  const kind = kindOf(path, content, settings);
  const date =
    kind === 'meeting' ? (content.propertyDate ?? dateOfName(path) ?? content.bodyDate ?? content.createdDate) : null;
  return { path, kind, title: titleOf(path, content), date, name: ownName(path, content, settings), content };
}

/** Whether the path alone says that a note is none of ours, so that it need not even be read. */
export function isSkippedPath(path: NotePath, settings: SettingsOfPlace): boolean {
  return isConflictCopy(path) || isSkippedFolder(folderOf(path), settings);
}

export function isConflictCopy(path: NotePath): boolean {
  return CONFLICT_COPY.test(baseName(path));
}

/** Whether nothing is read of the notes that lie right in a folder; `''` is the top of the vault. */
export function isSkippedFolder(folder: string, settings: SettingsOfPlace): boolean {
  if (folder.split('/').some((name) => name.startsWith('_') || name.startsWith('.'))) return true;
  const inside = `${folder}/`;
  return liesIn(inside, settings.ignoredFolders) || !isInReadFolder(inside, settings);
}

function isInReadFolder(path: NotePath, settings: SettingsOfPlace): boolean {
  const { meetingFolders, accountFolders, peopleFolders, projectFolders } = settings;
  return (
    meetingFolders.length === 0 ||
    liesIn(path, [...meetingFolders, ...accountFolders, ...peopleFolders, ...projectFolders])
  );
}

const NOTHING: NoteContent = {
  title: null,
  type: null,
  tags: [],
  aliases: [],
  domains: [],
  lastContact: null,
  role: null,
  company: null,
  emails: [],
  propertyDate: null,
  bodyDate: null,
  createdDate: null,
  looksLikeMeeting: false,
  hasDateProperty: false,
  isTemplate: false,
  accountKeys: [],
  project: null,
  participants: [],
  summary: null,
  items: [],
  tasks: [],
  links: [],
  meetingKeys: [],
  problems: [],
};

/** Place and date before `type`, because `type: customer` stands on meeting notes as often as on pages. */
function kindOf(path: NotePath, content: NoteContent, settings: Settings): NoteKind {
  if (content.isTemplate || isSkippedPath(path, settings)) return 'skipped';
  // An importer's separate transcript belongs to the note beside it, and says nothing that is read.
  if (content.type === 'transcript') return 'other';
  if (dateOfName(path) !== null || content.looksLikeMeeting) return 'meeting';
  const isPage =
    isAccountFolderNote(path, settings) ||
    PAGE_TYPES.has(content.type ?? '') ||
    content.tags.some((tag) => /^type\/(?:customer|account|partner|prospect|client)$/i.test(tag));
  // An account's own note may carry the date on which it was made; elsewhere a date makes a meeting note.
  if (content.hasDateProperty && !(isPage && isFolderNote(path))) return 'meeting';
  if (isPage) return 'page';
  if (PERSON_TYPES.has(content.type ?? '') || isPersonPlace(path, settings)) return 'person';
  return content.bodyDate !== null ? 'meeting' : 'other';
}

/** The date in a file name: `2025-11-4 - Plan`, `2025-10 - Ana Ruiz`, `2025-12-19 1303`, `Sync 2025-11-14`. */
export function dateOfName(path: NotePath): PlainDate | null {
  const name = baseName(path);
  return findDay(name) ?? findLeadingMonth(name);
}

function isFolderNote(path: NotePath): boolean {
  const name = baseName(path).toLowerCase();
  return name === 'readme' || name === 'index' || slug(name) === slug(lastSegment(folderOf(path)));
}

function isAccountFolderNote(path: NotePath, settings: Settings): boolean {
  return isFolderNote(path) && entryBelow(path, settings.accountFolders) === folderOf(path);
}

function isPersonPlace(path: NotePath, settings: Settings): boolean {
  const folder = folderOf(path);
  if (isFolderNote(path) && entryBelow(path, settings.peopleFolders) === folder) return true;
  return folder !== '' && !isFolderNote(path) && matchesFolder(folder, settings.peopleFolders);
}

/** README and index are named by their folder; other pages by their title, else their file. */
function ownName(path: NotePath, content: NoteContent, settings: Settings): string {
  const name = baseName(path);
  if (/^(?:readme|index)$/i.test(name) && folderOf(path) !== '') return lastSegment(folderOf(path));
  if (isFolderNote(path) || isPersonPlace(path, settings)) return name;
  return content.title ?? name;
}

const DATE_IN_FRONT =
  /^(?:\d{4}-\d{1,2}(?:-\d{1,2})?|\d{4}_\d{1,2}_\d{1,2}|\d{1,2}([-.])\d{1,2}\1\d{4})(?:[ T_]+\d{4,6})?\s*[-–—_]*\s*/;

/** Without the date and the recorder's time in front: `2025-11-14 0930 - Sync` → `Sync`. */
function titleOf(path: NotePath, content: NoteContent): string {
  if (content.title !== null) return content.title.trim();
  const name = baseName(path);
  const bare = name.replace(DATE_IN_FRONT, '').trim();
  return bare === '' ? name : bare;
}

/**
 * The folder right below one of `folders` in which the note lies: `Accounts/Norvane` for
 * `Accounts/Norvane/Calls/x.md`; null where it lies in none.
 */
export function entryBelow(path: NotePath, folders: readonly string[]): string | null {
  const segments = foldersOf(path);
  for (let length = segments.length - 1; length >= 1; length--) {
    if (matchesFolder(segments.slice(0, length).join('/'), folders)) return segments.slice(0, length + 1).join('/');
  }
  return null;
}

function liesIn(path: NotePath, folders: readonly string[]): boolean {
  const segments = foldersOf(path);
  return segments.some((_, index) => matchesFolder(segments.slice(0, index + 1).join('/'), folders));
}

/** A setting names a folder by its whole path or by the end of it, in any case. */
function matchesFolder(folder: string, settings: readonly string[]): boolean {
  return settings.some((setting) => {
    const wanted = /^\/|\/$/.test(setting) ? setting.replace(/^\/+|\/+$/g, '') : setting;
    const start = folder.length - wanted.length;
    if (wanted === '' || start < 0 || (start > 0 && folder.charAt(start - 1) !== '/')) return false;
    return folder.slice(start).toLowerCase() === wanted.toLowerCase();
  });
}
