// Whether a run gave sane results. No time is judged: a test must not depend on how busy a machine is.

/** What is wrong, in a line each; none where all is well. */
export function whatIsWrong({ vaults, shapes, sidebar, start, report }) {
  return [
    ...vaults.flatMap(wrongInVault),
    ...shapes.flatMap(wrongInShape),
    ...(sidebar.rowsInPage > 0 && sidebar.firstPaint > 0 ? [] : ['the sidebar drew nothing']),
    ...(start.cold.usable > 0 && start.warm.usable > 0 ? [] : ['the plugin did not start']),
    ...wrongInReport(report),
  ];
}

function wrongInVault({ name, sizes, runs, values }) {
  const times = [...runs].flatMap(([kind, list]) =>
    list.every(({ cpu, wall }) => cpu > 0 && wall > 0) ? [] : [`${name}: “${kind}” took no time`],
  );
  const missing = EVERY_RUN.filter((kind) => !runs.has(kind)).map((kind) => `${name}: “${kind}” was not measured`);
  const written = (values.get('written') ?? []).every((count) => count > 0) ? [] : [`${name}: no page was written`];
  const found = (values.get('accounts') ?? []).every((count) => count > 0) ? [] : [`${name}: no account was found`];
  const text = sizes.aboveTranscripts < sizes.characters ? [] : [`${name}: the notes have no transcripts`];
  return [...times, ...missing, ...written, ...found, ...text];
}

const EVERY_RUN = [
  'reading',
  'cold index',
  'warm start',
  'rebuild all',
  'rebuild one page',
  'first save',
  'one save',
  'actions',
];

function wrongInShape({ name, times, stopped }) {
  if (stopped !== null) return [`${name}: ${stopped === 'time' ? 'took too long' : stopped}`];
  return times.every(({ stable }) => stable) ? [] : [`${name}: a second rebuild changed the page again`];
}

function wrongInReport(report) {
  return /NaN|undefined|Infinity/.test(report) ? ['the report holds a number that is none'] : [];
}
