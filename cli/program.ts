import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addCorrelate, addDescribe, addPanelReport } from './commands/describe.js';
import { addConvert } from './commands/convert.js';
import { addExplain } from './commands/explain.js';
import { addExport } from './commands/export.js';
import { addFit } from './commands/fit.js';
import { addGroups } from './commands/groups.js';
import { addInfluence, addInstruments } from './commands/instruments.js';
import { addIndex } from './commands/composite-index.js';
import { addImport } from './commands/import.js';
import { addMerge } from './commands/merge.js';
import { addMultiverse } from './commands/multiverse.js';
import { addDesign, addPower } from './commands/power.js';
import { addPermute } from './commands/permutations.js';
import { addShortcut } from './commands/shortcut.js';
import { addTable } from './commands/table.js';
import { addTest } from './commands/test.js';
import { addWeak } from './commands/weak.js';
import { shortcuts } from './estimators/index.js';
import { addEstimatorOptions } from './models/formula.js';
import { reportError } from './exit.js';
import { notWritten } from './files.js';
import type { Host } from './host.js';

/**
 * Runs the command line with these arguments. Reads, prints and listens to Ctrl-C only through `host`, and sets
 * `host.exitCode`.
 */
export async function runProgram(args: readonly string[], host: Host): Promise<void> {
  try {
    const program = createProgram(host);
    addEstimatorOptions(program, args);
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    host.exitCode = reportError(error, args.includes('--json'), host);
  }
}

/**
 * The exit code if standard output fails, as on a full disk. A closed pipe, as with `head`, is not an error: the command
 * continues, as it may still write files, and its exit code counts.
 */
export function outputBroke(
  error: NodeJS.ErrnoException,
  args: readonly string[],
  host: Host,
): number | undefined {
  if (error.code === 'EPIPE') return undefined;
  return reportError(notWritten('standard output', error), args.includes('--json'), host);
}

/** Commander throws instead of ending the process; `exit.ts` prints the errors. */
function createProgram(host: Host): Command {
  const { stdout, stderr } = host;
  const program = new Command('wasmetrics')
    .description(
      'Econometrics: least squares, instruments, panels and dynamic panel GMM, with fast bootstraps',
    )
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => stdout.columns ?? 80,
      getErrHelpWidth: () => stderr.columns ?? 80,
    });
  addConvert(program, host);
  addDescribe(program, host);
  addCorrelate(program, host);
  addPanelReport(program, host);
  addIndex(program, host);
  addFit(program, host);
  for (const shortcut of shortcuts) addShortcut(program, shortcut, host);
  addTable(program, host);
  addTest(program, host);
  addMerge(program, host);
  addMultiverse(program, host);
  addInstruments(program, host);
  addInfluence(program, host);
  addPower(program, host);
  addDesign(program, host);
  addPermute(program, host);
  addGroups(program, host);
  addWeak(program, host);
  addExport(program, host);
  addImport(program, host);
  addExplain(program, host);
  return program;
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
