import { AccountGraph } from '../link/account-graph.ts';
import type { Account } from '../link/directory.ts';
import { readNote, readingRules } from '../parse/read-note.ts';
import type { ReadingRules } from '../parse/read-content.ts';
import type { PlainDate } from '../plain-date.ts';
import { compareProblems, type Problem } from '../problem.ts';
import type { ParseYaml } from '../read/front-matter.ts';
import type { Settings } from '../settings.ts';
import { compareText, type NotePath, type VaultHost } from '../vault.ts';
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

/**
 * The pipeline over one vault: reads notes into the graph, and brings pages up to date from it. The only part of the
 * core that asks a host to write.
 */
export class AccountVault {
  readonly graph: AccountGraph;
  private readonly rules: ReadingRules;
  private readonly unreadable = new Map<NotePath, Problem>();
  private readonly writer: NoteWriter;

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

  /** Reads every note. `progress` hears how many of how many are read. A note that cannot be read is a problem. */
  async readAll(progress?: (done: number, all: number) => void): Promise<void> {
    const paths = await this.host.list();
    for (const [index, path] of paths.entries()) {
      await this.read(path);
      progress?.(index + 1, paths.length);
    }
  }

  /** Reads one note anew, or forgets it where it is gone. */
  async read(path: NotePath): Promise<void> {
    this.unreadable.delete(path);
    try {
      this.graph.put(readNote(path, await this.host.read(path), this.rules));
    } catch (error) {
      this.graph.remove(path);
      this.unreadable.set(path, unreadable(path, error));
    }
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

  /** Brings the pages of `accounts` up to date. `run` names this rebuild for undo; null only says what would change. */
  async rebuild(accounts: readonly Account[], today: PlainDate, run: string | null): Promise<Rebuild> {
    const pages: RebuiltPage[] = [];
    let problems: readonly Problem[] = [...this.graph.problems(), ...this.unreadable.values()];
    for (const account of [...accounts].sort((a, b) => compareText(a.name, b.name))) {
      if (account.path === null) continue;
      try {
        const page = await this.rebuildPage(account, account.path, today, run);
        pages.push(page);
        problems = problems.concat(page.problems);
      } catch (error) {
        problems = [...problems, notWritten(account.path, error)];
      }
    }
    return { pages, problems: withoutRepeats([...problems].sort(compareProblems)) };
  }

  /** Puts lines that a person removed back on an account's page. Rejects where the page cannot be written. */
  async restore(account: Account, lines: readonly RemovedLine[], today: PlainDate, run: string): Promise<void> {
    if (account.path === null) return;
    await this.writer.change(account.path, run, (text) => {
      const restored = withRestored(this.plan(account, text, today), lines);
      return this.plan(account, restored, today);
    });
  }

  /** What a rebuild would make of a page with this text. */
  plan(account: Account, text: string, today: PlainDate): PagePlan {
    return planPage(account, text, this.graph, this.settings, today);
  }

  private async rebuildPage(
    account: Account,
    path: NotePath,
    today: PlainDate,
    run: string | null,
  ): Promise<RebuiltPage> {
    const plan =
      run === null
        ? this.plan(account, await this.host.read(path), today)
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
    message: `The note is left out, because it could not be read: ${reason(error)}`,
    fix: 'Check that the file is there, downloaded and readable, then rebuild.',
  };
}

function notWritten(path: NotePath, error: unknown): Problem {
  return {
    path,
    line: null,
    code: 'page-not-written',
    message: `The page stands as it was, because it could not be written: ${reason(error)}`,
    fix: 'Check that the file may be written and the disk has room, then rebuild.',
  };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify([problem.path, problem.line, problem.code, problem.message]);
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
