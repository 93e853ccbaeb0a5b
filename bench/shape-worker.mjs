// Measures one shape at growing sizes, in a process of its own; one line of JSON per size, as soon as it is known.
import process from 'node:process';
import { loadCore } from './core.mjs';
import { asOnDisk, measured } from './shape-measure.mjs';
import { noteShapes } from './shapes.mjs';
import { vaultShapes } from './vault-shapes.mjs';

/** A measurement goes on for this long, in milliseconds, so that small sizes are no guess. */
const LONG_ENOUGH = 60;
/** For the time before the first measurement: characters, and milliseconds. */
const SMALL = 3_000;
const WARM = 400;

const [name, limit, ...sizes] = process.argv.slice(2);
const core = await loadCore();
const shape = [...noteShapes(), ...vaultShapes()].find((known) => known.name === name);
if (!shape) throw new Error(`No shape is called “${String(name)}”.`);

// Node compiles what it runs often: the smallest size would else pay for that.
for (let spent = 0; spent < WARM;) spent += total(measured(asOnDisk(shape.make(SMALL)), core)) + 1;
let [size, before] = [SMALL, 0];
for (const next of sizes.map(Number)) {
  // Even at a cost in proportion to the size it would be over the limit: it is not worth the wait.
  if (before * (next / size) > Number(limit)) break;
  const run = medianRun(asOnDisk(shape.make(next)));
  process.stdout.write(`${JSON.stringify({ size: next, ...run })}\n`);
  [size, before] = [next, total(run)];
}

function medianRun(notes) {
  const runs = [];
  for (let spent = 0; spent < LONG_ENOUGH; spent += total(runs[runs.length - 1]) + 1) runs.push(measured(notes, core));
  return runs.sort((a, b) => total(a) - total(b))[Math.floor((runs.length - 1) / 2)];
}

function total({ read, page }) {
  return read + page;
}
