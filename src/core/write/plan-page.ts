import { composePage, type ComposedPage } from '../compose/account-page.ts';
import { Recollections } from '../compose/recollections.ts';
import type { AccountGraph } from '../link/account-graph.ts';
import type { Account } from '../link/directory.ts';
import { mergePage, type SectionChange } from '../merge/merge-page.ts';
import { isPersonName } from '../parse/people-lines.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Problem } from '../problem.ts';
import type { SectionId, Settings } from '../settings.ts';
import type { NotePath } from '../vault.ts';

/** What a rebuild would make of a page. */
export interface PagePlan {
  readonly path: NotePath;
  readonly composed: ComposedPage;
  readonly before: string;
  readonly after: string;
  readonly sections: readonly SectionChange[];
  /** Sections that a person took off the page with their headings. */
  readonly absent: readonly SectionId[];
  readonly problems: readonly Problem[];
}

/** An account's page as it stands → as it is to be. Writes nothing; the same input gives the same bytes. */
export function planPage(
  account: Account,
  page: string,
  graph: AccountGraph,
  settings: Settings,
  today: PlainDate,
  memory: Recollections = new Recollections(),
): PagePlan {
  const path = account.path ?? '';
  const composed = composePage(account, graph, settings, today, memory);
  const tags = graph.get(path)?.content.tags ?? [];
  const generatedPage = tags.some((tag) => tag.toLowerCase() === 'generated');
  const resolve = (target: string) => graph.resolveLink(target);
  const isNobody = (name: string) => graph.directory().isSelf(name) || !isPersonName(name);
  const merged = mergePage({ path, page, composed, generatedPage, resolve, isNobody });
  const problems = [...merged.problems, ...disagreementsOf(composed), ...futureContact(path, graph, today)];
  const { text: after, sections, absent } = merged;
  return { path, composed, before: page, after, sections, absent, problems };
}

function disagreementsOf({ disagreements, account }: ComposedPage): Problem[] {
  return disagreements.flatMap(({ newer, older }) => {
    const [now, then] = [newer.sayings[0], older.sayings[0]];
    if (!now || !then) return [];
    return [
      {
        path: now.path,
        line: now.item.line,
        code: 'disagreement' as const,
        values: {
          name: account.name,
          newer: newer.text,
          older: older.text,
          where: `${then.path}:${String(then.item.line)}`,
        },
        message: `Two notes about ${account.name} disagree, because they differ only in a number, date or negation: “${newer.text}” here, “${older.text}” in ${then.path}:${String(then.item.line)}.`,
        fix: 'If the newer line holds and the page shows both, remove the older one there; it then stays away.',
      },
    ];
  });
}

function futureContact(path: NotePath, graph: AccountGraph, today: PlainDate): Problem[] {
  const stands = graph.get(path)?.content.lastContact ?? null;
  if (stands === null || !/^\d{4}-\d{2}-\d{2}$/.test(stands) || stands <= today) return [];
  return [
    {
      path,
      line: 1,
      code: 'last-contact-future',
      values: { day: stands },
      message: `last_contact stays at ${stands}, because it lies after today and is never moved back.`,
      fix: 'Set it to the day of the last meeting, if that day is wrong.',
    },
  ];
}
