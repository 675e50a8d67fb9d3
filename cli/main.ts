#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addExplain } from './commands/explain.js';
import { addExport } from './commands/export.js';
import { addFit } from './commands/fit.js';
import { addInfluence, addInstruments } from './commands/instruments.js';
import { addImport } from './commands/import.js';
import { addMerge } from './commands/merge.js';
import { addMultiverse } from './commands/multiverse.js';
import { addDesign, addPower } from './commands/power.js';
import { addGroups, addPermute } from './commands/permutations.js';
import { addShortcut } from './commands/shortcut.js';
import { addTest } from './commands/test.js';
import { addWeak } from './commands/weak.js';
import { shortcuts } from './estimators/index.js';
import { exitCodes, reportError } from './exit.js';
import { notWritten } from './files.js';

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Commander throws instead of ending the process, and leaves the printing of errors to `exit.ts`. */
function createProgram(): Command {
  const program = new Command('wasmetrics')
    .description('Econometrics: least squares, difference and system GMM with fast bootstraps')
    .version(version())
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  addFit(program);
  for (const shortcut of shortcuts) addShortcut(program, shortcut);
  addTest(program);
  addMerge(program);
  addMultiverse(program);
  addInstruments(program);
  addInfluence(program);
  addPower(program);
  addDesign(program);
  addPermute(program);
  addGroups(program);
  addWeak(program);
  addExport(program);
  addImport(program);
  addExplain(program);
  return program;
}

/** A reader that has seen enough, such as `head`, is no failure; a full disk is. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.ok);
  process.exit(reportError(notWritten('standard output', error), process.argv.includes('--json')));
});

/** Nor is one that no longer looks at the progress: the result is still wanted. */
process.stderr.on('error', () => undefined);

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = reportError(error, process.argv.includes('--json'));
}
