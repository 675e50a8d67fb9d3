import { notices } from '../../../bindings/words/errors/program/notices.js';
import { type Command, Option } from 'commander';
import {
  countSpecifications,
  type Model,
  type ModelInput,
  multiverse,
  multiverseChoices,
  type MultiverseOptions,
  type MultiverseResult,
  parseModel,
} from '../../../bindings/index.js';
import { estimatorNames, multiverseSvg, toCsv } from '../../../bindings/entries/report.js';
import type { Choices } from '../../../bindings/entries/types.js';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import { exitCodes, usage } from '../../exit.js';
import { writeWhole } from '../../files/files.js';
import { type Host, notice } from '../../host.js';
import { interruptible } from '../../bootstrap/interruptible.js';
import { eachModel, type Shown } from '../../models/each.js';
import { type ModelSource, readSources, withModelArguments } from '../../models/source.js';
import { number } from '../../options/numbers.js';
import { checkOutputs } from '../../files/outputs.js';
import {
  checkTableOutput,
  printOrTable,
  type TableOutputOptions,
  withTableOutput,
} from '../../output/table.js';
import { bootstrapHeading } from '../../estimators/describe.js';
import { estimatorsWith } from '../../estimators/names.js';
import {
  outputHeading,
  plainHeading,
  type ReportFlags,
  reportOptions,
  withFull,
} from '../../options/report-options.js';
import {
  modelWithData,
  type RefitCommandOptions,
  refitReporter,
  withRefitOptions,
} from '../../refits.js';
import { keysOf } from '../../options/keys.js';

interface MultiverseCommandOptions
  extends RefitCommandOptions, TableOutputOptions, Pick<ReportFlags, 'full'> {
  readonly estimator?: string;
  readonly over?: Choices;
  readonly condition?: readonly string[];
  readonly of?: string;
  readonly coefficient?: string;
  readonly yes?: boolean;
  readonly bootstrap?: number;
  readonly scheme?: string;
  readonly seed?: number;
  readonly ci?: string;
  readonly pValue?: string;
  readonly csv?: string;
  readonly svg?: string;
}

/** The choices of --over, one line per estimator. */
function choiceLines(): string {
  const names = estimatorNames();
  const width = Math.max(...names.map((name) => name.length));
  return names
    .map((name) => `  ${name.padEnd(width)}  ${multiverseChoices(name).join(', ')}`)
    .join('\n');
}

const examples = `
Examples, from a checkout:
  npx wasmetrics multiverse examples/abdata.csv "n ~ w + k + ys" --over "vcov: [HC1, cluster:id]"
  npx wasmetrics multiverse examples/abdata.csv "n ~ w + k + ys" --of w \\
    --over "controls: all, vcov: [HC1, cluster:id], fixedEffects: [null, id, [id, year]], samples: {all: null, late: 'year >= 1980'}"
  npx wasmetrics multiverse examples/abdata.csv "n ~ w + k" --of w --estimator panel --unit id --time year \\
    --over "methods: [fe, re, fd], vcov: [robust]"
  npx wasmetrics multiverse examples/employment.yaml --of w
  npx wasmetrics multiverse examples/employment.yaml --over "lastLag: [[2, 4, null], [1, 3]], steps: [1, 2]"
  npx wasmetrics multiverse examples/employment.yaml --over "roles: {k: [exogenous, predetermined]}, system: [true, false]"
  npx wasmetrics multiverse examples/employment.yaml --csv curve.csv --svg curve.svg
  npx wasmetrics multiverse examples/employment.yaml --bootstrap 199 --seed 1 --ci studentized`;

/** `wasmetrics multiverse model.yaml`: a model under every combination of its choices. */
export function addMultiverse(program: Command, host: Host): void {
  const command = withModelArguments(
    program
      .command('multiverse')
      .description('estimate a model under every combination of its choices'),
    { keeps: ['seed', 'scheme', 'ci', 'pValue', 'bootstrap'] },
  );
  withFull(withTableOutput(withRefitOptions(command), 'a report'))
    .option(
      '--over <choices>',
      'choices to combine (default: all sets of controls)',
      (text) => keysOf('--over', text, 'controls: all') as Choices,
    )
    .option(
      '--condition <text>',
      'rules for choices: "if a then not b"; repeatable',
      (text: string, before: readonly string[] = []) => [...before, text],
    )
    .option('--of <name>', 'coefficient of interest (default: first regressor)')
    .addOption(new Option('--coefficient <name>', 'the same as --of').hideHelp())
    .option('--yes', 'no limit on specifications and replicates')
    .optionsGroup(outputHeading)
    .option('--csv <file>', 'write one line per specification to this file')
    .option('--svg <file>', 'draw the specification curve into this file')
    .optionsGroup(bootstrapHeading)
    .option('--bootstrap <reps>', 'number of bootstrap replicates per specification', number)
    .option(
      '--scheme <name>',
      `what the bootstraps draw, as pairs or wild-cluster; not for ${estimatorsWith('unitErrors').join(' or ')}`,
    )
    .option('--seed <number>', 'seed of the bootstraps (default: 1)', number)
    .option(
      '--ci <method>',
      'bootstrap interval: percentile, basic, normal, studentized or bca (default: percentile)',
    )
    .option('--p-value <type>', 'bootstrap p-value: symmetric or equal-tail (default: symmetric)')
    .optionsGroup(plainHeading)
    .addHelpText('after', `\nChoices of --over, by estimator:\n${choiceLines()}\n${examples}`)
    .action(async (_: string, __: string | undefined, options: MultiverseCommandOptions) => {
      const sources = await readSources(host, command, options);
      checkFiles(options, sources.length);
      await eachModel(host, sources, options, (source, shown) => run(host, source, options, shown));
    });
}

/** Refuses one file for the results of several models. */
function checkFiles({ csv, svg }: MultiverseCommandOptions, nmodels: number): void {
  if (nmodels < 2 || (csv ?? svg) === undefined) return;
  const option = csv === undefined ? '--svg' : '--csv';
  throw usage(misuse['one-model']({ subject: option, found: nmodels }));
}

async function run(
  host: Host,
  { located }: ModelSource,
  options: MultiverseCommandOptions,
  shown: Shown,
): Promise<number> {
  const { over, coefficient, of = coefficient, json = false, workers, csv, svg } = options;
  const whole = { ...located, model: withChoices(located.model, over) };
  const { model, table, inputs } = await modelWithData(host, whole, options);
  const outputs = [
    ['--csv', csv],
    ['--svg', svg],
  ] as const;
  await checkOutputs(host, outputs, inputs);
  await checkTableOutput(host, options, [...inputs, ...outputs]);
  const bootstrap = bootstrapOf(model, options);
  const input = {
    conditions: options.condition,
    coefficient: of,
    bootstrap,
    ...(options.yes === true && { cap: Infinity }),
  };
  if (!json && options.progress !== false) {
    const count = countSpecifications(model, input);
    notice(host, notices.specifications({ n: count, reps: bootstrap?.reps }));
  }
  const onProgress = refitReporter(host, options, 'specifications');
  const result = await interruptible(host, 'specifications', (signal) => {
    const runner = host.distributed?.runner;
    return multiverse(table, model, { ...input, workers, runner, signal, onProgress });
  });
  try {
    await writeFiles(host, result, options);
  } finally {
    // Printed even if writing fails.
    const named = { ...reportOptions(options), ...shown, labels: model.labels };
    await printOrTable(host, result, named, options);
  }
  return result.partial ? exitCodes.interrupted : exitCodes.ok;
}

/** The model with the choices of `--over`, which may compute columns, as the data are read for it. */
function withChoices(model: Model, over: Choices | undefined): Model {
  if (over === undefined) return model;
  return parseModel({ ...model, multiverse: { ...model.multiverse, over } } as ModelInput);
}

async function writeFiles(
  host: Host,
  result: MultiverseResult,
  { csv, svg }: MultiverseCommandOptions,
): Promise<void> {
  if (csv !== undefined) await writeWhole(host, csv, [toCsv(result), '\n']);
  if (svg !== undefined) await writeWhole(host, svg, [multiverseSvg(result), '\n']);
}

/** The model's key `multiverse.bootstrap`, with the values of the options. */
function bootstrapOf(
  { multiverse: key }: Model,
  { bootstrap: reps, scheme, seed, ci, pValue }: MultiverseCommandOptions,
): MultiverseOptions['bootstrap'] {
  const given = Object.entries({ reps, scheme, seed, ci, pValue }).filter(
    ([, value]) => value !== undefined,
  );
  const merged = { ...key?.bootstrap, ...Object.fromEntries(given) };
  if (given.length === 0) return key?.bootstrap;
  if ('reps' in merged) return merged as MultiverseOptions['bootstrap'];
  throw usage(misuse['need-bootstrap']());
}
