import type { Command } from 'commander';
import {
  bootstrap,
  delta,
  diagnostics,
  type FitResult,
  hausman,
  loadEngine,
  multipleTests,
  wald,
} from '../../../bindings/index.js';
import type { Adjustment, BootstrapScheme, TestReport } from '../../../bindings/entries/types.js';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import * as said from '../../../bindings/words/errors/program/usage.js';
import { bootstrapHeading } from '../../estimators/describe.js';
import {
  filesOf,
  type FitSource,
  labelsOf,
  readFitSource,
  readFitSources,
  warnedFit,
} from '../../fits.js';
import { usage } from '../../exit.js';
import type { Host } from '../../host.js';
import { listed } from '../../options/lists.js';
import { eachModel } from '../../models/each.js';
import { withDataOptions } from '../../models/located.js';
import { formulaWords, type ModelFlags, modelWords } from '../../models/source.js';
import { withFormula } from '../../models/formula.js';
import { number } from '../../options/numbers.js';
import { plainHeading } from '../../options/report-options.js';
import {
  checkTableOutput,
  printOrTable,
  type TableOutputOptions,
  withTableOutput,
} from '../../output/table.js';

interface TestOptions extends ModelFlags, TableOutputOptions {
  readonly function?: readonly string[];
  readonly diagnostics?: boolean;
  readonly orders?: number;
  readonly hausman?: string;
  readonly robust?: boolean;
  readonly level?: number;
  readonly adjust?: readonly Adjustment[];
  readonly scheme?: BootstrapScheme;
  readonly reps?: number;
  readonly seed?: number;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics test examples/employment.yaml "w = k"
  npx wasmetrics test examples/employment.yaml "L1.n + L2.n = 1, w = 0" --json
  npx wasmetrics test examples/employment.yaml --function "k/(1 - L1.n - L2.n)"
  npx wasmetrics ols examples/abdata.csv "n ~ w + k" --print-model > ols.yaml
  npx wasmetrics test ols.yaml --diagnostics
  npx wasmetrics test examples/abdata.csv "n ~ w + k" "w = k" --cluster id
  npx wasmetrics test examples/abdata.csv "n ~ w + k" w k --cluster id --adjust holm,romano-wolf
  npx wasmetrics test examples/abdata.csv "n ~ w + k" "w = 0, k = 0" --cluster id --scheme wild-cluster
  npx wasmetrics fit examples/employment.yaml --json > fit.json
  npx wasmetrics test fit.json "w = k"`;

/** `wasmetrics test model.yaml "w = k"`: tests of a model or a stored result. */
export function addTest(program: Command, host: Host): void {
  const command = program
    .command('test')
    .description(
      'test hypotheses, estimate functions of coefficients, run least squares diagnostics',
    )
    .usage('[options] <model | data formula> [hypotheses...]')
    .argument('<model>', `${modelWords}, or a result printed with --json`)
    .argument(
      '[hypotheses...]',
      `${formulaWords}; hypotheses such as "w = k", "w > 0" or "x1 = 0, x2 = x3"`,
    )
    .option(
      '--function <expression>',
      'estimate a function of the coefficients by the delta method; repeatable',
      (text: string, before: readonly string[] = []) => [...before, text],
    )
    .option('--diagnostics', 'test the assumptions of least squares')
    .option('--orders <number>', 'largest order of Breusch-Godfrey tests (default: 1)', number)
    .option(
      '--hausman <model>',
      'Hausman test against this model or result, which is efficient under the null',
    )
    .option(
      '--robust',
      'use the robust Hausman test, clustered by unit; with a formula also robust errors',
    )
    .option('--level <number>', 'confidence level (default: as in the model)', number)
    .option(
      '--adjust <rules>',
      'test coefficients of all models, each alone, with p-values for their number: holm, bh, sharpened-q, romano-wolf, westfall-young',
      listed,
    )
    .optionsGroup(bootstrapHeading)
    .option(
      '--scheme <name>',
      'bootstrap of --adjust romano-wolf (default: by the model); without --adjust wild or wild-cluster test the hypotheses jointly',
    )
    .option('--reps <number>', 'replicates of the bootstrap (default: 9999)', number)
    .option('--seed <number>', 'seed of the bootstrap (default: 1)', number)
    .optionsGroup(plainHeading)
    .option('--json', 'print the tests and errors as JSON')
    .addHelpText('after', examples)
    .action(async (_: string, __: readonly string[], options: TestOptions) => {
      const { sources, rest: hypotheses } = await readFitSources(host, command, options);
      checkUsage(command, hypotheses, options);
      await checkTableOutput(host, options, sources.flatMap(filesOf));
      if (options.adjust !== undefined) {
        const tests = await adjustedTests(host, sources, hypotheses, options);
        return printOrTable(host, tests, { json: options.json }, options);
      }
      await eachModel(host, sources, options, async (source, shown) => {
        const fit = await warnedFit(host, source, options);
        const report = await testsOf(host, fit, hypotheses, options);
        await printOrTable(host, report, { ...shown, labels: labelsOf(source, fit) }, options);
      });
    });
  withFormula(withDataOptions(withTableOutput(command, 'a report')), { keeps: ['seed'] });
}

function checkUsage(command: Command, hypotheses: readonly string[], options: TestOptions): void {
  if (options.orders !== undefined && options.diagnostics !== true) {
    throw usage(said.needs({ option: '--orders', other: '--diagnostics' }));
  }
  checkScheme(hypotheses, options);
  const isFormula = command.args.length > hypotheses.length + 1;
  if (options.robust === true && options.hausman === undefined && !isFormula) {
    throw usage(said.needs({ option: '--robust', other: '--hausman' }));
  }
  const other = options.function !== undefined || options.diagnostics === true;
  if (other || hypotheses.length > 0 || options.hausman !== undefined) return;
  throw usage(said.noHypotheses());
}

/** Options of a bootstrap need one, and a bootstrap needs hypotheses. */
function checkScheme(hypotheses: readonly string[], options: TestOptions): void {
  for (const one of ['reps', 'seed'] as const) {
    if (options[one] === undefined || (options.adjust ?? options.scheme) !== undefined) continue;
    throw usage(said.needs({ option: `--${one}`, other: '--scheme' }));
  }
  if (options.scheme !== undefined && hypotheses.length === 0) throw usage(said.noHypotheses());
}

/** Tests each coefficient of the hypotheses in every model that has it, with adjusted p-values. */
async function adjustedTests(
  host: Host,
  sources: readonly FitSource[],
  hypotheses: readonly string[],
  options: TestOptions,
) {
  const fits: FitResult[] = [];
  for (const source of sources) fits.push(await warnedFit(host, source, options));
  const of = hypotheses.flatMap((text) => text.split(/,(?![^()]*\))/)).map(coefficientOf);
  const { adjust, scheme, reps, seed } = options;
  return multipleTests(fits, { of, adjust, scheme, reps, seed });
}

/** The coefficient of a hypothesis `x` or `x = 0`. */
function coefficientOf(text: string): string {
  const [, name = text, value] = /^(.*\S)\s*=\s*([-+.\d]+)$/.exec(text.trim()) ?? [];
  if (value === undefined) return text.trim();
  if (Number(value) === 0) return name;
  throw usage(misuse.adjust({ found: text.trim() }));
}

/** The joint test of the hypotheses by a wild bootstrap. */
function wildTest(
  fit: FitResult,
  hypotheses: readonly string[],
  { scheme, reps = 9999, seed }: TestOptions,
): Promise<NonNullable<TestReport['bootstrap']>> {
  const statistics = [hypotheses.join(', ')];
  return bootstrap(fit, { scheme, reps, seed, ci: [], statistics }).result;
}

async function testsOf(
  host: Host,
  fit: FitResult,
  hypotheses: readonly string[],
  options: TestOptions,
): Promise<TestReport> {
  const engine = await loadEngine();
  const { function: functions, orders, level = fit.level } = options;
  const other =
    options.hausman === undefined
      ? undefined
      : await warnedFit(host, await readFitSource(host, options.hausman, options), options);
  return {
    kind: 'tests',
    statistic: fit.statistic,
    level,
    ...(hypotheses.length > 0 && { wald: await wald(fit, hypotheses, { engine, level }) }),
    ...(options.scheme !== undefined && {
      bootstrap: await wildTest(fit, hypotheses, options),
    }),
    ...(functions !== undefined && {
      functions: (await delta(fit, functions, { engine, level })).functions,
    }),
    ...(options.diagnostics === true && {
      diagnostics: await diagnostics(fit, { engine, ...(orders !== undefined && { orders }) }),
    }),
    ...(other !== undefined && {
      hausman: await hausman(fit, other, { engine, robust: options.robust }),
    }),
  };
}
