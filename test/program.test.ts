import { describe, expect, it } from 'vitest';
import { run } from '../src/cli/program.mts';
import type { Terminal } from '../src/cli/terminal.mts';

describe('a failure that no command knows of', () => {
  it('ends with 2 and a sentence', async () => {
    const said: string[] = [];
    const terminal: Terminal = {
      out: (text) => void said.push(text),
      err: (text) => void said.push(text),
      progress: () => undefined,
      today: () => {
        throw new RangeError('the clock stands still');
      },
      now: () => '',
    };
    expect(await run(['accounts', '.'], terminal, new AbortController().signal)).toBe(2);
    expect(said).toEqual([
      'The command stopped, because something happened that it does not know of: the clock stands still. Every page is whole, old or new. Run the command again; if it stops again, report this sentence.',
    ]);
  });
});
