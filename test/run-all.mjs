// `npm test`: types, lint, build and tests, one after the other; the last line counts the tests of all runs.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import process from 'node:process';

const REPORTS = ['work/unit.json', 'work/properties.json', 'work/programs.json', 'work/browser.json'];
const STEPS = [
  ['types of the core', 'tsc', '-p', 'src/core'],
  ['types of the plugin', 'tsc', '-p', '.'],
  ['types of the command line', 'tsc', '-p', 'src/cli'],
  ['types of the package', 'tsc', '-p', 'src/package', '--noEmit'],
  ['types of the tests', 'tsc', '-p', 'test'],
  ['types of the stand-in', 'tsc', '-p', 'test/obsidian'],
  ['types of the workbench', 'tsc', '-p', 'test/workbench'],
  ['lint', 'eslint', '.', '--max-warnings', '0'],
  ['format', 'prettier', '--check', '--log-level', 'warn', 'src', 'test', 'bench', 'e2e', '*.mjs', '*.css'],
  ['build', 'node', 'esbuild.config.mjs'],
  [
    'unit tests',
    'vitest',
    'run',
    '--project',
    'unit',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=work/unit.json',
  ],
  [
    'tests of properties, merge cases and hostile input',
    'vitest',
    'run',
    '--project',
    'properties',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=work/properties.json',
  ],
  [
    'tests that start programs',
    'vitest',
    'run',
    '--project',
    'programs',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=work/programs.json',
  ],
  [
    'tests in a browser',
    'vitest',
    'run',
    '--project',
    'browser',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=work/browser.json',
  ],
  ['quality', 'node', 'test/quality/report.mjs'],
  ['benchmark, tiny', 'node', 'bench/run.mjs', '--check'],
];

for (const report of REPORTS) rmSync(report, { force: true });
const failed = [];
for (const [name, command, ...args] of STEPS) {
  say(`\n— ${name}`);
  // A recording that is missing or differs fails under CI instead of being written.
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CI: '1' },
  });
  if (error) complain(`“${name}” could not be started: ${error.message}. Run “npm install” first.`);
  if (status !== 0) failed.push(name);
}

let passed = 0;
let broken = 0;
for (const report of REPORTS) {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    passed += numPassedTests;
    // A file that fails to load runs none of its tests, and must not pass for that.
    broken += Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0);
  } catch {
    broken += 1;
  }
}
// A step without a report, such as lint, counts as one failure.
broken += failed.filter((name) => !name.includes('tests')).length;
if (failed.length > 0) complain(`\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length > 0 || broken > 0 ? 1 : 0;
say(`\n${passed} passed, ${broken} failed`);

function say(text) {
  process.stdout.write(`${text}\n`);
}

function complain(text) {
  process.stderr.write(`${text}\n`);
}
