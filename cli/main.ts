#!/usr/bin/env node
/** Entry point of the command line: runs `program.ts` in this process. */
import { outputBroke, runProgram } from './program.js';

const args = process.argv.slice(2);

process.stdout.on('error', (error) => {
  const exitCode = outputBroke(error, args, process);
  if (exitCode !== undefined) process.exit(exitCode);
});

/** If nobody reads the progress any more, the run continues: the result is still needed. */
process.stderr.on('error', () => undefined);

await runProgram(args, process);
