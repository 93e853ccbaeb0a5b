/** Where a command prints, and what day it is: all that it knows of the machine beside the vault. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** One line that is overwritten by the next; '' takes it away. Only on a terminal. */
  progress(text: string): void;
  /** `YYYY-MM-DD` by the machine's clock and time zone. */
  today(): string;
  /** The moment, such that later ones sort after earlier ones; it names a run for undo and shows on no page. */
  now(): string;
}

/** Characters that a terminal takes for orders or that turn text around, but for tabs and the ends of lines. */
const ORDERS = /(?![\t\n]|\r\n)[\p{Cc}\p{Bidi_Control}]/gu;

/**
 * Names and notes come from anybody, and a terminal obeys what it is shown. Such characters are shown by their numbers,
 * as in `\u001b`, which in JSON means the same as the character.
 */
function withoutOrders(text: string): string {
  return text.replace(ORDERS, (order) => `\\u${order.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  let lastProgress = 0;
  return {
    out: (text) => void process.stdout.write(`${withoutOrders(text)}\n`),
    err: (text) => void process.stderr.write(`${withoutOrders(text)}\n`),
    progress: (text) => {
      if (!process.stderr.isTTY) return;
      const now = Date.now();
      if (text !== '' && now - lastProgress < 100) return;
      lastProgress = now;
      process.stderr.write(`\r\u001b[K${text}`);
    },
    now: () => new Date().toISOString(),
    today: () => {
      const now = new Date();
      const two = (part: number) => String(part).padStart(2, '0');
      return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    },
  };
}
