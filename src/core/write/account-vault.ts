import { composePage, type ComposedPage } from '../compose/account-page.ts';
import { Recollections } from '../compose/recollections.ts';
import { AccountGraph } from '../link/account-graph.ts';
import type { Account } from '../link/directory.ts';
import type { Note, NoteContent, ParsedNote } from '../parse/note.ts';
import { placeNote, readNote, readingRules, textHash, type ReadingRules } from '../parse/read-note.ts';
import type { PlainDate } from '../plain-date.ts';
import { compareProblems, type Problem } from '../problem.ts';
import type { ParseYaml } from '../read/front-matter.ts';
import { reasonOf } from '../reason-of.ts';
import type { Settings } from '../settings.ts';
import { compareText, type NotePath, type VaultHost } from '../vault.ts';
import { keptEdits, withSettled, type KeptEdit } from './kept-edits.ts';
import { NoteWriter, type ChangeHistory } from './note-writer.ts';
import { planPage, type PagePlan } from './plan-page.ts';
import { withRestored, type RemovedLine } from './removed-lines.ts';

export interface RebuiltPage extends PagePlan {
  readonly account: Account;
  readonly changed: boolean;
}

export interface Rebuild {
  readonly pages: readonly RebuiltPage[];
  readonly problems: readonly Problem[];
}

/** Gives others a turn. */
export type Pause = () => Promise<unknown>;

/** In bytes. A day's talk has less than a tenth of it; of more, reading takes minutes and gigabytes. */
const LARGEST_NOTE = 10_000_000;
/** How many notes are linked between two pauses. */
const LINKED_AT_ONCE = 20;

/** What happened to notes since they were read. */
export interface NoteChanges {
  readonly written: readonly NotePath[];
  readonly gone: readonly NotePath[];
  /** What was parsed of some of them before: where the text is still the same, nothing happened. */
  readonly known?: ReadonlyMap<NotePath, ParsedNote>;
}

/** What notes that were changed feed, and what they say now. */
export interface Followed {
  /** That one of the notes fed before or feeds now, each once. */
  readonly accounts: readonly Account[];
  /** Of the notes that were read. */
  readonly parsed: ReadonlyMap<NotePath, ParsedNote>;
}

/** The pipeline over one vault: reads notes into the graph, and brings pages up to date from it. */
export class AccountVault {
  readonly graph: AccountGraph;
  private readonly rules: ReadingRules;
  private readonly unreadable = new Map<NotePath, Problem>();
  private readonly writer: NoteWriter;
  private readonly memory = new Recollections();

  /** `history` keeps what stood on a page before it was written; without one a rebuild cannot be undone. */
  constructor(
    private readonly host: VaultHost,
    private readonly settings: Settings,
    parseYaml: ParseYaml,
    history: ChangeHistory | null = null,
  ) {
    this.writer = new NoteWriter(host, history);
    this.graph = new AccountGraph(settings);
    this.rules = readingRules(settings, parseYaml);
  }

  /** Reads every note. `progress` hears how many of how many are read. A note that cannot be read, or is too large, is a problem. */
  async readAll(progress?: (done: number, all: number) => void): Promise<void> {
    const paths = await this.host.list();
    for (const [index, path] of paths.entries()) {
      await this.take(path, (text) => readNote(path, text, this.rules));
      progress?.(index + 1, paths.length);
    }
  }

  /**
   * Reads one note anew, or forgets it where it is gone. `known` was parsed of it before, and is taken over where its
   * text is still the same. Resolves to what is known of it now; null where it cannot be.
   */
  async read(path: NotePath, known: ParsedNote | null = null): Promise<ParsedNote | null> {
    let hash = '';
    const note = await this.take(path, (text) => {
      hash = textHash(text);
      return known?.hash === hash ? placeNote(path, known.content, this.settings) : readNote(path, text, this.rules);
    });
    return note && { hash, content: note.content };
  }

  private async take(path: NotePath, parse: (text: string) => Note): Promise<Note | null> {
    this.unreadable.delete(path);
    try {
      const size = await this.host.sizeOf(path);
      if (size > LARGEST_NOTE) return this.leaveOut(path, tooLarge(path, size));
      const note = parse(await this.host.read(path));
      this.graph.put(note);
      return note;
    } catch (error) {
      return this.leaveOut(path, unreadable(path, error));
    }
  }

  private leaveOut(path: NotePath, problem: Problem): null {
    this.graph.remove(path);
    this.unreadable.set(path, problem);
    return null;
  }

  /** Takes over what was parsed of a note before, without looking at its text. */
  add(path: NotePath, content: NoteContent): void {
    this.unreadable.delete(path);
    this.graph.put(placeNote(path, content, this.settings));
  }

  /** Takes over what became of notes. `pause` is called between small steps, so that a host need not block. */
  async follow({ written, gone, known }: NoteChanges, pause: Pause = () => Promise.resolve()): Promise<Followed> {
    const paths = new Set([...written, ...gone]);
    const before = new Map([...paths].map((path) => [path, this.accountsOf(path)]));
    const parsed = new Map<NotePath, ParsedNote>();
    for (const path of written) {
      const earlier = known?.get(path);
      const note = await this.read(path, earlier);
      if (note) parsed.set(path, note);
      if (note && note.content === earlier?.content) paths.delete(path);
      await pause();
    }
    for (const path of gone) this.forget(path);
    while (this.graph.linkSome(LINKED_AT_ONCE)) await pause();
    const touched = new Set(
      [...paths].flatMap((path) => [...(before.get(path) ?? []), ...this.accountsOf(path)]).map(({ id }) => id),
    );
    return { accounts: this.graph.accounts().filter(({ id }) => touched.has(id)), parsed };
  }

  forget(path: NotePath): void {
    this.unreadable.delete(path);
    this.graph.remove(path);
  }

  /** The accounts whose pages a note feeds, and the one whose page it is. */
  accountsOf(path: NotePath): Account[] {
    const page = this.graph.accountOfPage(path);
    const linked = this.graph.linksOf(path).links.map(({ account }) => account);
    return page ? [page, ...linked] : linked;
  }

  /** Brings the pages of `accounts` up to date, and says what is wrong with the vault. `run` as in `rebuildPages`. */
  async rebuild(accounts: readonly Account[], today: PlainDate, run: string | null): Promise<Rebuild> {
    const { pages, problems } = await this.rebuildPages(accounts, today, run);
    return { pages, problems: withoutRepeats([...this.problems(), ...problems].sort(compareProblems)) };
  }

  /**
   * Brings the pages of `accounts` up to date; the problems are only of these pages. `run` names this rebuild for undo;
   * null only says what would change. `next` is asked before each page whether to go on.
   */
  async rebuildPages(
    accounts: readonly Account[],
    today: PlainDate,
    run: string | null,
    next: (done: number) => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<Rebuild> {
    const pages: RebuiltPage[] = [];
    const problems: Problem[] = [];
    for (const [done, account] of [...accounts].sort((a, b) => compareText(a.name, b.name)).entries()) {
      if (!(await next(done))) break;
      if (account.path === null) continue;
      try {
        const page = await this.rebuildPage(account, account.path, today, run);
        pages.push(page);
        problems.push(...page.problems);
      } catch (error) {
        problems.push(notWritten(account.path, error));
      }
    }
    return { pages, problems: withoutRepeats(problems.sort(compareProblems)) };
  }

  /** What is wrong with the notes. What is wrong with a page is known where it is rebuilt. */
  problems(): Problem[] {
    return [...this.graph.problems(), ...this.unreadable.values()].sort(compareProblems);
  }

  /** Puts lines that a person removed back on an account's page. Rejects where the page cannot be written. */
  async restore(account: Account, lines: readonly RemovedLine[], today: PlainDate, run: string): Promise<void> {
    if (account.path === null) return;
    await this.writer.change(account.path, run, (text) => {
      const restored = withRestored(this.plan(account, text, today), lines);
      return this.plan(account, restored, today);
    });
  }

  /** Lines of a page that a person edited and whose notes were reworded since. */
  keptEdits(plan: PagePlan): KeptEdit[] {
    return keptEdits(plan, (target) => this.graph.resolveLink(target));
  }

  /** Settles such an edit, by the person's line or the newer one. Rejects where the page cannot be written. */
  async settle(account: Account, edit: KeptEdit, use: 'mine' | 'newer', today: PlainDate, run: string): Promise<void> {
    if (account.path === null) return;
    await this.writer.change(account.path, run, (text) => {
      const plan = this.plan(account, text, today);
      const settled = withSettled(plan, edit, use, (target) => this.graph.resolveLink(target));
      return { ...this.plan(account, settled, today), before: text };
    });
  }

  /** What the account's page is to say. */
  compose(account: Account, today: PlainDate): ComposedPage {
    return composePage(account, this.graph, this.settings, today, this.memory);
  }

  /** What a rebuild would make of a page with this text. */
  plan(account: Account, text: string, today: PlainDate): PagePlan {
    return planPage(account, text, this.graph, this.settings, today, this.memory);
  }

  private async rebuildPage(
    account: Account,
    path: NotePath,
    today: PlainDate,
    run: string | null,
  ): Promise<RebuiltPage> {
    const plan =
      run === null
        ? this.plan(account, await this.host.current(path), today)
        : await this.writer.change(path, run, (text) => this.plan(account, text, today));
    return { ...plan, account, changed: plan.after !== plan.before };
  }
}

/** What stands in the way of reading a note, in the words of the system. */
function unreadable(path: NotePath, error: unknown): Problem {
  return {
    path,
    line: null,
    code: 'note-unreadable',
    values: { reason: reasonOf(error) },
    message: `The note is left out, because it could not be read: ${reasonOf(error)}`,
    fix: 'Check that the file is there, downloaded and readable, then rebuild.',
  };
}

function tooLarge(path: NotePath, size: number): Problem {
  const [megabytes, most] = [Math.ceil(size / 1_000_000), LARGEST_NOTE / 1_000_000];
  return {
    path,
    line: null,
    code: 'note-too-large',
    values: { megabytes, most },
    message: `The note is left out, because it has ${String(megabytes)} MB, and reading more than ${String(most)} MB would hold up everything else.`,
    fix: 'Split it into several notes, or move what is no text, such as embedded pictures, to files of its own.',
  };
}

function notWritten(path: NotePath, error: unknown): Problem {
  return {
    path,
    line: null,
    code: 'page-not-written',
    values: { why: 'failed', reason: reasonOf(error) },
    message: `The page stands as it was, because it could not be written: ${reasonOf(error)}`,
    fix: 'Check that the file may be written and the disk has room, then rebuild.',
  };
}

function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify([problem.path, problem.line, problem.code, problem.message]);
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
