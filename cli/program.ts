import { Command, Option } from 'commander';
import { type Build, init, loadEngine, packageVersion } from '../bindings/index.js';
import { addCorrelate, addDescribe, addPanelReport } from './commands/describe.js';
import { addCompletion } from './commands/completion.js';
import { addConvert } from './commands/convert.js';
import { addExplain } from './commands/explain.js';
import { addExport } from './commands/export.js';
import { addFit } from './commands/fit.js';
import { addGroups } from './commands/groups.js';
import { addInfluence, addInstruments } from './commands/instruments.js';
import { addBundle } from './commands/bundle.js';
import { addCheck } from './commands/check.js';
import { addIndex } from './commands/composite-index.js';
import { addInit } from './commands/init.js';
import { addImport } from './commands/import.js';
import { addMargins } from './commands/margins.js';
import { addMerge } from './commands/merge.js';
import { addMultiverse } from './commands/multiverse.js';
import { addDesign, addPower } from './commands/power.js';
import { addPermute } from './commands/permutations.js';
import { addPlan } from './commands/plan.js';
import { addPlot } from './commands/plot.js';
import { addPredict } from './commands/predict.js';
import { addRun } from './commands/run.js';
import { addShortcut } from './commands/shortcut.js';
import { addStatus } from './commands/status.js';
import { addStudy } from './commands/study.js';
import { addTable } from './commands/table.js';
import { addTest } from './commands/test.js';
import { addVerify } from './commands/verify.js';
import { addWeak } from './commands/weak.js';
import { addWorker } from './commands/worker.js';
import { shortcuts } from './estimators/index.js';
import { addEstimatorOptions } from './models/formula.js';
import { reportError } from './exit.js';
import { notWritten } from './files.js';
import { formatHelp, helpHeading } from './help.js';
import type { Host } from './host.js';

/**
 * Runs the command line with these arguments. Reads, prints and listens to Ctrl-C only through `host`, and sets
 * `host.exitCode`.
 */
export async function runProgram(args: readonly string[], host: Host): Promise<void> {
  try {
    await runCommand(args, host);
  } catch (error) {
    host.exitCode = reportError(error, args.includes('--json'), host);
  }
}

/** Runs a command; its errors are thrown. */
async function runCommand(args: readonly string[], host: Host): Promise<void> {
  const program = createProgram(host);
  addEstimatorOptions(program, args);
  await program.parseAsync(args, { from: 'user' });
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
    .optionsGroup(helpHeading)
    .version(packageVersion)
    .configureHelp({ subcommandTerm: (command) => command.name(), formatHelp })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => stdout.columns ?? 80,
      getErrHelpWidth: () => stderr.columns ?? 80,
    });
  program.addHelpOption(
    new Option('-h, --help', 'display help for command').helpGroup(helpHeading),
  );
  program.addOption(
    new Option('--engine <build>', 'simd, or relaxed: faster, last digits depend on the machine')
      .choices(['simd', 'relaxed'])
      .default('simd')
      .helpGroup(helpHeading),
  );
  program.hook('preAction', async () => {
    if (program.opts<{ engine: Build }>().engine !== 'relaxed') return;
    const { module } = await loadEngine({ build: 'relaxed' });
    await init({ module });
  });
  for (const [heading, commands] of groups) {
    program.commandsGroup(heading);
    for (const add of commands) add(program, host);
  }
  program.helpCommand('help [command]', 'display help for command');
  return program;
}

type Add = (program: Command, host: Host) => void;

/** The commands by what they are for, as help lists them. */
const groups: readonly (readonly [heading: string, commands: readonly Add[]])[] = [
  [
    'Estimate:',
    [
      ...shortcuts.map(
        (shortcut): Add =>
          (program, host) =>
            addShortcut(program, shortcut, host),
      ),
      addFit,
      (program, host) => addMerge(program, host, runCommand),
      addPredict,
      addMargins,
    ],
  ],
  ['Test:', [addTest, addPermute, addWeak]],
  ['Compare and check:', [addGroups, addMultiverse, addInfluence, addInstruments, addCheck]],
  ['Simulate:', [addPower, addDesign]],
  ['Look at data:', [addDescribe, addCorrelate, addPanelReport, addIndex, addConvert]],
  [
    'Tables, figures and other programs:',
    [addStudy, addInit, addTable, addPlot, addExport, addImport, addBundle, addVerify],
  ],
  [
    'Run on several machines:',
    [
      (program, host) => addPlan(program, host, runCommand),
      (program, host) => addRun(program, host),
      addStatus,
      addWorker,
    ],
  ],
  ['Explain and complete:', [addExplain, addCompletion]],
];
