import { addTo } from '../grouping.ts';
import type { Item, Note, Participant } from '../parse/note.ts';
import { entryBelow } from '../parse/read-note.ts';
import type { Problem } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { folderOf, lastSegment } from '../vault.ts';
import { slug } from '../words.ts';
import type { Account, Directory } from './directory.ts';
import { positionOf } from './position.ts';

/** Why a note is taken to be about an account. */
export interface Evidence {
  readonly rule:
    | 'property'
    | 'folder property'
    | 'tag'
    | 'entities'
    | 'label'
    | 'folder'
    | 'title'
    | 'participant'
    | 'wikilink'
    | 'mention'
    | 'same meeting';
  /** What was found, for people: the name as written, the folder, `Ana Ruiz of Norvane`. */
  readonly detail: string;
}

/**
 * `home`: the note is the account's own, by a property, tag, label or its folder, and gives all its items, but for
 * those that name only another account whose own it is too.
 * `meeting`: nothing of that kind, but its title or every outside participant points at this account alone; it gives
 * its items except those that name only others. `mention`: it gives only what names the account.
 */
export type Closeness = 'home' | 'meeting' | 'mention';

export interface AccountLink {
  readonly account: Account;
  readonly closeness: Closeness;
  /** Strongest first. */
  readonly evidence: readonly Evidence[];
}

export interface NoteLinks {
  readonly links: readonly AccountLink[];
  /** Whose note it is where it is no account's: a person or project, else null. */
  readonly home: string | null;
  readonly problems: readonly Problem[];
  /** Names that the note gives for its account and that no page has. */
  readonly unknown: readonly string[];
}

const HOME_RULES: ReadonlySet<Evidence['rule']> = new Set([
  'property',
  'folder property',
  'tag',
  'entities',
  'label',
  'folder',
]);

/** Finds the accounts of a meeting note. Evidence adds up; nothing is inferred from a transcript. */
export function linkNote(note: Note, directory: Directory, settings: Settings): NoteLinks {
  const found = new Map<Account, Evidence[]>();
  const seen = new Set<string>();
  const add = (account: Account | null, rule: Evidence['rule'], detail: string) => {
    const key = `${account?.id ?? ''}\n${rule}\n${detail}`;
    if (!account || seen.has(key)) return;
    seen.add(key);
    addTo(found, account, { rule, detail });
  };
  const { problems, unknown } = addKeys(note, directory, add);
  add(directory.accountOfPlace(note.path), 'folder', folderOf(note.path));
  for (const account of directory.accountsIn(note.title)) add(account, 'title', note.title);
  const parties = partiesOf(note.content.participants, directory);
  for (const [account, person] of parties.accounts) add(account, 'participant', `${person} of ${account.name}`);
  for (const target of note.content.links) add(directory.accountNamed(target), 'wikilink', `[[${target}]]`);
  for (const text of structuredTexts(note))
    for (const account of directory.accountsIn(text)) add(account, 'mention', account.name);

  const home = homeOf(note, directory, settings);
  const metWith =
    home === null && ![...found.values()].some((evidence) => isHome(evidence)) ? onlyParty(found, parties) : null;
  const links = [...found].map(([account, evidence]): AccountLink => {
    const closeness = isHome(evidence) ? 'home' : account === metWith ? 'meeting' : 'mention';
    return { account, closeness, evidence };
  });
  return { links, home, problems, unknown };
}

/**
 * Whether what a note with this link says belongs on the account's page. `sharedWith`: the other accounts that the note
 * is home to, of which each gets alone what names only it. `accountsNamed` is asked only where it decides, which it does
 * in few notes.
 */
export function concerns(
  accountsNamed: () => readonly Account[],
  link: AccountLink,
  sharedWith: readonly Account[],
): boolean {
  if (link.closeness === 'home' && sharedWith.length === 0) return true;
  const named = accountsNamed();
  if (named.includes(link.account)) return true;
  if (link.closeness === 'home') return !sharedWith.some((other) => named.includes(other));
  return link.closeness === 'meeting' && named.length === 0;
}

/** The accounts beside this one that a note is home to, where it is home to this one. */
export function sharedHome({ links }: NoteLinks, link: AccountLink): Account[] {
  if (link.closeness !== 'home') return [];
  return links
    .filter(({ account, closeness }) => closeness === 'home' && account !== link.account)
    .map(({ account }) => account);
}

/** The accounts that an item names, itself or in what is nested below it, and those of the heading it stands under. */
export function accountsNamedBy(item: Item, directory: Directory): Account[] {
  const own = directory.accountsIn(`${item.markdown} | ${item.detail}`);
  for (let level = item.context.length - 1; level >= 0; level--) {
    const inherited = directory.accountsIn(item.context[level] ?? '');
    if (inherited.length > 0) return [...new Set([...own, ...inherited])];
  }
  return own;
}

function isHome(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ rule }) => HOME_RULES.has(rule));
}

type Add = (account: Account | null, rule: Evidence['rule'], detail: string) => void;

/** Account keys as written in properties, tags and labels. One that names a person or nothing invents no account. */
function addKeys(note: Note, directory: Directory, add: Add): Pick<NoteLinks, 'problems' | 'unknown'> {
  const problems = new Map<string, Problem>();
  const unknown: string[] = [];
  for (const { name, from } of note.content.accountKeys) {
    const account = directory.accountNamed(name);
    add(account, from, name);
    if (account || from === 'folder property' || directory.isOwnCompany(name) || directory.isSelf(name)) continue;
    const person = directory.personNamed(name);
    if (problems.has(slug(name))) continue;
    problems.set(slug(name), person ? personAsAccount(note, name) : unknownAccount(note, name, directory));
    if (!person) unknown.push(name);
  }
  return { problems: [...problems.values()], unknown };
}

function personAsAccount(note: Note, name: string): Problem {
  return {
    path: note.path,
    line: 1,
    code: 'account-is-person',
    values: { name },
    message: `The note is linked to no account by “${name}”, because that is a person.`,
    fix: 'Put the name of the account there, and the person among the participants.',
  };
}

function unknownAccount(note: Note, name: string, directory: Directory): Problem {
  const near = directory.nearestAccounts(name);
  return {
    path: note.path,
    line: 1,
    code: 'account-unknown',
    values: { name, near },
    message: `The note is linked to no account by “${name}”, because no page has that name or alias.`,
    fix: `${near.length > 0 ? `If ${near.join(' or ')} is meant, write that or add an alias to its page; else create` : 'Create'} a page for “${name}”.`,
  };
}

interface Parties {
  /** Each account that sat in the meeting, with one of its people. */
  readonly accounts: ReadonlyMap<Account, string>;
  /** Somebody from outside whose company is not known, or is no account. */
  readonly strangers: boolean;
}

function partiesOf(participants: readonly Participant[], directory: Directory): Parties {
  const accounts = new Map<Account, string>();
  let strangers = false;
  for (const participant of participants) {
    if (directory.isSelf(participant.name)) continue;
    const person = directory.personOfEmail(participant.email) ?? directory.personNamed(participant.name);
    const company = person?.company ?? positionOf(participant, directory).company;
    const account =
      (company === null ? null : directory.accountNamed(company)) ??
      accountOfEmails([participant.email, ...(person?.emails ?? [])], directory);
    if (account && !accounts.has(account)) accounts.set(account, participant.name);
    if (!account && !(company !== null && directory.isOwnCompany(company))) strangers = true;
  }
  return { accounts, strangers };
}

function accountOfEmails(emails: readonly (string | null)[], directory: Directory): Account | null {
  for (const email of emails) {
    const account = email === null ? null : directory.accountOfEmail(email);
    if (account) return account;
  }
  return null;
}

/** The one account that a meeting without any key was held with: by its title, else by everyone from outside. */
function onlyParty(found: ReadonlyMap<Account, readonly Evidence[]>, parties: Parties): Account | null {
  const titled = [...found]
    .filter(([, evidence]) => evidence.some(({ rule }) => rule === 'title'))
    .map(([account]) => account);
  if (titled.length > 0) return titled.length === 1 ? (titled[0] ?? null) : null;
  const [only, other] = parties.accounts.keys();
  return only && !other && !parties.strangers ? only : null;
}

/** The person or project whose folder the note lies in, or whom its properties name. */
function homeOf(note: Note, directory: Directory, settings: Settings): string | null {
  const personFolder = entryBelow(note.path, settings.peopleFolders);
  if (personFolder !== null) return lastSegment(personFolder);
  const project = entryBelow(note.path, settings.projectFolders);
  if (project !== null) return lastSegment(project);
  return note.content.project !== null && !directory.accountNamed(note.content.project) ? note.content.project : null;
}

/** What a person wrote above the transcript, in the sections that are understood. */
export function structuredTexts({ content }: Note): string[] {
  const lines = [...content.items, ...content.tasks].flatMap((item) => [item.markdown, item.detail, ...item.context]);
  return [...new Set([...(content.summary ? [content.summary.markdown] : []), ...lines])].filter((text) => text !== '');
}
