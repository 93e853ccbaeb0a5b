import { followedActions, lastContact, type AccountActions, type OpenItem } from '../core/actions/account-actions.ts';
import type { ComposedSection } from '../core/compose/account-page.ts';
import { compareActionItems } from '../core/compose/action-items.ts';
import type { Account } from '../core/link/directory.ts';
import type { PlainDate } from '../core/plain-date.ts';
import type { AccountIndex } from './account-index.ts';
import { breather } from './breather.ts';
import type { AccountPagesApi, ApiAccount, ApiListener, ApiOpenItem, ApiPage, ApiSection } from './plugin-api.ts';

type Described = ReadonlyMap<string, AccountActions>;

/**
 * Answers other plugins, and tells them of changes. All answers come from one state that is brought up to date when
 * somebody asks or listens, so that whoever listens hears of every change of what an answer said.
 */
export class OfferedApi {
  /** Frozen, so that no plugin can put something else in for others. */
  readonly api: AccountPagesApi = Object.freeze<AccountPagesApi>({
    apiVersion: 1,
    accounts: () => this.accounts(),
    account: (name) => this.account(name),
    accountsOfNote: (path) => this.accountsOfNote(path),
    page: (account) => this.page(account),
    openItems: (account) => this.openItems(account),
    onAccountsChange: (listener) => this.listen(this.accountListeners, listener),
    onOpenItemsChange: (listener) => this.listen(this.itemListeners, listener),
  });
  /** By the account's id; null before somebody asked. */
  private described: Described | null = null;
  private describing: Promise<Described> = Promise.resolve(new Map());
  private readonly accountListeners = new Set<{ readonly hear: ApiListener }>();
  private readonly itemListeners = new Set<{ readonly hear: ApiListener }>();
  private readonly stop: () => void;
  private isClosed = false;

  constructor(private readonly index: AccountIndex) {
    this.stop = index.onUpdate(() => {
      this.follow();
    });
  }

  close(): void {
    this.isClosed = true;
    this.stop();
    this.accountListeners.clear();
    this.itemListeners.clear();
  }

  private async accounts(): Promise<readonly ApiAccount[]> {
    const described = await this.current();
    return frozen([...described.values()].map((actions) => accountFor(actions, this.index.today())));
  }

  private async account(name: string): Promise<ApiAccount | null> {
    const described = await this.current();
    return this.pick(described, this.index.graph.accountNamed(String(name)))[0] ?? null;
  }

  private async accountsOfNote(path: string): Promise<readonly ApiAccount[]> {
    const described = await this.current();
    return frozen(this.index.vault.accountsOf(String(path)).flatMap((account) => this.pick(described, account)));
  }

  private async page(name: string): Promise<ApiPage | null> {
    await this.current();
    const { graph, vault } = this.index;
    const account = graph.accountNamed(String(name));
    if (!account) return null;
    const { sections } = vault.compose(account, this.index.today());
    return frozen({ account: account.name, path: account.path, sections: sections.map(sectionFor) });
  }

  private async openItems(name?: string): Promise<readonly ApiOpenItem[]> {
    const described = await this.current();
    const account = name === undefined ? null : this.index.graph.accountNamed(String(name));
    if (name !== undefined && !account) return frozen([]);
    const wanted = [...described.values()].filter((actions) => !account || actions.account.id === account.id);
    const items = wanted.flatMap((actions) => actions.items);
    return frozen(items.sort((a, b) => compareActionItems(a.item, b.item)).map((item) => itemFor(item)));
  }

  private pick(described: Described, account: Account | null): ApiAccount[] {
    const actions = account && described.get(account.id);
    return actions ? [frozen(accountFor(actions, this.index.today()))] : [];
  }

  /** The same function may listen twice, and each time stops alone. */
  private listen(listeners: Set<{ readonly hear: ApiListener }>, hear: ApiListener): () => void {
    const listener = { hear };
    if (!this.isClosed) listeners.add(listener);
    this.follow();
    return () => {
      listeners.delete(listener);
    };
  }

  /** Nobody who asks later needs what happens while nobody listens. */
  private follow(): void {
    if (this.accountListeners.size + this.itemListeners.size === 0) return;
    this.current().catch((error: unknown) => {
      if (!this.isClosed) console.warn('Account Pages could not tell other plugins what has changed:', error);
    });
  }

  /** One after the other, so that every change is told once. */
  private current(): Promise<Described> {
    const next = () => this.describe();
    this.describing = this.describing.then(next, next);
    return this.describing;
  }

  private async describe(): Promise<Described> {
    this.expectOpen();
    await this.index.whenCurrent();
    const pause = breather();
    const before = this.described;
    const steps = followedActions(before ?? new Map(), this.index.graph, this.index.settings);
    let step = steps.next();
    for (; !step.done; step = steps.next()) await pause();
    this.expectOpen();
    const after = step.value;
    this.described = after;
    if (before) {
      tell(this.accountListeners, await differing(before, after, summaryOf, pause));
      tell(this.itemListeners, await differing(before, after, itemsOf, pause));
    }
    return after;
  }

  private expectOpen(): void {
    if (this.isClosed) throw new Error('Account Pages was switched off; ask the app for it anew.');
  }
}

function accountFor(actions: AccountActions, today: PlainDate): ApiAccount {
  const { account, items, madeOf } = actions;
  return {
    name: account.name,
    page: account.path,
    aliases: [...account.aliases],
    lastContact: lastContact(actions, today),
    meetings: madeOf.meetings.length,
    openItems: items.length,
  };
}

function itemFor({ item, owners, since }: OpenItem): ApiOpenItem {
  const { account, text, due, priority, status, recurrence, places } = item;
  return {
    account: account.name,
    text,
    owners: owners.map(({ name, isMe }) => ({ name, isMe })),
    due,
    priority,
    status,
    recurrence,
    since,
    places: places.map(({ path, line }) => ({ path, line })),
  };
}

function sectionFor({ id, heading, lines, rows }: ComposedSection): ApiSection {
  const asRows = rows?.map(({ markdown, cells }) => ({ markdown, cells: Object.fromEntries(cells) }));
  return { id, heading, lines: asRows ?? lines.map(({ markdown }) => ({ markdown, cells: null })) };
}

/** All that an answer says of an account, on any day. */
function summaryOf(actions: AccountActions | undefined): string {
  return actions === undefined ? '' : JSON.stringify([accountFor(actions, ''), actions.contacts]);
}

/** An account that is not there has nothing open either. */
function itemsOf(actions: AccountActions | undefined): string {
  return JSON.stringify((actions?.items ?? []).map((item) => itemFor(item)));
}

/** The names of accounts of which both states do not say the same. */
async function differing(
  before: Described,
  after: Described,
  read: (actions: AccountActions | undefined) => string,
  pause: () => Promise<void>,
): Promise<string[]> {
  const names: string[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id), after.get(id)];
    if (was === is) continue;
    if (read(was) !== read(is)) names.push((is ?? was)?.account.name ?? id);
    await pause();
  }
  return names;
}

/** A listener that fails is its plugin's matter, and keeps nothing from others. */
function tell(listeners: ReadonlySet<{ readonly hear: ApiListener }>, accounts: readonly string[]): void {
  if (accounts.length === 0) return;
  for (const { hear } of [...listeners]) {
    try {
      hear(frozen([...accounts]));
    } catch (error) {
      console.error('A plugin that listens to Account Pages failed:', error);
    }
  }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
