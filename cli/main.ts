#!/usr/bin/env node
/** The entry of the command line: `program.ts` on this process. */
import { outputBroke, runProgram } from './program.js';

const args = process.argv.slice(2);

process.stdout.on('error', (error) => process.exit(outputBroke(error, args, process)));

/** A reader that no longer looks at the progress is no failure: the result is still wanted. */
process.stderr.on('error', () => undefined);

await runProgram(args, process);
