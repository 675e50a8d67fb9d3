import { type Command, Option } from 'commander';
import { type Build, InputError, packageVersion } from '../bindings/index.js';
import { reportLanguages } from '../bindings/entries/report.js';
import { help as english } from '../bindings/words/en/help.js';
import { knowMoreMethods } from '../bindings/words/errors/program/methods.js';
import { addCommands } from './commands/index.js';
import { reportError } from './exit.js';
import { notWritten } from './files/not-written.js';
import { formatHelp, HelpfulCommand, helpHeading, type HelpSettings } from './help/help.js';
import { namedTopic } from './help/topics.js';
import { type Host, terminalWidth } from './host.js';
import { chooseLanguage } from './language.js';
import { prepareKeys } from './options/keys.js';
import { allowWide } from './wide/wide.js';

/** Runs the command line with these arguments. All input, output and Ctrl-C go through `host`. Sets `host.exitCode`. */
export async function runProgram(args: readonly string[], host: Host): Promise<void> {
  try {
    await runCommand(args, host);
  } catch (error) {
    const hint = await hintOf(error, args, host);
    host.exitCode = reportError(error, args.includes('--json'), host, hint);
  }
}

/** What to do next about an error of data or of a model. */
async function hintOf(error: unknown, args: readonly string[], host: Host) {
  if (!(error instanceof InputError)) return undefined;
  const hints = await import('./data/hints.js');
  return hints.hintOf(error, args, host);
}

/** Runs a command and throws its errors. */
async function runCommand(args: readonly string[], host: Host): Promise<void> {
  await chooseLanguage(host, args);
  knowMoreMethods();
  const program = createProgram(host, {
    topic: namedTopic(args),
    words: host.spoken?.help ?? english,
  });
  if (!/^(-V|--version)$/.test(args[0] ?? '')) await addWhatIsNamed(program, args, host);
  await program.parseAsync(args, { from: 'user' });
}

async function addWhatIsNamed(program: Command, args: readonly string[], host: Host) {
  await addCommands(program, args, [host, runCommand]);
  program.helpCommand('help [command]', 'display help for command');
  const { addEstimatorOptions } = await import('./models/formula.js');
  addEstimatorOptions(program, args);
  await prepareKeys(args);
}

/**
 * The exit code if standard output fails, as on a full disk. A closed pipe, as with `head`, is not an error: the
 * command continues and may still write files, and its own exit code is used.
 */
export function outputBroke(
  error: NodeJS.ErrnoException,
  args: readonly string[],
  host: Host,
): number | undefined {
  if (error.code === 'EPIPE') return undefined;
  return reportError(notWritten('standard output', error), args.includes('--json'), host);
}

/** Makes commander throw instead of ending the process; `exit.ts` prints the errors. */
export function createProgram(host: Host, settings: HelpSettings): Command {
  const { stdout, stderr } = host;
  const program = new HelpfulCommand('wasmetrics', settings)
    .description(
      'Econometrics: least squares, instruments, panels and dynamic panel GMM, with fast bootstraps',
    )
    .optionsGroup(helpHeading)
    .version(packageVersion)
    .configureHelp({
      subcommandTerm: (command) => command.name(),
      formatHelp: formatHelp(settings),
    })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => terminalWidth(stdout) ?? 80,
      getErrHelpWidth: () => terminalWidth(stderr) ?? 80,
    });
  program.addHelpOption(
    new Option('-h, --help', 'display help for command').helpGroup(helpHeading),
  );
  program.addOption(
    new Option(
      '--engine <build>',
      'simd: the same digits everywhere; relaxed: faster, last digits may differ',
    )
      .choices(['simd', 'relaxed'])
      .default('simd')
      .helpGroup(helpHeading),
  );
  program.addOption(
    new Option('--no-wide', 'do not use 256-bit operations, whose digits are the same').helpGroup(
      helpHeading,
    ),
  );
  program.addOption(
    new Option('--language <name>', 'speak it in messages, warnings and reports (default: en)')
      .choices(reportLanguages)
      .helpGroup(helpHeading),
  );
  program.hook('preAction', async (_, action) => {
    passLanguage(host, program.getOptionValue('language'), action);
    const { engine, wide } = program.opts<{ engine: Build; wide: boolean }>();
    if (!wide || engine === 'relaxed') allowWide(false);
    if (engine !== 'relaxed') return;
    const { useBuild } = await import('./options/engine-build.js');
    await useBuild('relaxed');
  });
  return program;
}

/**
 * Gives the language to a command that has an option of that name, such as `table`, whose words it writes: commander
 * takes it as that of the program. A specification of a table decides over the environment.
 */
function passLanguage({ spoken }: Host, named: unknown, action: Command): void {
  const hasOption = action.options.some((one) => one.attributeName() === 'language');
  const isSpecified = action.getOptionValue('spec') !== undefined;
  const language = named ?? (isSpecified ? undefined : spoken?.language);
  if (hasOption && language !== undefined) action.setOptionValue('language', language);
}
