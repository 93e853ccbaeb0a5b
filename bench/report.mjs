// Measurements → RESULTS.md: tables for people, with the targets of the design and whether they are met.
import { LARGEST_GROWTH, isMet } from './shape-runs.mjs';
import { spread } from './vault-runs.mjs';

const TARGETS = { coldIndex: 2, warmStart: 20, save: 5, flat: 1.3, memory: 3, task: 50 };

/** `machine` is said in kinds: no host's name and no path. */
export function reportOf({ machine, choice, vaults, shapes, sidebar, start }) {
  return [
    '# What it costs',
    'Made by `npm run bench`; nothing here is written by hand. Times are milliseconds of processor time, all threads counted, because other programs on the machine do not change those much; ratios are of medians in this one run.',
    `**Machine:** ${machine}. **Kind of run:** ${choice}.`,
    '## Targets',
    table(['Target', 'Measured', 'Met'], targetsOf(vaults, shapes, start)),
    ...vaults.map(vaultReport),
    ...(start ? startReport(start) : []),
    ...(sidebar ? sidebarReport(sidebar) : []),
    ...shapeReport(shapes),
    '',
  ].join('\n\n');
}

function sidebarReport({ items, firstPaint, unfoldAll, rowsInPage, update, ...rest }) {
  return [
    `## The sidebar with ${items.toLocaleString('en')} open items`,
    'In Chromium, in milliseconds on the clock. Of an update 200 are the wait for the end of a burst of saves.',
    table(
      ['What', 'Measured'],
      [
        ['from the command to the first row', firstPaint],
        ['all groups unfolded', `${unfoldAll}, ${rowsInPage} rows in the page`],
        ['from the save of a note to the new count', update],
        ['slowest of 300 frames while scrolling', rest.slowestScrollFrame],
        [
          'tasks over 50 ms while scrolling, while updating',
          `${rest.longTasksWhileScrolling}, ${rest.longTasksWhileUpdating}`,
        ],
      ].map((row) => row.map(String)),
    ),
  ];
}

function startReport({ notes, cold, warm }) {
  const row = (name, { usable, longest, long }) => [name, ...[usable, longest, long].map(String)];
  return [
    `## The plugin’s start with ${notes.toLocaleString('en')} notes`,
    'In Chromium, in milliseconds on the clock, from the moment in which the app is ready to the list of all open items in the sidebar. The notes have short transcripts, because the stand-in for the app reads those too; the plugin passes over them.',
    table(
      ['Start', 'usable after', 'longest task', 'tasks over 50 ms'],
      [row('cold', cold), row('from the cache', warm)],
    ),
  ];
}

function targetsOf(vaults, shapes, start) {
  return [
    ...vaults.filter(({ name }) => name.endsWith(' notes')).flatMap(indexTargets),
    ...saveTargets(vaults.filter(({ name }) => name.endsWith(' notes'))),
    ...taskTarget(start),
    shapeTarget(shapes),
  ];
}

function indexTargets(vault) {
  const ratio = median(vault, 'cold index') / median(vault, 'reading');
  const warm = median(vault, 'cold index') / median(vault, 'warm start');
  const memory = memoryOf(vault);
  return [
    [
      `${vault.name}: cold index at most ${TARGETS.coldIndex}× the time of reading`,
      `${ratio.toFixed(1)}×`,
      yes(ratio <= TARGETS.coldIndex),
    ],
    [
      `${vault.name}: a warm start at most 1/${TARGETS.warmStart} of the cold index`,
      `1/${warm.toFixed(1)}`,
      yes(warm >= TARGETS.warmStart),
    ],
    [
      `${vault.name}: peak memory at most ${TARGETS.memory}× the text above the transcripts`,
      `${memory.toFixed(1)}×`,
      yes(memory <= TARGETS.memory),
    ],
  ];
}

/** What indexing needs beyond a process that only loads the core, at two bytes a character. */
function memoryOf({ values, sizes }) {
  const bytes = spread(values.get('peak of index')).median - spread(values.get('peak of nothing')).median;
  return bytes / (2 * sizes.aboveTranscripts);
}

function saveTargets(vaults) {
  const times = vaults.map((vault) => median(vault, 'one save'));
  const last = vaults[vaults.length - 1];
  if (!last) return [];
  const [slowest, grown] = [Math.max(...times), Math.max(...times) / Math.min(...times)];
  const first = Math.max(...vaults.map((vault) => median(vault, 'first save')));
  const one = [`One save costs at most ${TARGETS.save} ms`, `${slowest.toFixed(1)} ms`, yes(slowest <= TARGETS.save)];
  const before = [
    'The first save in an account since the start, as much',
    `${first.toFixed(1)} ms`,
    yes(first <= TARGETS.save),
  ];
  if (vaults.length < 2) return [one, before];
  const flat = `One save costs the same up to ${last.name}, within ${TARGETS.flat}×`;
  return [one, before, [flat, `${grown.toFixed(2)}×`, yes(grown <= TARGETS.flat)]];
}

function taskTarget(start) {
  if (!start) return [];
  const { notes, cold } = start;
  const what = `No task over ${TARGETS.task} ms while the plugin reads ${notes.toLocaleString('en')} notes`;
  return [[what, cold.long === 0 ? 'none' : `${cold.longest} ms`, yes(cold.long === 0)]];
}

function shapeTarget(shapes) {
  const met = shapes.filter(isMet).length;
  return [
    `No shape costs more than ${LARGEST_GROWTH}× for ten times its size`,
    `${met} of ${shapes.length} shapes`,
    yes(met === shapes.length),
  ];
}

function vaultReport(vault) {
  const { name, sizes, runs, values } = vault;
  const base = median(vault, 'reading');
  const rows = [...runs].map(([kind, times]) => {
    const { median: cpu, least, most } = spread(times.map((time) => time.cpu));
    const wall = spread(times.map((time) => time.wall)).median;
    return [
      kind,
      cpu.toFixed(1),
      `${least.toFixed(1)}–${most.toFixed(1)}`,
      `${(cpu / base).toFixed(2)}×`,
      wall.toFixed(1),
    ];
  });
  const peaks = ['reading', 'index', 'work'].map((kind) => `${kind} ${megabytes(values.get(`peak of ${kind}`))}`);
  return [
    `## ${name}`,
    `${sizes.files} files, ${(sizes.characters / 1e6).toFixed(1)} million characters, ${(sizes.aboveTranscripts / 1e6).toFixed(1)} million above the transcripts; ${values.get('accounts')[0]} accounts. Peak memory: ${peaks.join(', ')}; held after indexing: ${megabytes(values.get('live'))}. Pages are written to memory, so that every run finds the same vault; what a disk needs for them is not counted.`,
    table(['What', 'CPU ms', 'least–most', 'to reading', 'wall ms'], rows),
  ].join('\n\n');
}

function shapeReport(shapes) {
  if (shapes.length === 0) return [];
  const sizes = [...new Set(shapes.flatMap(({ times }) => times.map(({ size }) => size)))].sort((a, b) => a - b);
  const row = (shape) => [
    shape.name.replaceAll('|', '\\|'),
    ...sizes.map((size) => timeAt(shape, size)),
    shape.growth === null ? '' : `${shape.growth.toFixed(1)}×`,
    shape.where ?? '',
    yes(isMet(shape)),
  ];
  const header = ['Shape', ...sizes.map(sizeName), 'growth', 'mostly in', 'met'];
  const worst = [...shapes].filter((shape) => !isMet(shape)).sort((a, b) => (b.growth ?? 99) - (a.growth ?? 99));
  return [
    '## Hostile shapes',
    'Milliseconds to read one vault that holds the shape and is as large as the column says, to link it, to list its tasks, and to bring its page up to date twice. “growth” is what the last two sizes grew by, for ten times the size; “mostly in” is the half that took longer, with its own growth. “too long” stands where a size was given up, or foreseen to take too long.',
    ...(worst.length > 0 ? [`### Over ${LARGEST_GROWTH}×, or given up`, table(header, worst.map(row))] : []),
    '### All',
    table(header, shapes.map(row)),
  ];
}

function timeAt({ times, stopped }, size) {
  const time = times.find((known) => known.size === size);
  if (time) return (time.read + time.page).toFixed(time.read + time.page < 10 ? 1 : 0);
  return stopped === 'time' ? 'too long' : (stopped ?? '').slice(0, 60);
}

function sizeName(size) {
  return size >= 1e6 ? `${size / 1e6} MB` : `${size / 1e3} kB`;
}

function median({ runs }, kind) {
  return spread(runs.get(kind).map(({ cpu }) => cpu)).median;
}

function megabytes(bytes) {
  return `${(spread(bytes).median / 1e6).toFixed(0)} MB`;
}

function yes(met) {
  return met ? 'yes' : '**no**';
}

function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
