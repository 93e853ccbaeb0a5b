import type { AccountGraph } from '../link/account-graph.ts';
import { entryBelow } from '../parse/read-note.ts';
import type { PlainDate } from '../plain-date.ts';
import { findFrontMatter } from '../read/front-matter.ts';
import { escapeMarkdown, startedAsText } from '../read/inline.ts';
import type { Settings } from '../settings.ts';
import { baseName, compareText, folderOf, lastSegment, type NotePath } from '../vault.ts';
import { slug, stripInvisible } from '../words.ts';

/** An account that notes tell of and that has no page. */
export interface MissingPage {
  readonly name: string;
  /** The folder of its notes; null where only notes elsewhere name it. */
  readonly folder: string | null;
  /** The notes that name it, or lie in its folder. */
  readonly notes: readonly NotePath[];
}

/** Characters that some system or the app's links cannot have in a file's name (Obsidian help, “Create notes”). */
const NO_FILE_NAME = /[\\/:*?"<>|#^[\]\p{Cc}]/gu;
/** Windows keeps these for devices. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Accounts for which a page could be made, those with the most notes first. */
export function missingPages(graph: AccountGraph, settings: Settings): MissingPage[] {
  const missing = new Map<string, MissingPage>();
  for (const account of graph.accounts()) {
    if (account.path !== null) continue;
    const notes = graph.meetingsOf(account).flatMap((meeting) => meeting.notes.map(({ note }) => note.path));
    const folders = notes.map((path) => entryBelow(path, settings.accountFolders));
    const folder = folders.find((path) => path !== null && slug(lastSegment(path)) === account.id) ?? null;
    missing.set(account.id, { name: account.name, folder, notes });
  }
  for (const [name, notes] of graph.unknownAccounts()) {
    const known = missing.get(slug(name));
    missing.set(slug(name), { name, folder: null, ...known, notes: [...(known?.notes ?? []), ...notes] });
  }
  return [...missing.values()].sort((a, b) => b.notes.length - a.notes.length || compareText(a.name, b.name));
}

/**
 * Where an account's page belongs: in its folder where it has one, else beside the other pages, named as most of them
 * are: `Accounts/Norvane/README.md`, `Accounts/Norvane/Norvane.md` or `Accounts/Norvane.md`.
 */
export function pathOfNewPage({ name, folder }: MissingPage, graph: AccountGraph, settings: Settings): NotePath {
  const pages = graph.accounts().flatMap(({ path }) => path ?? []);
  const styles = pages.map((path) => styleOf(path));
  const style = mostCommon(styles) ?? 'README';
  const file = fileNameOf(name);
  const parent =
    mostCommon(pages.filter((_, index) => styles[index] === style).map((path) => parentOf(path, style))) ??
    settings.accountFolders[0] ??
    '';
  const within = parent === '' ? '' : `${parent}/`;
  if (folder === null && style === 'flat') return `${within}${file}.md`;
  const own = folder ?? `${within}${file}`;
  return style === 'folder note'
    ? `${own}/${lastSegment(own)}.md`
    : `${own}/${style === 'index' ? 'index' : 'README'}.md`;
}

/**
 * The text of a new page: the template with `{{account}}`, `{{title}}` and `{{date}}` filled in, or the plugin's own
 * where there is none. A name comes from a note, so that it shows as it is and is never a property, mark or code.
 */
export function textOfNewPage(name: string, template: string | null, today: PlainDate): string {
  const shown = nameOnPage(name);
  if (template === null) return `---\ntype: customer\n---\n\n# ${withoutClosing(nameAsText(shown))}\n`;
  const front = template.slice(0, findFrontMatter(template)?.bodyStart ?? 0);
  const properties = front
    .split('\n')
    .map((line) => filledProperty(line, shown, today))
    .join('\n');
  const body = template
    .slice(front.length)
    .split(CODE_OR_LINK)
    .map((part, index) => filled(part, index % 2 === 1 ? plainName(shown) : nameAsText(shown), today));
  return properties + body.join('');
}

type Style = 'README' | 'index' | 'folder note' | 'flat';

function styleOf(path: NotePath): Style {
  const name = baseName(path);
  if (/^readme$/i.test(name)) return 'README';
  if (/^index$/i.test(name)) return 'index';
  return slug(name) === slug(lastSegment(folderOf(path))) ? 'folder note' : 'flat';
}

/** The folder in which all accounts of this style lie. */
function parentOf(path: NotePath, style: Style): string {
  return style === 'flat' ? folderOf(path) : folderOf(folderOf(path));
}

function mostCommon<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** A name that every system takes, short enough that the folder's path stays within limits. */
function fileNameOf(name: string): string {
  const plain = stripInvisible(name)
    .replace(NO_FILE_NAME, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = Array.from(plain).slice(0, 60).join('').trim();
  if (short === '') return 'Account';
  return DEVICE_NAME.test(short) ? `${short} account` : short;
}

function nameOnPage(name: string): string {
  const shown = stripInvisible(name.replace(/\s+/g, ' ')).trim();
  return shown === '' ? 'Account' : shown;
}

/** Also at the start of a line, where a row of dashes would be a rule or make a heading of the line above. */
function nameAsText(name: string): string {
  return startedAsText(escapeMarkdown(name)).replace(/^(?=[-+=*_~:#]+(?:\s|$))/, '\\');
}

const PLACEHOLDER = /\{\{\s*(account|title|date)\s*\}\}/gi;
/** What a template holds that no mark can be escaped in: code blocks, Templater's commands, code spans, wikilinks. */
const CODE_OR_LINK = /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|<%[\s\S]*?(?:%>|$)|`[^`\n]*`|\[\[[^\]\n]*\]\])/;

function filled(text: string, name: string, today: PlainDate): string {
  return text.replace(PLACEHOLDER, (_, key: string) => (key.toLowerCase() === 'date' ? today : name));
}

/** A whole value is set in quotes where YAML would else take it for something else; a part of one has words only. */
function filledProperty(line: string, name: string, today: PlainDate): string {
  const whole = WHOLE_VALUE.exec(line);
  if (!whole || isPlainYaml(name))
    return filled(line, isPlainYaml(name) ? name : plainName(name.replaceAll(',', ' ')), today);
  const [, before = '', key = '', after = ''] = whole;
  return `${before}${key.toLowerCase() === 'date' ? today : JSON.stringify(name)}${after}`;
}

/** `title: {{account}}`, `  - "{{account}}"` */
const WHOLE_VALUE = /^(\s*(?:- +)?(?:[\w -]+:[ \t]+)?)["']?\{\{\s*(account|title|date)\s*\}\}["']?([ \t]*\r?)$/i;

/** Whether a text means itself in YAML wherever it stands: `Müller & Söhne`. */
function isPlainYaml(text: string): boolean {
  if (/^(?:true|false|yes|no|on|off|null|[yn])$/i.test(text)) return false;
  return /^\p{L}(?:[\p{L}\p{M}\p{N} .&+/()$_-]*[\p{L}\p{M}\p{N}.)])?$/u.test(text);
}

/** The words of a name, without what could end the code, link or value that they stand in. */
function plainName(name: string): string {
  const plain = name
    .replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}\p{Join_Control}\p{Variation_Selector} .,&+()/’_-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .,&+()/_-]+|\s+$/g, '');
  return plain === '' ? 'Account' : plain;
}

/** A heading's closing marks are no part of its text: `# C #` says “C”. */
function withoutClosing(heading: string): string {
  return heading.replace(/(^|\s)(?=#+$)/, '$1\\');
}
