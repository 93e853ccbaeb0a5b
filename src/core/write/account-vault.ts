import { AccountGraph } from '../link/account-graph.ts';
import type { Account } from '../link/directory.ts';
import { readNote, readingRules } from '../parse/read-note.ts';
import type { ReadingRules } from '../parse/read-content.ts';
import type { PlainDate } from '../plain-date.ts';
import { compareProblems, type Problem } from '../problem.ts';
import type { ParseYaml } from '../read/front-matter.ts';
import type { Settings } from '../settings.ts';
import { compareText, type NotePath, type VaultHost } from '../vault.ts';
import { planPage, type PagePlan } from './plan-page.ts';

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

  constructor(
    private readonly host: VaultHost,
    private readonly settings: Settings,
    parseYaml: ParseYaml,
  ) {
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

  /** Brings the pages of `accounts` up to date; with `write` false only says what would change. */
  async rebuild(accounts: readonly Account[], today: PlainDate, write: boolean): Promise<Rebuild> {
    const pages: RebuiltPage[] = [];
    const problems: Problem[] = [...this.graph.problems(), ...this.unreadable.values()];
    for (const account of [...accounts].sort((a, b) => compareText(a.name, b.name))) {
      if (account.path === null) continue;
      try {
        const page = await this.rebuildPage(account, account.path, today, write);
        pages.push(page);
        problems.push(...page.problems);
      } catch (error) {
        problems.push(notWritten(account.path, error));
      }
    }
    return { pages, problems: withoutRepeats(problems.sort(compareProblems)) };
  }

  private async rebuildPage(account: Account, path: NotePath, today: PlainDate, write: boolean): Promise<RebuiltPage> {
    let plan: PagePlan | null = null;
    const edit = (text: string): string => {
      plan = planPage(account, text, this.graph, this.settings, today);
      return write ? plan.after : text;
    };
    // Reading first keeps a page that needs no change from being opened for writing at all.
    const current = await this.host.read(path);
    edit(current);
    const first = plan as PagePlan | null;
    if (first && first.after !== first.before && write) await this.host.process(path, edit);
    const done = plan as PagePlan | null;
    if (!done) throw new Error('The page could not be planned.');
    return { ...done, account, changed: done.after !== done.before };
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
