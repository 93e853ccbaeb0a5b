// Starts the processes that measure, and reads what they print.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * Runs a worker of this folder and gives each line of JSON that it prints to `heard`. Resolves to null at its end; to
 * `'time'` where `limit` milliseconds passed without a line, after which it is stopped; else to what it complained of.
 */
export function runWorker(file, args, { heard, limit }) {
  return new Promise((resolve) => {
    const worker = spawn(process.execPath, ['--expose-gc', fileURLToPath(new URL(file, import.meta.url)), ...args]);
    let [printed, complaint, timedOut] = ['', '', false];
    let timer = null;
    const waitOn = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        timedOut = true;
        worker.kill('SIGKILL');
      }, limit);
    };
    waitOn();
    worker.stderr.on('data', (data) => (complaint += String(data)));
    worker.stdout.on('data', (data) => {
      printed += String(data);
      const lines = printed.split('\n');
      printed = lines.pop() ?? '';
      for (const line of lines) heard(JSON.parse(line));
      waitOn();
    });
    worker.on('close', (code) => {
      clearTimeout(timer);
      resolve(timedOut ? 'time' : code === 0 ? null : lastLines(complaint) || `it ended with ${String(code)}`);
    });
  });
}

/** Of a stack, the line that names the error. */
function lastLines(complaint) {
  const lines = complaint.split('\n').map((line) => line.trim());
  return lines.find((line) => /^\w*Error\b|^FATAL/.test(line)) ?? lines.filter((line) => line !== '').pop() ?? '';
}
