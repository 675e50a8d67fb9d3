import { InvalidArgumentError, type Command } from 'commander';
import { parseModel } from '../../bindings/index.js';
import { run, withRunOptions, type RunOptions } from '../run.js';

interface DpdOptions extends RunOptions {
  readonly unit: string;
  readonly time: string;
  readonly step?: unknown;
  readonly where?: string;
  readonly gmm?: readonly unknown[];
  readonly iv?: readonly unknown[];
  readonly system: boolean;
  readonly transform?: string;
  readonly timeEffects?: boolean;
  readonly steps?: unknown;
  readonly h?: unknown;
  readonly arOrders?: unknown;
  readonly vcov?: string;
  readonly small?: boolean;
  readonly level?: unknown;
  readonly bootstrap?: unknown;
  readonly seed?: unknown;
  readonly ci?: string;
  readonly recenter?: boolean;
}

const examples = `
Examples, from a checkout:
  node dist/cli/main.js dpd examples/abdata.csv "n ~ L.n + L2.n + w + k" --gmm n,2:4 --gmm w,1:3 --iv k
  node dist/cli/main.js dpd examples/abdata.csv "n ~ L.n + L2.n + w + k" --no-system \\
    --gmm "n w,2:.,collapse" --iv k --bootstrap 10000 --seed 1
  node dist/cli/main.js dpd examples/abdata.csv "n ~ L.n + w" --gmm n,2:. --print-model`;

/** A number where the text is one; the model's check names what is not. */
function number(text: string): unknown {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? text : value;
}

const gmmPattern = /^(.+?),\s*(-?\d+):(-?\d+|\.)((?:,\s*(?:collapse|diff|level|both))*)$/;

/** `n w,2:4,collapse,diff`; a dot in place of the last lag is all lags. */
function gmmGroup(spec: string): unknown {
  const match = gmmPattern.exec(spec.trim());
  if (match === null) {
    throw new InvalidArgumentError(
      'Expected VARS,A:B[,collapse][,diff|level|both], as in "n w,2:4".',
    );
  }
  const [, vars, first, last, rest = ''] = match;
  const flags = rest.split(',').map((flag) => flag.trim());
  return {
    vars,
    lags: [Number(first), last === '.' ? null : Number(last)],
    collapse: flags.includes('collapse'),
    equation: flags.find((flag) => flag !== '' && flag !== 'collapse'),
  };
}

/** `k ys,level`. */
function ivGroup(spec: string): unknown {
  const [, vars, equation] = /^(.*?)(?:,\s*(diff|level|both))?$/s.exec(spec.trim())!;
  return { vars, equation };
}

/** Collect what a repeated option says. */
function repeated(parse: (spec: string) => unknown) {
  return (spec: string, before: readonly unknown[] = []) => [...before, parse(spec)];
}

/** The model file, not yet checked, that the command line stands for. */
function modelOf(data: string, formula: string, options: DpdOptions): unknown {
  const {
    unit,
    time,
    step,
    where,
    gmm = [],
    iv,
    system,
    transform,
    timeEffects,
    steps,
    h,
  } = options;
  const { arOrders, vcov, small, level, bootstrap: reps, seed, ci, recenter } = options;
  return {
    data,
    panel: { unit, time, step },
    where,
    estimator: 'dpd',
    formula,
    transform,
    system,
    gmm,
    iv,
    timeEffects,
    steps,
    h,
    arOrders,
    vcov: { type: vcov, small },
    bootstrap: reps === undefined ? undefined : { reps, seed, ci, recenter },
    level,
  };
}

/** Options that say how to bootstrap are not dropped when nothing is to be bootstrapped. */
function checkBootstrap(command: Command, { bootstrap, ...options }: DpdOptions): void {
  if (bootstrap !== undefined) return;
  for (const key of ['seed', 'ci', 'recenter'] as const) {
    if (options[key] !== undefined) command.error(`error: --${key} needs --bootstrap`);
  }
}

function withModelOptions(command: Command): Command {
  return command
    .option('--unit <column>', 'column of the units', 'id')
    .option('--time <column>', 'column of the periods', 'year')
    .option('--step <number>', 'distance of two periods (default: 1)', number)
    .option('--where <condition>', 'rows to keep, such as "year >= 1978"')
    .option('--gmm <spec>', 'VARS,A:B[,collapse][,diff|level|both]; repeatable', repeated(gmmGroup))
    .option('--iv <spec>', 'VARS[,diff|level|both]; repeatable', repeated(ivGroup))
    .option('--no-system', 'leave the level equation out: difference GMM')
    .option(
      '--transform <name>',
      'fd (first differences, the default) or fod (orthogonal deviations)',
    )
    .option('--time-effects', 'a dummy for each period')
    .option('--steps <number>', '1 or 2 (default: 2)', number)
    .option('--h <number>', 'one-step weighting matrix, 1, 2 or 3 (default: 3)', number)
    .option(
      '--ar-orders <number>',
      'Arellano-Bond tests of the orders 1 to this (default: 2)',
      number,
    )
    .option(
      '--vcov <type>',
      'unadjusted, robust or windmeijer (default: robust at one step, windmeijer at two)',
    )
    .option('--small', "Stata's small-sample factor, with t and F")
    .option('--level <number>', 'confidence level (default: 0.95)', number);
}

function withBootstrapOptions(command: Command): Command {
  return command
    .option('--bootstrap <reps>', 'bootstrap the units this many times', number)
    .option('--seed <number>', 'seed of the bootstrap (default: 1)', number)
    .option('--ci <methods>', 'any of percentile, basic, normal (default: percentile)')
    .option(
      '--recenter',
      'centre the moments of each replicate at those of the sample (the default)',
    )
    .option('--no-recenter', 'leave the moments of the replicates as they are');
}

/** `wasmetrics dpd data.csv "n ~ L.n + w"`: a dynamic panel without a model file. */
export function addDpd(program: Command): void {
  const command = program
    .command('dpd')
    .description('difference or system GMM of a dynamic panel')
    .argument('<data>', 'CSV file, - for standard input')
    .argument('<formula>', 'such as "n ~ L.n + L2.n + w + k"');
  withRunOptions(withBootstrapOptions(withModelOptions(command)))
    .addHelpText('after', examples)
    .action(async (data: string, formula: string, options: DpdOptions) => {
      checkBootstrap(command, options);
      process.exitCode = await run(parseModel(modelOf(data, formula, options)), '.', options);
    });
}
