import { outputBroke, runProgram } from './program.js';
import { allowWide } from './wide/wide.js';

/** Exit code if the event loop empties while the program still waits; Node uses the same. */
const UNFINISHED = 13;

/** Runs the command line in this process. */
export function runProcess(): void {
  const args = process.argv.slice(2);
  allowWide(true);
  process.stdout.on('error', (error) => {
    const exitCode = outputBroke(error, args, process);
    if (exitCode !== undefined) process.exit(exitCode);
  });
  // If nobody reads the progress any more, the run continues, because its result is still needed.
  process.stderr.on('error', () => undefined);
  let finished = false;
  process.once('exit', () => {
    if (!finished) process.exitCode ||= UNFINISHED;
  });
  void runProgram(args, process).then(() => (finished = true));
}
