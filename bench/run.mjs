// `npm run bench`: measures whole vaults and hostile shapes, and writes RESULTS.md.
//   -- --quick         small vaults, shapes up to 1 MB
//   -- --full          50,000 notes too
//   -- --check         tiny sizes; only sees that everything runs and gives sane results, and writes nothing
//   -- --only TEXT     only the shapes whose name holds TEXT, no vaults; prints the tables
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildCore } from './builds.mjs';
import { whatIsWrong } from './check.mjs';
import { measurePluginStart } from './plugin-start.mjs';
import { reportOf } from './report.mjs';
import { LONGEST, measureShapes, SIZES, tryShapes } from './shape-runs.mjs';
import { measureSidebar } from './sidebar.mjs';
import { CHOICES, measureVaults } from './vault-runs.mjs';

const RESULTS = new URL('RESULTS.md', import.meta.url);
/** How many meeting notes the plugin is started with in the browser. */
const STARTED_WITH = 10_000;

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const choice = flags.check ? 'check' : flags.quick ? 'quick' : flags.full ? 'full' : 'usual';

await buildCore();
const vaults = flags.only === undefined ? await measureVaults(CHOICES[choice], say) : [];
const shapes = flags.check
  ? await tryShapes(SIZES.check)
  : await measureShapes({ sizes: SIZES[choice], longest: LONGEST[choice] }, flags.only ?? '', say);
const sidebar = flags.only === undefined ? await measureSidebar(flags.check ? 2 : 50) : null;
const start = flags.only === undefined ? await measurePluginStart(flags.check ? 30 : STARTED_WITH) : null;
const report = reportOf({ machine: machine(), choice, vaults, shapes, sidebar, start });
if (flags.check) {
  const wrong = whatIsWrong({ vaults, shapes, sidebar, start, report });
  for (const line of wrong) process.stderr.write(`${line}\n`);
  process.stdout.write(
    `Benchmark: ${String(vaults.length)} vault, ${String(shapes.length)} shapes, ${String(wrong.length)} wrong\n`,
  );
  process.exitCode = wrong.length > 0 ? 1 : 0;
} else if (flags.only === undefined) await writeFile(RESULTS, report);
else process.stdout.write(report);

/** Cores and versions: enough to know what the numbers are of, nothing that says whose machine it is. */
function machine() {
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${String(os.cpus().length)} cores, ${String(memory)} GB, ${os.platform()} on ${os.arch()}, Node ${process.versions.node}`;
}

/** On a terminal the line that is being worked on; elsewhere nothing. */
function say(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text.slice(0, process.stderr.columns - 1)}`);
}
