import { type Command, CommanderError } from 'commander';
import {
  type Choices,
  countSpecifications,
  type DpdModel,
  multiverse,
  type MultiverseOptions,
  multiverseSvg,
  toCsv,
} from '../../bindings/index.js';
import { exitCodes } from '../exit.js';
import { writeWhole } from '../files.js';
import { type Host, printError } from '../host.js';
import { interruptible } from '../bootstrap/interruptible.js';
import { number } from '../numbers.js';
import { checkOutputs } from '../outputs.js';
import { printResult } from '../print.js';
import { type ReportFlags, reportOptions, withFull } from '../report-options.js';
import {
  dynamicPanel,
  type RefitCommandOptions,
  refitReporter,
  withRefitOptions,
} from '../refits.js';
import { grouped } from '../progress/words.js';
import { readKeys } from '../yaml.js';

interface MultiverseCommandOptions extends RefitCommandOptions, Pick<ReportFlags, 'full'> {
  readonly over?: Choices;
  readonly coefficient?: string;
  readonly yes?: boolean;
  readonly bootstrap?: number;
  readonly seed?: number;
  readonly ci?: string;
  readonly pValue?: string;
  readonly csv?: string;
  readonly svg?: string;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics multiverse examples/employment.yaml --coefficient w
  npx wasmetrics multiverse examples/employment.yaml --over "lastLag: [[2, 4, null], [1, 3]], steps: [1, 2]"
  npx wasmetrics multiverse examples/employment.yaml --over "roles: {k: [exogenous, predetermined]}, system: [true, false]"
  npx wasmetrics multiverse examples/employment.yaml --csv curve.csv --svg curve.svg
  npx wasmetrics multiverse examples/employment.yaml --bootstrap 199 --seed 1 --ci studentized`;

/** `wasmetrics multiverse model.yaml`: a dynamic panel under every combination of its choices. */
export function addMultiverse(program: Command, host: Host): void {
  const command = program
    .command('multiverse')
    .description('estimate a dynamic panel under every combination of its choices')
    .argument('<model>', 'model file, or - for standard input');
  withFull(withRefitOptions(command))
    .option(
      '--over <choices>',
      'choices to combine, such as "lastLag: [2, 3, null], collapse: [true, false]"',
      (text) => readKeys('--over', text, 'steps: [1, 2]') as Choices,
    )
    .option('--coefficient <name>', 'coefficient of interest (default: the first regressor)')
    .option('--bootstrap <reps>', 'number of bootstrap replicates per specification', number)
    .option('--seed <number>', 'seed of the bootstraps (default: 1)', number)
    .option(
      '--ci <method>',
      'bootstrap interval: percentile, basic, normal, studentized or bca (default: percentile)',
    )
    .option('--p-value <type>', 'bootstrap p-value: symmetric or equal-tail (default: symmetric)')
    .option('--yes', 'do not limit the number of specifications and replicates')
    .option('--csv <file>', 'write one line per specification to this file')
    .option('--svg <file>', 'draw the specification curve into this file')
    .addHelpText('after', examples)
    .action(async (path: string, options: MultiverseCommandOptions) => {
      host.exitCode = await run(host, path, options);
    });
}

async function run(host: Host, path: string, options: MultiverseCommandOptions): Promise<number> {
  const { over, coefficient, json = false, workers, csv, svg } = options;
  const { model, table, inputs } = await dynamicPanel(host, 'multiverse', path, options);
  const outputs = [
    ['--csv', csv],
    ['--svg', svg],
  ] as const;
  await checkOutputs(host, outputs, inputs);
  const bootstrap = bootstrapOf(model, options);
  const input = { over, coefficient, bootstrap, ...(options.yes === true && { cap: Infinity }) };
  if (!json && options.progress !== false) {
    const count = countSpecifications(model, input);
    printError(host, sizeWords(count, bootstrap?.reps));
  }
  const onProgress = refitReporter(host, options, 'specifications');
  const result = await interruptible(
    host,
    'stopped before the first specifications were done',
    (signal) => multiverse(table, model, { ...input, workers, signal, onProgress }),
  );
  try {
    if (csv !== undefined) await writeWhole(host, csv, [toCsv(result), '\n']);
    if (svg !== undefined) await writeWhole(host, svg, [multiverseSvg(result), '\n']);
  } finally {
    printResult(host, result, { ...reportOptions(options), json }); // a failed write must not lose it
  }
  return result.partial ? exitCodes.interrupted : exitCodes.ok;
}

/** The key `multiverse.bootstrap` of the model, with the values of the options. */
function bootstrapOf(
  { multiverse: key }: DpdModel,
  { bootstrap: reps, seed, ci, pValue }: MultiverseCommandOptions,
): MultiverseOptions['bootstrap'] {
  const given = Object.entries({ reps, seed, ci, pValue }).filter(
    ([, value]) => value !== undefined,
  );
  const merged = { ...key?.bootstrap, ...Object.fromEntries(given) };
  if (given.length === 0) return key?.bootstrap;
  if ('reps' in merged) return merged as MultiverseOptions['bootstrap'];
  const message = 'error: --seed, --ci and --p-value need --bootstrap';
  throw new CommanderError(exitCodes.usage, 'wasmetrics.options', message);
}

/** `96 specifications with 499 replicates each: 47,904 replicates`. */
function sizeWords(count: number, reps: number | undefined): string {
  const specifications = `${grouped(count)} specification${count === 1 ? '' : 's'}`;
  if (reps === undefined) return specifications;
  return `${specifications} with ${grouped(reps)} replicates each: ${grouped(count * reps)} replicates`;
}
