import { readWording, type Wording } from './wording.ts';

/** As many as the pages of some dozens of accounts have lines: more would cost memory for accounts that nobody is at. */
const MOST = 4_000;

/** Reads lines, and remembers what was read of those that were asked for last: a saved note changes few of a page's. */
export class KnownWordings {
  private recent = new Map<string, Wording>();
  private earlier = new Map<string, Wording>();

  read(text: string): Wording {
    const known = this.recent.get(text);
    if (known) return known;
    const wording = this.earlier.get(text) ?? readWording(text);
    if (this.recent.size >= MOST) {
      this.earlier = this.recent;
      this.recent = new Map();
    }
    this.recent.set(text, wording);
    return wording;
  }
}
