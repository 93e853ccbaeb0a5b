import { run } from './program.mts';
import { processTerminal } from './terminal.mts';

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
process.once('SIGTERM', () => interrupted.abort());
process.exitCode = await run(process.argv.slice(2), processTerminal(), interrupted.signal);
