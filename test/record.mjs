// `npm run record` writes everything that is recorded anew: the cases, the merge cases, and what the sample vault comes
// to. `npm run record -- NAME` does so for what has NAME in its name, so that nothing else is recorded along.
import process from 'node:process';
import { startVitest } from 'vitest/node';

const FILES = ['test/cases.test.ts', 'test/merge-cases.test.ts', 'test/demo.test.ts'];

if (process.env.CI === undefined) await record(process.argv.slice(2).join(' '));
else complain('Nothing is recorded under CI, where recordings are compared.');

async function record(name) {
  const vitest = await startVitest('test', FILES, {
    run: true,
    update: true,
    project: ['unit', 'properties'],
    ...(name === '' ? {} : { testNamePattern: nameIn(name) }),
  });
  const ran = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()].filter(isRun));
  await vitest.close();
  if (ran.length === 0) complain(`Nothing that is recorded has “${name}” in its name.`);
}

/** At the beginning of a word or number: `38-` is not case 138. */
function nameIn(name) {
  return new RegExp(`(?<![\\p{L}\\d])${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`, 'iu');
}

function isRun(test) {
  return test.result().state !== 'skipped';
}

function complain(text) {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
