// `npm run fuzz [-- MINUTES]`: the property tests again and again, each time with other seeds, until the time is up.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const minutes = Number(process.argv[2] ?? 60);
const end = Date.now() + minutes * 60_000;
let rounds = 0;
while (Date.now() < end) {
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--project', 'properties', '--reporter=dot', '--testTimeout', '3000000', 'property', 'hostile'],
    { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, RUNS: '2000', CI: '1' } },
  );
  rounds++;
  // What was found is printed with its seed, by which a test can be made of it.
  if (status !== 0) process.exit(1);
}
process.stdout.write(`Nothing found in ${rounds} rounds of 2,000 runs each.\n`);
