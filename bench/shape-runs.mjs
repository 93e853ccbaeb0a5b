// Every hostile shape at growing sizes, and how its cost grows.
import { availableParallelism } from 'node:os';
import { loadCore } from './core.mjs';
import { runWorker } from './processes.mjs';
import { asOnDisk, measured } from './shape-measure.mjs';
import { noteShapes } from './shapes.mjs';
import { vaultShapes } from './vault-shapes.mjs';

export const SIZES = {
  check: [500, 1_000],
  quick: [10_000, 100_000, 1_000_000],
  usual: [10_000, 100_000, 1_000_000, 10_000_000],
};
SIZES.full = SIZES.usual;

/** How many times as much ten times the size may cost. */
export const LARGEST_GROWTH = 20;
/** A size that takes longer, in milliseconds, is given up; one that is foreseen to is not begun. */
export const LONGEST = { quick: 20_000, usual: 100_000, full: 100_000 };

/**
 * Measures the shapes whose name holds `wanted`. Each result has the times by size, in milliseconds of processor time,
 * and why it stopped before the largest size (null: it did not).
 */
export async function measureShapes({ sizes, longest }, wanted, say) {
  const shapes = [...vaultShapes(), ...noteShapes()].filter(({ name }) => name.includes(wanted));
  const results = [];
  const waiting = [...shapes.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, { name }] = next;
      say(`shape ${index + 1} of ${shapes.length}: ${name}`);
      results[index] = await measureShape(name, sizes, longest);
    }
  };
  // As many at once as there are processors: what is measured is each process's own time on one of them.
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

/** Every shape once per size in this one process: sees that all of them run, in a few seconds; the times mean nothing. */
export async function tryShapes(sizes) {
  const core = await loadCore();
  return [...vaultShapes(), ...noteShapes()].map(({ name, make }) => {
    try {
      const times = sizes.map((size) => ({ size, ...measured(asOnDisk(make(size)), core) }));
      return { name, times, stopped: null, ...growthOf(times) };
    } catch (error) {
      return { name, times: [], stopped: String(error), growth: null, where: null };
    }
  });
}

async function measureShape(name, sizes, longest) {
  const times = [];
  const stopped = await runWorker('shape-worker.mjs', [name, String(longest), ...sizes.map(String)], {
    limit: longest,
    heard: (line) => times.push(line),
  });
  return { name, times, stopped: stopped ?? (times.length < sizes.length ? 'time' : null), ...growthOf(times) };
}

/**
 * How many times as much the largest size that was measured costs than the one before, both sizes taken ten to one; and
 * whether that was in reading or on the page.
 */
function growthOf(times) {
  const [before, last] = times.slice(-2);
  if (!before || !last) return { growth: null, where: null };
  const ofTen = Math.log(10) / Math.log(last.size / before.size);
  const grown = (part) => Math.max(0.001, part(last)) / Math.max(0.001, part(before));
  const [all, read, page] = [(run) => run.read + run.page, (run) => run.read, (run) => run.page].map(
    (part) => grown(part) ** ofTen,
  );
  return { growth: all, where: last.read > last.page ? `reading, ${read.toFixed(1)}×` : `page, ${page.toFixed(1)}×` };
}

/** True where the cost of a shape stays in proportion to its size. */
export function isMet({ growth, stopped }) {
  return stopped === null && growth !== null && growth <= LARGEST_GROWTH;
}
