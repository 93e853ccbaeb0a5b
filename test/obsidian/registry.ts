/** Things under ids that nobody else may take while they are there. */
export class Registry<T> {
  private readonly entries = new Map<string, T>();

  /** `kind` is what an error calls the things. */
  constructor(private readonly kind: string) {}

  /** Returns how to take it out again. Throws where the id is taken. */
  add(id: string, value: T): () => void {
    if (this.entries.has(id)) throw new Error(`There is a ${this.kind} “${id}” already.`);
    this.entries.set(id, value);
    return () => {
      this.entries.delete(id);
    };
  }

  get(id: string): T | null {
    return this.entries.get(id) ?? null;
  }

  ids(): string[] {
    return [...this.entries.keys()];
  }
}
