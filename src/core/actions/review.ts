import type { AccountGraph } from '../link/account-graph.ts';
import type { Account } from '../link/directory.ts';
import { compareProblems, type Problem } from '../problem.ts';
import type { NotePath } from '../vault.ts';
import type { KeptEdit } from '../write/kept-edits.ts';
import type { PagePlan } from '../write/plan-page.ts';
import { removedLines, type RemovedLine } from '../write/removed-lines.ts';

/** What of an account a person may want to look at. */
export interface Review {
  /** Notes that contradict each other. */
  readonly disagreements: readonly Problem[];
  /** Lines of the page that a person edited, and whose notes say it otherwise by now. */
  readonly edits: readonly KeptEdit[];
  /** What a person took off the page and could have back. */
  readonly removed: readonly RemovedLine[];
  /** Of the page and of the notes that feed it. */
  readonly problems: readonly Problem[];
}

/** `plan` is of the account's page as it stands; `edits` are those of the plan, `all` the problems of all notes. */
export function reviewOf(
  account: Account,
  plan: PagePlan,
  edits: readonly KeptEdit[],
  all: readonly Problem[],
  graph: AccountGraph,
): Review {
  const paths = new Set<NotePath | null>([account.path]);
  for (const { notes } of graph.meetingsOf(account)) for (const { note } of notes) paths.add(note.path);
  const isDisagreement = ({ code }: Problem) => code === 'disagreement';
  const ofNotes = all.filter(({ path }) => paths.has(path));
  return {
    disagreements: plan.problems.filter(isDisagreement),
    edits,
    removed: removedLines(plan),
    problems: [...plan.problems.filter((problem) => !isDisagreement(problem)), ...ofNotes].sort(compareProblems),
  };
}

/** How many things there are to look at. */
export function reviewCount({ disagreements, edits, removed, problems }: Review): number {
  return disagreements.length + edits.length + removed.length + problems.length;
}
