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
    private readonly server: Server,
  ) {
    this.ahead = new Map(Object.entries(notes));
  }

  /** Listens for changes before it asks what is there, so that none falls between the two. */
  static async open(token: string): Promise<HttpStore> {
    const server = new Server(token);
    const changes: StoreChange[] = [];
    let tell = (change: StoreChange): unknown => changes.push(change);
    await server.listen((change) => tell(change));
    const served = (await (await server.get('/api/vault')).json()) as ServedVault;
    const notes = (await (await server.get('/api/notes')).json()) as Record<string, string>;
    const store = new HttpStore(served, notes, server);
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
    const response = await this.server.get('/api/vault');
    return ((await response.json()) as ServedVault).entries;
  }

  async stat(path: string): Promise<StoreEntry | null> {
    const response = await this.server.get('/api/stat', { path });
    return (await response.json()) as StoreEntry | null;
  }

  async read(path: string): Promise<string> {
    const known = this.ahead.get(path);
    this.ahead.delete(path);
    if (known !== undefined) return known;
    const response = await this.server.get('/api/file', { path });
    // Not `response.text()`, which would take a byte order mark away.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  }

  async write(path: string, text: string): Promise<StoreEntry> {
    return (await this.post('/api/write', { path }, text)) as StoreEntry;
  }

  async mkdir(path: string): Promise<StoreEntry> {
    return (await this.post('/api/mkdir', { path })) as StoreEntry;
  }

  async rename(path: string, newPath: string): Promise<void> {
    await this.post('/api/rename', { path, to: newPath });
  }

  async remove(path: string): Promise<void> {
    await this.post('/api/remove', { path });
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

  private async post(pathname: string, parameters: Record<string, string>, body = ''): Promise<unknown> {
    this.ahead.clear();
    return (await this.server.post(pathname, parameters, body)).json();
  }
}

/** Asks the server, with the token of the page's address, without which it says nothing of the vault. */
class Server {
  private readonly client = crypto.randomUUID();

  constructor(private readonly token: string) {}

  get(pathname: string, parameters: Record<string, string> = {}): Promise<Response> {
    return this.request(pathname, parameters, {});
  }

  post(pathname: string, parameters: Record<string, string>, body: string): Promise<Response> {
    return this.request(pathname, parameters, { method: 'POST', body });
  }

  /** Resolves once the server tells of every change. */
  listen(tell: (change: StoreChange) => void): Promise<void> {
    // It can send no header.
    const events = new EventSource(address('/api/events', { client: this.client, token: this.token }));
    events.addEventListener('message', ({ data }) => {
      for (const change of JSON.parse(String(data)) as StoreChange[]) tell(change);
    });
    return new Promise((resolve, reject) => {
      events.addEventListener('open', () => {
        resolve();
      });
      events.addEventListener('error', () => {
        reject(
          new Error('The workbench’s server does not answer: start it again, and open the address that it prints.'),
        );
      });
    });
  }

  private async request(pathname: string, parameters: Record<string, string>, options: RequestInit): Promise<Response> {
    const headers = { 'x-workbench-token': this.token, 'x-workbench-client': this.client };
    const response = await window.fetch(address(pathname, parameters), { ...options, headers });
    if (!response.ok) throw new Error((await response.text()).trim());
    return response;
  }
}

function address(pathname: string, parameters: Record<string, string>): string {
  return `${pathname}?${new URLSearchParams(parameters).toString()}`;
}
