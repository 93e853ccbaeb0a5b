// Whole runs over generated vaults: which vaults, how often, and the medians.
import { fileURLToPath } from 'node:url';
import { writeVault } from './generate.mjs';
import { runWorker } from './processes.mjs';

const FOLDER = new URL('../work/bench/vaults/', import.meta.url);
const LONGEST_RUN = 1_800_000;
const KINDS = [
  'nothing',
  'reading',
  'reading as the command line does',
  'index',
  'filling the cache',
  'warm start',
  'work',
];

const VAULTS = {
  tiny: { notes: 12, accounts: 3, people: 6, noteLength: 3_000 },
  '1,000 notes': { notes: 1_000, accounts: 50, people: 150 },
  '10,000 notes': { notes: 10_000, accounts: 500, people: 1_500 },
  'one account with 2,000 meetings': { notes: 2_500, accounts: 50, meetingsOfLargest: 2_000, people: 150 },
  '5,000 accounts': { notes: 10_000, accounts: 5_000, people: 1_500 },
  '50,000 notes': { notes: 50_000, accounts: 2_500, people: 7_500 },
};

/** The vaults of a run, by how long it may take. */
export const CHOICES = {
  check: { vaults: ['tiny'], rounds: 1 },
  quick: { vaults: ['1,000 notes', 'one account with 2,000 meetings'], rounds: 3 },
  usual: { vaults: Object.keys(VAULTS).slice(1, 5), rounds: 5 },
  full: { vaults: Object.keys(VAULTS).slice(1), rounds: 5 },
};

/**
 * Measures every kind of run over every vault, all of them once before any of them a second time, so that a busy
 * minute of the machine spoils no kind alone. `say` hears what is being done.
 */
export async function measureVaults({ vaults, rounds }, say) {
  const measured = [];
  for (const name of vaults) {
    say(`making the vault of ${name}`);
    const folder = fileURLToPath(new URL(name.replaceAll(/\W+/g, '-'), FOLDER));
    measured.push({ name, folder, sizes: await writeVault(folder, VAULTS[name]), runs: new Map(), values: new Map() });
  }
  for (let round = 1; round <= rounds; round++) {
    for (const vault of measured) {
      for (const kind of KINDS) {
        say(`round ${round} of ${rounds}: ${kind}, ${vault.name}`);
        await measure(vault, kind);
      }
    }
  }
  return measured;
}

async function measure({ folder, runs, values }, kind) {
  const failure = await runWorker('vault-worker.mjs', [kind, folder], {
    limit: LONGEST_RUN,
    heard: ({ peak, ...results }) => {
      add(values, `peak of ${kind}`, peak);
      for (const [name, result] of Object.entries(results)) {
        if (typeof result === 'object') add(runs, name, result);
        else add(values, name, result);
      }
    },
  });
  if (failure !== null) throw new Error(`“${kind}” could not be measured: ${failure}`);
}

function add(lists, name, value) {
  lists.set(name, [...(lists.get(name) ?? []), value]);
}

/** The middle one, with the smallest and the largest beside it. */
export function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0,
    least: sorted[0] ?? 0,
    most: sorted[sorted.length - 1] ?? 0,
  };
}
