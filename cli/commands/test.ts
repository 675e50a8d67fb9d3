import type { Command } from 'commander';
import {
  deltaMethod,
  diagnostics,
  type FitResult,
  hausman,
  loadEngine,
  type TestReport,
  wald,
} from '../../bindings/index.js';
import { readFitSource, warnedFit } from '../fits.js';
import type { Host } from '../host.js';
import { number } from '../numbers.js';
import { printResult } from '../print.js';
import { type DataOptions, withDataOptions } from '../run.js';

interface TestOptions extends DataOptions {
  readonly function?: readonly string[];
  readonly diagnostics?: boolean;
  readonly orders?: number;
  readonly hausman?: string;
  readonly robust?: boolean;
  readonly level?: number;
  readonly json?: boolean;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics test examples/employment.yaml "w = k"
  npx wasmetrics test examples/employment.yaml "L1.n + L2.n = 1, w = 0" --json
  npx wasmetrics test examples/employment.yaml --function "k/(1 - L1.n - L2.n)"
  npx wasmetrics ols examples/abdata.csv "n ~ w + k" --print-model > ols.yaml
  npx wasmetrics test ols.yaml --diagnostics
  npx wasmetrics fit examples/employment.yaml --json > fit.json
  npx wasmetrics test fit.json "w = k"`;

/** `wasmetrics test model.yaml "w = k"`: tests of a model or a stored result. */
export function addTest(program: Command, host: Host): void {
  const command = program
    .command('test')
    .description(
      'test hypotheses, estimate functions of coefficients, run least squares diagnostics',
    )
    .argument('<model>', 'model file or result printed with --json, or - for standard input')
    .argument('[hypotheses...]', 'linear or nonlinear, such as "w = k" or "x1 = 0, x2 = x3"')
    .option(
      '--function <expression>',
      'estimate a function of the coefficients by the delta method; repeatable',
      (text: string, before: readonly string[] = []) => [...before, text],
    )
    .option('--diagnostics', 'test the assumptions of least squares')
    .option('--orders <number>', 'largest order of the Breusch-Godfrey tests (default: 1)', number)
    .option(
      '--hausman <model>',
      'Hausman test against this model or result, which is efficient under the null',
    )
    .option('--robust', 'use the robust Hausman test, clustered by unit')
    .option('--level <number>', 'confidence level of intervals (default: as in the model)', number)
    .option('--json', 'print the tests and errors as JSON')
    .addHelpText('after', examples)
    .action(async (path: string, hypotheses: readonly string[], options: TestOptions) => {
      checkUsage(command, hypotheses, options);
      const fit = await fitOf(host, path, options);
      const report = await testsOf(host, fit, hypotheses, options);
      const { json = false } = options;
      printResult(host, report, { json });
    });
  withDataOptions(command);
}

function checkUsage(command: Command, hypotheses: readonly string[], options: TestOptions): void {
  if (options.orders !== undefined && options.diagnostics !== true) {
    command.error('error: --orders needs --diagnostics');
  }
  if (options.robust === true && options.hausman === undefined) {
    command.error('error: --robust needs --hausman');
  }
  const other = options.function !== undefined || options.diagnostics === true;
  if (other || hypotheses.length > 0 || options.hausman !== undefined) return;
  command.error(
    'error: expected hypotheses such as "w = k", --function, --diagnostics or --hausman, found none',
  );
}

/** The result in the file, or the fit of the model in the file. */
async function fitOf(host: Host, path: string, options: TestOptions): Promise<FitResult> {
  return warnedFit(host, await readFitSource(host, path, options), options);
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
    options.hausman === undefined ? undefined : await fitOf(host, options.hausman, options);
  return {
    kind: 'tests',
    statistic: fit.statistic,
    level,
    ...(hypotheses.length > 0 && { wald: await wald(fit, hypotheses, { engine, level }) }),
    ...(functions !== undefined && {
      functions: (await deltaMethod(fit, functions, { engine, level })).functions,
    }),
    ...(options.diagnostics === true && {
      diagnostics: await diagnostics(fit, { engine, ...(orders !== undefined && { orders }) }),
    }),
    ...(other !== undefined && {
      hausman: await hausman(fit, other, { engine, robust: options.robust }),
    }),
  };
}
