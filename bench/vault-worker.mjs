// Measures one kind of run over a vault on disk, in a process of its own, and prints one line of JSON.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { runInNewContext } from 'node:vm';
import { loadCore } from './core.mjs';

const TODAY = '2026-06-01';
/** How many notes are saved, or pages rebuilt, one after the other; the median of them counts. */
const REPEATS = 21;
/** Of the largest account, whose page costs the most. */
const REPEATS_OF_LARGEST = 5;

const RUNS = {
  nothing,
  reading,
  'reading as the command line does': readingByHost,
  index,
  'filling the cache': fillCache,
  'warm start': warmStart,
  work,
};
/** Long after the vault was written, so that its files' times tell something. */
const LATER = 60_000;

const [kind, folder] = process.argv.slice(2);
const results = await RUNS[kind](folder);
process.stdout.write(`${JSON.stringify({ ...results, peak: process.resourceUsage().maxRSS * 1_024 })}\n`);

/** What a process costs that has the core and no notes. */
async function nothing() {
  await loadCore();
  return {};
}

/** Every note's text, one after the other, by nothing but Node. */
async function reading(root) {
  return { reading: await timed(() => readBelow(root)) };
}

async function readBelow(root) {
  for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && entry.name.endsWith('.md')) await readFile(join(entry.parentPath, entry.name), 'utf8');
  }
}

async function readingByHost(root) {
  const { FolderVault } = await loadCore();
  const host = await FolderVault.at(root);
  return {
    'reading as the command line does': await timed(async () => {
      for (const path of await host.list()) await host.read(path);
    }),
  };
}

/** From nothing to a graph that can answer. */
async function index(root) {
  const core = await loadCore();
  let vault = null;
  const cold = await timed(async () => {
    vault = await opened(core, await overlaid(core, root));
  });
  runInNewContext('gc')(); // Node gives it where it is started with --expose-gc.
  const live = process.memoryUsage().heapUsed;
  return { 'cold index': cold, live, accounts: vault.graph.accounts().length };
}

/** For the warm start, which another process makes. */
async function fillCache(root) {
  const { AccountVault, NoteCache, FolderVault, DEFAULT_SETTINGS, parseYaml } = await loadCore();
  const folder = await FolderVault.at(root);
  const cache = new NoteCache(folder, DEFAULT_SETTINGS);
  const vault = new AccountVault(folder, DEFAULT_SETTINGS, parseYaml);
  await cache.keep(await cache.readInto(vault, () => undefined), Date.now() + LATER);
  return {};
}

/** From what the last start remembered to a graph that can answer. */
async function warmStart(root) {
  const { AccountVault, NoteCache, FolderVault, DEFAULT_SETTINGS, parseYaml } = await loadCore();
  return {
    'warm start': await timed(async () => {
      const folder = await FolderVault.at(root);
      const vault = new AccountVault(folder, DEFAULT_SETTINGS, parseYaml);
      await new NoteCache(folder, DEFAULT_SETTINGS).readInto(vault, () => undefined);
      vault.graph.problems();
    }),
  };
}

/** What is done with a graph that stands. */
async function work(root) {
  const core = await loadCore();
  const host = await overlaid(core, root);
  const vault = await opened(core, host);
  const accounts = vault.graph.accounts();
  const largest = [...accounts].sort((a, b) => meetings(vault, b) - meetings(vault, a))[0];
  const others = accounts.filter((account) => account !== largest);
  const rebuild = (wanted) => () => rebuilt(vault, wanted);
  return {
    'rebuild all': await timed(rebuild(accounts)),
    'rebuild all again': await timed(rebuild(accounts)),
    'rebuild one page': await medianOf(others.slice(0, REPEATS).map((account) => rebuild([account]))),
    'rebuild the largest page': await medianOf(Array.from({ length: REPEATS_OF_LARGEST }, () => rebuild([largest]))),
    ...named(await saves(core, vault, host, others, REPEATS), ''),
    ...named(await saves(core, vault, host, [largest], REPEATS_OF_LARGEST), ' in the largest account'),
    actions: await timed(() =>
      accounts.map((account) => core.actionItemsOf(account, vault.graph, core.DEFAULT_SETTINGS)),
    ),
    written: host.written.size,
  };
}

function named({ first, next }, where) {
  return { [`first save${where}`]: first, [`one save${where}`]: next };
}

/**
 * Adds a decision to `count` notes of `accounts`, one by one, and brings up to date what they feed; then another to each.
 * The first save in an account finds it as the start left it, the next as it is found while somebody works on a note.
 */
async function saves(core, vault, host, accounts, count) {
  const paths = accounts.flatMap((account) => vault.graph.meetingsOf(account).map(({ main }) => main.note.path));
  const step = Math.max(1, Math.floor(paths.length / count));
  const chosen = paths.filter((_, index) => index % step === 0).slice(0, count);
  const edited = await Promise.all(chosen.map(async (path) => [path, await host.read(path)]));
  const times = { first: [], next: [] };
  for (const [number, [path, text]] of edited.entries()) {
    let saved = text;
    for (const [turn, kind] of ['first', 'next'].entries()) {
      const word = core.hash8(`${String(number)} ${String(turn)}`);
      saved = saved.replace(/^(## Decisions.*\n)/m, `$1- Measure the ${word} once more.\n`);
      host.written.set(path, saved);
      times[kind].push(
        await timed(async () => {
          await vault.read(path);
          await rebuilt(vault, vault.accountsOf(path));
        }),
      );
    }
  }
  return { first: middleOf(times.first), next: middleOf(times.next) };
}

/** Rejects where a page could not be written: the time that a failure takes is no measure of the work. */
async function rebuilt(vault, accounts) {
  const { problems } = await vault.rebuildPages(accounts, TODAY, 'benchmark');
  const failed = problems.find(({ code }) => code === 'page-not-written');
  if (failed) throw new Error(failed.message);
}

function meetings(vault, account) {
  return vault.graph.meetingsOf(account).length;
}

async function opened({ AccountVault, DEFAULT_SETTINGS, parseYaml }, host) {
  const vault = new AccountVault(host, DEFAULT_SETTINGS, parseYaml);
  await vault.readAll();
  vault.graph.problems();
  return vault;
}

/** The folder, with what is written kept beside it in memory: each run finds the vault as it was made. */
async function overlaid({ FolderVault }, root) {
  const folderVault = await FolderVault.at(root);
  const written = new Map();
  const read = async (path) => written.get(path) ?? folderVault.read(path);
  return {
    written,
    read,
    sizeOf: (path) => folderVault.sizeOf(path),
    current: read,
    list: () => folderVault.list(),
    async process(path, edit) {
      const text = edit(await read(path));
      written.set(path, text);
      return text;
    },
  };
}

/** Milliseconds of processor and wall time. */
async function timed(run) {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(cpu);
  return { cpu: (user + system) / 1_000, wall: performance.now() - start };
}

async function medianOf(runs) {
  const times = [];
  for (const run of runs) times.push(await timed(run));
  return middleOf(times);
}

function middleOf(times) {
  return times.sort((a, b) => a.cpu - b.cpu)[Math.floor(times.length / 2)] ?? { cpu: 0, wall: 0 };
}
