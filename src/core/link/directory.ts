import { addTo } from '../grouping.ts';
import type { Note } from '../parse/note.ts';
import type { Problem } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { baseName, comparePaths, compareText, folderOf, lastSegment, type NotePath } from '../vault.ts';
import { slug } from '../words.ts';
import { NameFinder } from './name-finder.ts';

/** A customer, partner or prospect: one per page, or per account folder that has no page yet. */
export interface Account {
  /** The slug of its name; two pages of one name are one account. */
  readonly id: string;
  readonly name: string;
  /** null where meeting notes lie in its folder and no page exists. */
  readonly path: NotePath | null;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
}

export interface Person {
  readonly name: string;
  readonly path: NotePath;
  readonly aliases: readonly string[];
  readonly role: string | null;
  readonly company: string | null;
  readonly emails: readonly string[];
}

/** A wikilink's target. No bracket may stand in it, so that a row of `[[` is looked through once and not from each. */
const LINK = /\[\[([^[\]|#]*)(?:[|#][^[\]]*)?\]\]/g;
/** Names that stand for whoever keeps the vault, beside the ones in the settings. */
const SELF = ['me', 'myself', 'i', 'self', 'vault owner'];

/** Who is who: the accounts and people that the vault's pages and person notes name. Made anew when one changes. */
export class Directory {
  readonly accounts: readonly Account[];
  readonly people: readonly Person[];
  readonly problems: readonly Problem[];
  private readonly accountBySlug = new Map<string, Account>();
  private readonly accountByFolder = new Map<string, Account>();
  private readonly accountByDomain = new Map<string, Account>();
  private readonly accountByPath = new Map<NotePath, Account>();
  private readonly personBySlug = new Map<string, Person>();
  private readonly personByEmail = new Map<string, Person>();
  private readonly self: ReadonlySet<string>;
  private readonly ownCompany: ReadonlySet<string>;
  private readonly finder: NameFinder<Account>;
  private peopleByAccount: ReadonlyMap<string, readonly Person[]> | null = null;

  /**
   * `folders`: account folders in which notes lie, whether or not a page is in them. `ordinaryWords`: words that notes
   * also write in lower case.
   */
  constructor(
    notes: Iterable<Note>,
    folders: Iterable<string>,
    ordinaryWords: ReadonlySet<string>,
    settings: Settings,
  ) {
    this.self = new Set([...SELF, ...settings.ownNames].map((name) => slug(name)));
    this.ownCompany = new Set(settings.ownCompany.map((name) => slug(name)));
    const sorted = [...notes].sort((a, b) => comparePaths(a.path, b.path));
    const problems: Problem[] = [];
    for (const note of sorted) if (note.kind === 'page') this.addPage(note, problems);
    for (const folder of [...folders].sort(compareText)) this.addFolder(folder);
    for (const note of sorted) if (note.kind === 'person') this.addPerson(note);
    this.accounts = [...new Set(this.accountBySlug.values())].sort((a, b) => compareText(a.name, b.name));
    this.people = [...new Set(this.personBySlug.values())].sort((a, b) => compareText(a.name, b.name));
    this.problems = problems;
    this.finder = this.makeFinder(ordinaryWords, settings);
  }

  /** By name, alias or slug, in any case; a wikilink's target or a folder's path by its last segment. */
  accountNamed(name: string): Account | null {
    return (
      this.accountByPath.get(`${name}.md`) ??
      this.accountByPath.get(name) ??
      this.accountBySlug.get(slug(ownSegment(name))) ??
      null
    );
  }

  /** The account in whose folder the note lies, the nearest one. */
  accountOfPlace(path: NotePath): Account | null {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      const account = this.accountByFolder.get(folder);
      if (account) return account;
    }
    return null;
  }

  /** By the part after `@`, or the domains above it: `mail.norvane.example` is Norvane's. */
  accountOfEmail(email: string): Account | null {
    let domain = email.slice(email.indexOf('@') + 1).toLowerCase();
    for (; domain.includes('.'); domain = domain.slice(domain.indexOf('.') + 1)) {
      const account = this.accountByDomain.get(domain);
      if (account) return account;
    }
    return null;
  }

  accountOfPage(path: NotePath): Account | null {
    return this.accountByPath.get(path) ?? null;
  }

  personNamed(name: string): Person | null {
    return this.personBySlug.get(slug(ownSegment(name))) ?? null;
  }

  personOfEmail(email: string | null): Person | null {
    return email === null ? null : (this.personByEmail.get(email.toLowerCase()) ?? null);
  }

  /** An account's own people, by their names. */
  peopleOf(account: Account): readonly Person[] {
    this.peopleByAccount ??= this.groupPeople();
    return this.peopleByAccount.get(account.id) ?? [];
  }

  /** Whose somebody is: their company's, or where none is known, those at whose domains they have an address. */
  accountsOfSomebody(company: string | null, emails: readonly string[]): Account[] {
    const accounts =
      company !== null ? [this.accountNamed(company)] : emails.map((email) => this.accountOfEmail(email));
    return [...new Set(accounts)].filter((account) => account !== null);
  }

  isSelf(name: string): boolean {
    return this.self.has(slug(name));
  }

  isOwnCompany(name: string): boolean {
    return this.ownCompany.has(slug(ownSegment(name)));
  }

  /** Accounts that a text names: whole words in exact case, the longest name first, links by their target. */
  accountsIn(markdown: string): Account[] {
    if (!markdown.includes('[[')) return this.finder.find(markdown);
    const accounts = this.finder.find(markdown.replace(LINK, ' | '));
    for (const link of markdown.matchAll(LINK)) {
      const account = this.accountNamed(link[1] ?? '');
      if (account && !accounts.includes(account)) accounts.push(account);
    }
    return accounts;
  }

  /** The known names nearest to one that is not known, for a message. */
  nearestAccounts(name: string): string[] {
    const wanted = slug(name);
    const scored = this.accounts.map((account) => {
      const own = [account.name, ...account.aliases].map((known) => editDistance(wanted, slug(known)));
      return { name: account.name, distance: Math.min(...own) };
    });
    const near = scored.filter(({ distance }) => distance <= Math.max(2, wanted.length / 2));
    return near
      .sort((a, b) => a.distance - b.distance || compareText(a.name, b.name))
      .slice(0, 3)
      .map((entry) => entry.name);
  }

  private groupPeople(): Map<string, Person[]> {
    const byAccount = new Map<string, Person[]>();
    for (const person of this.people)
      for (const { id } of this.accountsOfSomebody(person.company, person.emails)) addTo(byAccount, id, person);
    return byAccount;
  }

  private addPage(note: Note, problems: Problem[]): void {
    const known = this.accountBySlug.get(slug(note.name));
    if (known) {
      problems.push({
        path: note.path,
        line: null,
        code: 'account-page-twice',
        values: { name: known.name, other: known.path ?? '' },
        message: `This page is left as it is, because ${known.path ?? ''} is already the page of “${known.name}”.`,
        fix: 'Give one of the two another title or type, or move one into an ignored folder.',
      });
      return;
    }
    const { aliases, domains } = note.content;
    const account: Account = { id: slug(note.name), name: note.name, path: note.path, aliases, domains };
    this.accountByPath.set(note.path, account);
    const isFolderNote =
      /^(?:readme|index)$/i.test(baseName(note.path)) ||
      slug(baseName(note.path)) === slug(lastSegment(folderOf(note.path)));
    const own = isFolderNote ? folderOf(note.path) : note.path.slice(0, -3);
    if (own !== '') this.accountByFolder.set(own, account);
    for (const domain of domains) if (!this.accountByDomain.has(domain)) this.accountByDomain.set(domain, account);
    for (const name of [note.name, ...aliases, ...(isFolderNote ? [lastSegment(own)] : [baseName(note.path)])]) {
      // Tags cannot hold “&”, and who writes them leaves the “and” out as often as not.
      for (const key of [slug(name), slug(name).replace(/-and-/g, '-')]) {
        if (key !== '' && !this.accountBySlug.has(key)) this.accountBySlug.set(key, account);
      }
    }
  }

  private addFolder(folder: string): void {
    const known = this.accountByFolder.get(folder) ?? this.accountBySlug.get(slug(lastSegment(folder)));
    const name = lastSegment(folder);
    if (!known && (this.isOwnCompany(name) || slug(name) === '')) return;
    const account = known ?? { id: slug(name), name, path: null, aliases: [], domains: [] };
    this.accountByFolder.set(folder, account);
    if (!known) this.accountBySlug.set(account.id, account);
  }

  private addPerson(note: Note): void {
    const { aliases, role, company, emails } = note.content;
    const person: Person = { name: note.name, path: note.path, aliases, role, company, emails };
    for (const name of [note.name, ...aliases]) {
      if (slug(name) !== '' && !this.personBySlug.has(slug(name))) this.personBySlug.set(slug(name), person);
    }
    for (const email of emails) if (!this.personByEmail.has(email)) this.personByEmail.set(email, person);
  }

  private makeFinder(ordinaryWords: ReadonlySet<string>, settings: Settings): NameFinder<Account> {
    const finder = new NameFinder<Account>(ordinaryWords);
    // People and the own company take their words, so that “Sole Martin” does not name the account Sole.
    for (const person of this.people) for (const name of [person.name, ...person.aliases]) finder.add(name, null);
    for (const name of [...settings.ownCompany, ...settings.ownNames]) finder.add(name, null);
    for (const account of this.accounts)
      for (const name of [account.name, ...account.aliases]) finder.add(name, account);
    return finder;
  }
}

/** `Accounts/Norvane/README` → `Norvane`, `Customers/brightwell foods` → `brightwell foods`. */
function ownSegment(name: string): string {
  const path = name.trim().replace(/\.md$/i, '').replace(/\/+$/, '');
  const last = lastSegment(path);
  return /^(?:readme|index)$/i.test(last) && path.includes('/') ? lastSegment(folderOf(path)) : last;
}

/** Levenshtein, on names short enough for the plain table. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
