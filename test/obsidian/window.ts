import { vi } from 'vitest';
import { inertElement } from './inert-element.ts';
import { createMoment } from './moment.ts';

/**
 * Imported first by tests of code that runs in the app: puts a `window` in place, of timers, `moment` and storage. Its
 * timers look up Node's at each call, so that simulated time drives them.
 */
const stored = new Map<string, string>();

vi.stubGlobal('window', {
  setTimeout: (call: () => void, delay?: number) => Number(setTimeout(call, delay)),
  clearTimeout: (timer?: number) => {
    clearTimeout(timer);
  },
  setInterval: (call: () => void, delay?: number) => Number(setInterval(call, delay)),
  clearInterval: (timer?: number) => {
    clearInterval(timer);
  },
  moment: createMoment(() => new Date()),
  localStorage: {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  },
});

for (const maker of ['createDiv', 'createEl', 'createSpan', 'createFragment']) {
  vi.stubGlobal(maker, () => inertElement(maker));
}
