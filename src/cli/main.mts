import { run, unforeseen } from './program.mts';
import { processTerminal } from './terminal.mts';

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
process.once('SIGTERM', () => interrupted.abort());
// Who reads only the first lines (`| head`) closes the pipe, which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  processTerminal().err(unforeseen(error));
  process.exit(2);
});
process.exitCode = await run(process.argv.slice(2), processTerminal(), interrupted.signal);
