import type { PluginManifest } from 'obsidian';
import type { Store, StoreChange, StoreEntry } from '../../obsidian/store.ts';

/** What the server says of the vault it serves. */
export interface ServedVault {
  readonly name: string;
  readonly writable: boolean;
  readonly today: string;
  /** The page is looked at on the machine that serves it. */
  readonly mac: boolean;
  readonly plugins: readonly PluginManifest[];
  readonly entries: readonly StoreEntry[];
}

/** A vault's files behind the workbench's server. */
export class HttpStore implements Store {
  private readonly listeners = new Set<(change: StoreChange) => void>();
  /** What happened before anybody listened. */
  private readonly missed: StoreChange[] = [];
  /** The texts of notes that were not read yet; gone once they are used, or may be old. */
  private readonly ahead: Map<string, string>;

  private constructor(
    readonly served: ServedVault,
    notes: Readonly<Record<string, string>>,
    private readonly token: string,
    private readonly client: string,
  ) {
    this.ahead = new Map(Object.entries(notes));
  }

  /** Listens for changes before it asks what is there, so that none falls between the two. */
  static async open(token: string): Promise<HttpStore> {
    const client = crypto.randomUUID();
    const changes: StoreChange[] = [];
    let tell = (change: StoreChange): unknown => changes.push(change);
    await listen(client, (change) => tell(change));
    const served = (await (await request('/api/vault')).json()) as ServedVault;
    const notes = (await (await request('/api/notes')).json()) as Record<string, string>;
    const store = new HttpStore(served, notes, token, client);
    tell = (change) => {
      store.changed(change);
    };
    for (const change of changes) store.changed(change);
    return store;
  }

  get name(): string {
    return this.served.name;
  }

  async list(): Promise<readonly StoreEntry[]> {
    const response = await request('/api/vault');
    return ((await response.json()) as ServedVault).entries;
  }

  async stat(path: string): Promise<StoreEntry | null> {
    const response = await request(address('/api/stat', { path }));
    return (await response.json()) as StoreEntry | null;
  }

  async read(path: string): Promise<string> {
    const known = this.ahead.get(path);
    this.ahead.delete(path);
    if (known !== undefined) return known;
    const response = await request(address('/api/file', { path }));
    // Not `response.text()`, which would take a byte order mark away.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  }

  async write(path: string, text: string): Promise<StoreEntry> {
    return (await this.post(address('/api/write', { path }), text)) as StoreEntry;
  }

  async mkdir(path: string): Promise<StoreEntry> {
    return (await this.post(address('/api/mkdir', { path }))) as StoreEntry;
  }

  async rename(path: string, newPath: string): Promise<void> {
    await this.post(address('/api/rename', { path, to: newPath }));
  }

  async remove(path: string): Promise<void> {
    await this.post(address('/api/remove', { path }));
  }

  /** The server leaves out what this page wrote itself. */
  watch(listener: (change: StoreChange) => void): () => void {
    this.listeners.add(listener);
    for (const change of this.missed.splice(0)) listener(change);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private changed(change: StoreChange): void {
    this.ahead.delete(change.path);
    if (this.listeners.size === 0) this.missed.push(change);
    for (const listener of this.listeners) listener(change);
  }

  private async post(url: string, body = ''): Promise<unknown> {
    this.ahead.clear();
    const headers = { 'x-workbench-token': this.token, 'x-workbench-client': this.client };
    const response = await request(url, { method: 'POST', headers, body });
    return await response.json();
  }
}

/** Resolves once the server tells of every change. */
function listen(client: string, tell: (change: StoreChange) => void): Promise<void> {
  const events = new EventSource(address('/api/events', { client }));
  events.addEventListener('message', ({ data }) => {
    for (const change of JSON.parse(String(data)) as StoreChange[]) tell(change);
  });
  return new Promise((resolve, reject) => {
    events.addEventListener('open', () => {
      resolve();
    });
    events.addEventListener('error', () => {
      reject(new Error('The workbench’s server does not answer: start it again.'));
    });
  });
}

function address(pathname: string, parameters: Record<string, string>): string {
  return `${pathname}?${new URLSearchParams(parameters).toString()}`;
}

async function request(url: string, options: RequestInit = {}): Promise<Response> {
  const response = await window.fetch(url, options);
  if (!response.ok) throw new Error((await response.text()).trim());
  return response;
}
