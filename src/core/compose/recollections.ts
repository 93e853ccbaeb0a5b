interface Recollection {
  readonly key: string;
  readonly result: readonly number[];
}

/**
 * What comparing the lines of an account came to the last time, in positions: a saved note changes one list of a page,
 * and the others need no comparing again. Kept for every account that was composed, at some bytes a line.
 */
export class Recollections {
  private readonly bySubject = new Map<string, Recollection>();

  /** The result for `subject`, worked out anew unless it was for the same `key`, which holds all that it depends on. */
  recall(subject: string, key: string, workOut: () => readonly number[]): readonly number[] {
    const known = this.bySubject.get(subject);
    if (known?.key === key) return known.result;
    const result = workOut();
    this.bySubject.set(subject, { key, result });
    return result;
  }
}
