// `npm run quality`: how well lines are given to customers and repeats are known, against labelled sets.
import { resolve } from 'node:path';
import process from 'node:process';
import esbuild from 'esbuild';

const outfile = resolve('dist', 'quality.mjs');
await esbuild.build({
  entryPoints: ['test/quality/figures.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
const { report } = await import('../../dist/quality.mjs');
const { text, missed } = report(process.argv.includes('--all'));
say(text);
for (const target of missed) complain(`Under the target: ${target}`);
process.exitCode = missed.length > 0 ? 1 : 0;

function say(text) {
  process.stdout.write(`${text}\n`);
}

function complain(text) {
  process.stderr.write(`${text}\n`);
}
